package io.github.shikaku.testkit.person;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a generated person shall be like; what is not said is chosen so that it fits. */
public final class PersonPlan {
  /** How the name is written. */
  public enum Spelling {
    /** With characters every system has. */
    ORDINARY,
    /** With ● for a character that could not be represented. */
    MASKED,
    /** With a character of 第3水準. */
    THIRD_LEVEL
  }

  final LocalDate birthdate;
  final LocalDate date;
  LocalDateTime processedAt;
  AnswerSource source = AnswerSource.NUMBER;
  String validity = "1";
  Spelling spelling = Spelling.ORDINARY;
  boolean undisclosed;
  boolean limitConsent;
  boolean consents;
  boolean refused;
  boolean certificateExpired;
  @Nullable Scheme scheme;
  @Nullable String ratio;
  @Nullable String limitCategory;
  @Nullable String disease;
  @Nullable String symbol;
  @Nullable String number;
  @Nullable String branch;
  @Nullable String personal;
  @Nullable String referenceNumber;

  private PersonPlan(LocalDate birthdate, LocalDate date) {
    this.birthdate = birthdate;
    this.date = date;
    this.processedAt = date.atTime(10, 15, 30);
  }

  /**
   * Somebody born on {@code birthdate} whose qualification is confirmed for {@code date}.
   *
   * @throws IllegalArgumentException when the birthdate is later than the date
   */
  public static PersonPlan of(LocalDate birthdate, LocalDate date) {
    if (birthdate.isAfter(date)) {
      throw new IllegalArgumentException("nobody is asked for before the day of birth");
    }
    return new PersonPlan(birthdate, date);
  }

  /** 資格確認日. */
  public LocalDate date() {
    return date;
  }

  /** The scheme; must be possible at that age. */
  public PersonPlan scheme(Scheme value) {
    this.scheme = value;
    return this;
  }

  /** By what the qualification is confirmed; by number when not said. */
  public PersonPlan source(AnswerSource value) {
    this.source = value;
    return this;
  }

  /** 処理実行日時; in the morning of the date when not said. */
  public PersonPlan processedAt(LocalDateTime value) {
    this.processedAt = value;
    return this;
  }

  /** 資格有効性 (OQSCD006): 1 to 6. */
  public PersonPlan validity(String value) {
    this.validity = value;
    return this;
  }

  /** The ratio of 後期高齢者 or 高齢受給者, three digits. */
  public PersonPlan ratio(String value) {
    this.ratio = value;
    return this;
  }

  /** 適用区分 (OQSCD012) of 限度額; reported by number only with {@link #limitConsent}. */
  public PersonPlan limitCategory(String value) {
    this.limitCategory = value;
    return this;
  }

  /** Whether the query says that the patient consents to 限度額 being provided. */
  public PersonPlan limitConsent(boolean value) {
    this.limitConsent = value;
    return this;
  }

  /** 認定疾病区分 (OQSCD013); reported by card only. */
  public PersonPlan disease(String value) {
    this.disease = value;
    return this;
  }

  /** All families of medical information are consented to. */
  public PersonPlan consentsGiven() {
    this.consents = true;
    this.refused = false;
    return this;
  }

  /** All families of medical information are refused. */
  public PersonPlan consentsRefused() {
    this.consents = true;
    this.refused = true;
    return this;
  }

  /** The certificate on the card has expired, so no medical information is shown. */
  public PersonPlan certificateExpired() {
    this.certificateExpired = true;
    return consentsRefused();
  }

  /** How the name is written. */
  public PersonPlan spelling(Spelling value) {
    this.spelling = value;
    return this;
  }

  /** Address and postcode are not disclosed (不開示). */
  public PersonPlan undisclosedAddress() {
    this.undisclosed = true;
    return this;
  }

  /** 記号. */
  public PersonPlan symbol(String value) {
    this.symbol = value;
    return this;
  }

  /** 番号. */
  public PersonPlan number(String value) {
    this.number = value;
    return this;
  }

  /** 枝番, two digits. */
  public PersonPlan branch(String value) {
    this.branch = value;
    return this;
  }

  /** 本人・家族の別 (OQSCD009). */
  public PersonPlan personal(String value) {
    this.personal = value;
    return this;
  }

  /** 照会番号. */
  public PersonPlan referenceNumber(String value) {
    this.referenceNumber = value;
    return this;
  }

  Optional<Scheme> wantedScheme() {
    return Optional.ofNullable(scheme);
  }

  @Override
  public String toString() {
    return "PersonPlan[***]";
  }
}
