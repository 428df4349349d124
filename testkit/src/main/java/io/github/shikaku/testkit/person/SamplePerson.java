package io.github.shikaku.testkit.person;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invented person and what an answer tells about the qualification on one day.
 *
 * @param identity who it is
 * @param confirmation when and by what the qualification was confirmed
 * @param qualifications what the answer reports: none, one, or several
 * @param newer the qualification that replaced the reported one, which the answer does not show
 */
public record SamplePerson(
    Identity identity,
    Confirmation confirmation,
    List<SampleQualification> qualifications,
    @Nullable SampleQualification newer) {

  /** Copies the list. */
  public SamplePerson {
    qualifications = List.copyOf(qualifications);
  }

  /**
   * The first qualification of the answer.
   *
   * @throws IllegalStateException when there is none
   */
  public SampleQualification qualification() {
    if (qualifications.isEmpty()) {
      throw new IllegalStateException("this person has no qualification");
    }
    return qualifications.get(0);
  }

  /** The same person, with what happened at another desk. */
  public SamplePerson withQualifications(List<SampleQualification> others) {
    return new SamplePerson(identity, confirmation, others, newer);
  }

  @Override
  public String toString() {
    return "SamplePerson[***]";
  }

  /**
   * When and by what the qualification was confirmed.
   *
   * @param date 資格確認日
   * @param processedAt 処理実行日時
   * @param source by what
   * @param validity 資格有効性 (OQSCD006)
   * @param certificateExpired whether the certificate on the card had expired
   */
  public record Confirmation(
      LocalDate date,
      LocalDateTime processedAt,
      AnswerSource source,
      String validity,
      boolean certificateExpired) {}
}
