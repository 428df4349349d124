/** Readers, cards and the applications of the My Number card. */
module io.github.shikaku.smartcard {
  requires transitive io.github.shikaku.core;
  requires static org.jspecify;
}
