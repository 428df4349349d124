package io.github.shikaku.error;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Input was refused before anything was sent; every violation is named at once, field by field. */
public final class InvalidRequestException extends ShikakuException {
  private static final long serialVersionUID = 1L;

  private final Violation[] violations;

  /** Every violation found, at least one. */
  public InvalidRequestException(List<Violation> violations) {
    super(
        CoreError.INVALID_REQUEST,
        violations.stream().map(Violation::toString).collect(Collectors.joining("; ")),
        null);
    this.violations = violations.toArray(new Violation[0]);
  }

  /** What is wrong, in the order of the fields. */
  public List<Violation> violations() {
    return List.of(violations);
  }

  @Override
  public String userMessage(Locale locale) {
    return Arrays.stream(violations)
        .map(violation -> violation.message(locale))
        .collect(Collectors.joining("\n", super.userMessage(locale) + "\n", ""));
  }
}
