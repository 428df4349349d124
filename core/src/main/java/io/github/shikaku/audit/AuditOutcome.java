package io.github.shikaku.audit;

import io.github.shikaku.error.CoreError;
import io.github.shikaku.error.ErrorId;

/** How an operation ended, as far as an audit asks. */
public enum AuditOutcome {
  /** An answer came, whatever it says. */
  ANSWERED,
  /** Nothing was sent. */
  NOT_SENT,
  /** 連携アプリ or OQS refused it. */
  REJECTED,
  /** No answer in time; it may have been sent, and an answer may still come. */
  NO_ANSWER,
  /** An answer came that cannot be used, and was not. */
  UNUSABLE,
  /** Folder, network or login was not to be had. */
  UNAVAILABLE,
  /** It failed in another way. */
  FAILED;

  /** The outcome that goes with an error of the catalogue. */
  public static AuditOutcome of(ErrorId error) {
    return error instanceof CoreError known ? of(known) : FAILED;
  }

  private static AuditOutcome of(CoreError error) {
    return switch (error) {
      case INVALID_REQUEST,
          INVALID_CONFIGURATION,
          PROVISIONAL_LAYOUT,
          AUDIT_REFUSED,
          NO_ANSWER_NOT_SENT ->
          NOT_SENT;
      case TERMINAL_REJECTED, OQS_SYSTEM -> REJECTED;
      case NO_ANSWER_SENT, NO_ANSWER_UNKNOWN -> NO_ANSWER;
      case UNUSABLE_ANSWER -> UNUSABLE;
      case EXCHANGE_UNAVAILABLE -> UNAVAILABLE;
      default -> FAILED;
    };
  }
}
