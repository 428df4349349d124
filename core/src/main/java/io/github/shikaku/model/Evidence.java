package io.github.shikaku.model;

/** How well a fact about an interface is known, strongest first. */
public enum Evidence {
  /** Official, or live in two independent clients. */
  CONFIRMED("確認済み"),
  /** Live in one client, or transcribed from the closed specification. */
  OBSERVED("観測済み"),
  /** Inferred, synthetic, or unknown. */
  PROVISIONAL("未確認");

  private final String label;

  Evidence(String label) {
    this.label = label;
  }

  /** The Japanese label. */
  public String label() {
    return label;
  }

  /** The weaker of the two. */
  public Evidence weaker(Evidence other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
