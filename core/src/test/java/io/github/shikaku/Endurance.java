package io.github.shikaku;

/** How much longer than usual the tests go on that can go on; see docs/testing.md. */
public final class Endurance {
  private static final int FACTOR = Integer.getInteger("shikaku.endurance", 1);

  private Endurance() {}

  /** So many rounds in an everyday build, many times as many in a campaign. */
  public static int rounds(int everyday) {
    return everyday * FACTOR;
  }
}
