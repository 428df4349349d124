package io.github.shikaku.examples.cli;

import io.github.shikaku.error.AuditException;
import io.github.shikaku.error.CoreError;
import io.github.shikaku.error.ExchangeUnavailableException;
import io.github.shikaku.error.InvalidConfigurationException;
import io.github.shikaku.error.InvalidRequestException;
import io.github.shikaku.error.NoAnswerException;
import io.github.shikaku.error.OqsSystemException;
import io.github.shikaku.error.ProvisionalLayoutException;
import io.github.shikaku.error.TerminalRejectionException;
import io.github.shikaku.error.UnusableAnswerException;
import io.github.shikaku.error.WebRejectionException;
import io.github.shikaku.wire.WireException;

/** What the exit codes of the command mean. */
final class ExitCode {
  /** An answer came, whatever it says. */
  static final int OK = 0;

  /** Anything that has no code of its own. */
  static final int OTHER = 1;

  /** Nothing was sent. */
  static final int NOT_SENT = 2;

  /** OQS, 連携アプリ or the Web API refused. */
  static final int REFUSED = 3;

  /** No answer in time. */
  static final int NO_ANSWER = 4;

  /** A file or answer that cannot be used. */
  static final int UNUSABLE = 5;

  /** Folder, network or reader cannot be reached. */
  static final int UNREACHABLE = 6;

  private ExitCode() {}

  static int of(Throwable failure) {
    if (failure instanceof WireException wire) {
      return wire.kind() == WireException.Kind.UNENCODABLE ? NOT_SENT : UNUSABLE;
    }
    if (failure instanceof AuditException audit) {
      return audit.error() == CoreError.AUDIT_TRAIL_BROKEN ? UNUSABLE : NOT_SENT;
    }
    if (failure instanceof InvalidRequestException
        || failure instanceof InvalidConfigurationException
        || failure instanceof ProvisionalLayoutException) {
      return NOT_SENT;
    }
    if (failure instanceof TerminalRejectionException
        || failure instanceof WebRejectionException
        || failure instanceof OqsSystemException) {
      return REFUSED;
    }
    if (failure instanceof NoAnswerException) {
      return NO_ANSWER;
    }
    if (failure instanceof UnusableAnswerException) {
      return UNUSABLE;
    }
    return failure instanceof ExchangeUnavailableException ? UNREACHABLE : OTHER;
  }
}
