package io.github.shikaku.error;

import org.jspecify.annotations.Nullable;

/** The audit trail refused a record, or cannot be trusted any more. */
public final class AuditException extends ShikakuException {
  private static final long serialVersionUID = 1L;

  /**
   * {@link CoreError#AUDIT_REFUSED} or {@link CoreError#AUDIT_TRAIL_BROKEN}, and what happened, in
   * English.
   */
  public AuditException(CoreError error, String message, @Nullable Throwable cause) {
    super(error, message, cause);
  }
}
