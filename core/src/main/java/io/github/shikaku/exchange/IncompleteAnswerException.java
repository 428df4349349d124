package io.github.shikaku.exchange;

/** The answer ends too early or is not well-formed yet: it may still be growing. */
public final class IncompleteAnswerException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Where reading stopped, in English, without quoting content. */
  public IncompleteAnswerException(String message) {
    super(message, null, false, false);
  }
}
