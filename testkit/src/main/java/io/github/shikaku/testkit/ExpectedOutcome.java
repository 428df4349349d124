package io.github.shikaku.testkit;

/** What a client makes of a scenario, and the exit code of {@code shikaku lookup}. */
public enum ExpectedOutcome {
  /** An answer came, whatever it says. */
  ANSWER(0, "回答"),
  /** 連携アプリ refused the file. */
  REJECTED(3, "TerminalRejectionException"),
  /** The Web API refused the request. */
  WEB_REJECTED(3, "WebRejectionException"),
  /** The system ended abnormally (SegmentOfResult 9). */
  SYSTEM_ERROR(3, "OqsSystemException"),
  /** No answer within ten seconds. */
  NO_ANSWER(4, "NoAnswerException"),
  /** An answer that cannot be used. */
  UNUSABLE(5, "UnusableAnswerException"),
  /** Nobody answers who could be asked. */
  UNAVAILABLE(6, "ExchangeUnavailableException");

  private final int exitCode;
  private final String label;

  ExpectedOutcome(int exitCode, String label) {
    this.exitCode = exitCode;
    this.label = label;
  }

  /** Exit code of the command with {@code --timeout 10}. */
  public int exitCode() {
    return exitCode;
  }

  /** How it is called in the scenario table. */
  public String label() {
    return label;
  }
}
