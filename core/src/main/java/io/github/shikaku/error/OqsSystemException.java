package io.github.shikaku.error;

import java.util.Locale;

/** OQS ended abnormally (処理結果区分 9, SegmentOfResult); code and message are handed on verbatim. */
public final class OqsSystemException extends ShikakuException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_PRINTED = 20;
  private static final int LONG_NUMBER = 7;

  private final String code;
  private final String oqsMessage;

  /** ErrorCode and ErrorMessage of the answer, empty when it had none. */
  public OqsSystemException(String code, String oqsMessage) {
    super(CoreError.OQS_SYSTEM, "OQS ended abnormally with code " + printable(code), null);
    this.code = code;
    this.oqsMessage = oqsMessage;
  }

  /** What does not look like a code may be something else in the wrong place: a number, a date. */
  private static String printable(String code) {
    boolean looksLikeACode =
        code.length() <= LONGEST_PRINTED
            && code.chars().allMatch(c -> c == '-' || (c < 128 && Character.isLetterOrDigit(c)))
            && !(code.length() >= LONG_NUMBER && code.chars().allMatch(Character::isDigit));
    return looksLikeACode ? "'" + code + "'" : "***";
  }

  /** ErrorCode, verbatim; the list of codes is not public, so it is opaque. */
  public String code() {
    return code;
  }

  /** ErrorMessage, verbatim, to be shown to staff. */
  public String oqsMessage() {
    return oqsMessage;
  }

  @Override
  public String userMessage(Locale locale) {
    return super.userMessage(locale) + "\n" + code + " " + oqsMessage;
  }
}
