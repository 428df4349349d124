package io.github.shikaku.error;

/**
 * An answer arrived that cannot be read or contradicts its request (other institution, identifier
 * or reception number). It was not used; its file was left in place.
 */
public final class UnusableAnswerException extends ShikakuException {
  private static final long serialVersionUID = 1L;

  /** What is wrong and where, in English, without quoting content. */
  public UnusableAnswerException(String message) {
    super(CoreError.UNUSABLE_ANSWER, message, null);
  }
}
