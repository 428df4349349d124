package io.github.shikaku.examples.cli;

import io.github.shikaku.error.InvalidRequestException;
import io.github.shikaku.error.Violation;
import io.github.shikaku.model.MedicalInstitutionCode;
import io.github.shikaku.qualification.LimitConsent;
import io.github.shikaku.qualification.QualificationQuery;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * What was typed about one person. It is read as text and checked by ourselves, so that every
 * mistake is told at once and none is quoted.
 */
final class TypedQuery {
  @Option(names = "--institution", paramLabel = "CODE", descriptionKey = "lookup.institution")
  private String institution = "";

  @Option(names = "--insurer", paramLabel = "N", descriptionKey = "lookup.insurer")
  private String insurer = "";

  @Option(names = "--symbol", paramLabel = "S", descriptionKey = "lookup.symbol")
  private String symbol = "";

  @Option(names = "--number", paramLabel = "N", descriptionKey = "lookup.number")
  private String number = "";

  @Option(names = "--branch", paramLabel = "B", descriptionKey = "lookup.branch")
  private String branch = "";

  @Option(names = "--birth", paramLabel = "YYYY-MM-DD", descriptionKey = "lookup.birth")
  private String birth = "";

  @Option(names = "--date", paramLabel = "YYYY-MM-DD", descriptionKey = "lookup.date")
  private String date = "";

  @Option(names = "--limit-consent", descriptionKey = "lookup.limitConsent")
  private boolean consented;

  @Option(names = "--consented-by", paramLabel = "WHO", descriptionKey = "lookup.consentedBy")
  private String consentedBy = "";

  /** What was typed, checked. */
  record Checked(MedicalInstitutionCode institution, QualificationQuery query) {}

  /**
   * Checks everything.
   *
   * @throws InvalidRequestException with every mistake at once
   */
  Checked check(Instant now) {
    List<Violation> mistakes = new ArrayList<>();
    MedicalInstitutionCode who = institution(mistakes);
    QualificationQuery query = query(mistakes, now);
    if (who == null || query == null || !mistakes.isEmpty()) {
      throw new InvalidRequestException(mistakes);
    }
    return new Checked(who, query);
  }

  private @Nullable MedicalInstitutionCode institution(List<Violation> mistakes) {
    try {
      return MedicalInstitutionCode.of(institution);
    } catch (IllegalArgumentException refused) {
      mistakes.add(
          new Violation(
              "institution",
              "医療機関コードは10桁の数字です（--institution）。",
              "an institution code has ten digits (--institution)"));
      return null;
    }
  }

  private @Nullable QualificationQuery query(List<Violation> mistakes, Instant now) {
    QualificationQuery.Builder builder =
        QualificationQuery.builder()
            .insurerNumber(insurer)
            .symbol(symbol)
            .number(number)
            .branch(branch);
    date("birthdate", birth, mistakes).ifPresent(builder::birthdate);
    date("confirmationDate", date, mistakes).ifPresent(builder::confirmationDate);
    if (consented) {
      builder.limitConsent(LimitConsent.given(consentedBy, now));
    } else if (!consentedBy.isBlank()) {
      mistakes.add(
          new Violation(
              "limitConsent",
              "--consented-by は --limit-consent と一緒に指定してください。",
              "--consented-by goes with --limit-consent"));
    }
    try {
      return builder.build();
    } catch (InvalidRequestException refused) {
      for (Violation violation : refused.violations()) {
        if (mistakes.stream().noneMatch(known -> known.field().equals(violation.field()))) {
          mistakes.add(violation);
        }
      }
      return null;
    }
  }

  private static Optional<LocalDate> date(String field, String text, List<Violation> mistakes) {
    try {
      return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text.strip()));
    } catch (DateTimeException refused) {
      mistakes.add(
          new Violation(
              field, "日付は 2026-04-01 のように入力してください。", "a date is written like 2026-04-01"));
      return Optional.empty();
    }
  }
}
