package io.github.shikaku.audit;

import io.github.shikaku.error.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks of the short texts that go into a trail; violations never repeat the text. */
final class AuditText {
  private final List<Violation> violations;

  AuditText(List<Violation> violations) {
    this.violations = violations;
  }

  /** A text that has to be there. */
  AuditText required(String field, @Nullable String text, int longest) {
    if (text == null || text.isBlank()) {
      violations.add(new Violation(field, "入力してください。", "must not be blank"));
      return this;
    }
    return check(field, text, longest);
  }

  /** A text that may be absent, but not blank. */
  AuditText optional(String field, @Nullable String text, int longest) {
    return text == null ? this : required(field, text, longest);
  }

  private AuditText check(String field, String text, int longest) {
    if (text.length() > longest) {
      violations.add(
          new Violation(
              field, longest + "文字以内で入力してください。", "must have " + longest + " characters at most"));
    }
    if (isUnfit(text)) {
      violations.add(
          new Violation(
              field, "改行などの制御文字は使用できません。", "must not contain control or broken characters"));
    }
    return this;
  }

  private static boolean isUnfit(String text) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (isUnfit(text.codePointAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isUnfit(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.CONTROL
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
