package io.github.shikaku.testkit.message;

/** A request that 連携アプリ would not send on. */
public final class UnreadableRequestException extends Exception {
  private static final long serialVersionUID = 1L;

  /** The code that the simulator gives the reason. */
  private final String code;

  /** A reason, in Japanese as it goes into the {@code .err} file; it quotes no value. */
  UnreadableRequestException(String code, String message) {
    super(message);
    this.code = code;
  }

  /** The code of the reason, invented by the simulator. */
  public String code() {
    return code;
  }
}
