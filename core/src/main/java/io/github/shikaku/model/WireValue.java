package io.github.shikaku.model;

/**
 * A value that stands in one element of a message. Every implementation also has a static {@code
 * received(String)} that never throws and keeps the raw text, so that an answer with an odd value
 * is still an answer.
 */
public interface WireValue {
  /** The text as it stands on the wire. */
  String wire();

  /** The same on the Web API, where its clients write some values differently from files. */
  default String webWire() {
    return wire();
  }

  /** Whether the text has the form that the field prescribes. */
  boolean isValid();
}
