package io.github.shikaku.qualification;

import io.github.shikaku.error.InvalidRequestException;
import io.github.shikaku.error.Violation;
import io.github.shikaku.model.Basis;
import io.github.shikaku.model.Birthdate;
import io.github.shikaku.model.BranchNumber;
import io.github.shikaku.model.Code;
import io.github.shikaku.model.InsuredNumber;
import io.github.shikaku.model.InsuredSymbol;
import io.github.shikaku.model.InsurerNumber;
import io.github.shikaku.model.MedicalInstitutionCode;
import io.github.shikaku.model.OqsDate;
import io.github.shikaku.model.PersonalText;
import io.github.shikaku.model.WireValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A qualification check by number (資格確認照会): checked, immutable, ready to be sent.
 *
 * <p>Source: OQS-IF-001. 保険者番号, 番号 and 生年月日 are mandatory there; 照会番号 alone cannot be asked with.
 */
public final class QualificationQuery {
  private static final Violation BORN_LATER =
      new Violation("birthdate", "生年月日が資格確認日より後です。", "the birthdate is after the day of the check");
  private static final Rule MANDATORY = new Rule("必須項目です。", "it is mandatory");
  private static final Rule SIX_OR_EIGHT_DIGITS =
      new Rule("保険者番号は6桁または8桁の数字です。", "an insurer number has six or eight digits");
  private static final Rule TEXT_OF_20 =
      new Rule("20文字以内で入力してください。", "it has up to 20 printable characters");
  private static final Rule TEXT_OF_50 =
      new Rule("50文字以内で入力してください。", "it has up to 50 printable characters");
  private static final Rule ONE_OR_TWO_DIGITS =
      new Rule("枝番は1桁または2桁の数字です。", "a branch number has one or two digits");

  private final InsurerNumber insurerNumber;
  private final @Nullable InsuredSymbol symbol;
  private final InsuredNumber number;
  private final @Nullable BranchNumber branch;
  private final LocalDate birthdate;
  private final @Nullable LocalDate confirmationDate;
  private final LimitConsent limitConsent;
  private final Basis basis;
  private final @Nullable PersonalText arbitraryIdentifier;

  private QualificationQuery(Builder builder, Checked checked) {
    insurerNumber = checked.insurerNumber;
    symbol = checked.symbol;
    number = checked.number;
    branch = checked.branch;
    birthdate = checked.birthdate;
    confirmationDate = builder.confirmationDate;
    limitConsent = builder.limitConsent;
    basis = builder.basis;
    arbitraryIdentifier = checked.arbitraryIdentifier;
  }

  /** Starts a query. Insurer number, number and birthdate are mandatory. */
  public static Builder builder() {
    return new Builder();
  }

  /** 保険者番号, natural digits without padding. */
  public InsurerNumber insurerNumber() {
    return insurerNumber;
  }

  /** 記号, where the certificate has one. */
  public Optional<InsuredSymbol> symbol() {
    return Optional.ofNullable(symbol);
  }

  /** 番号. */
  public InsuredNumber number() {
    return number;
  }

  /** 枝番, where the certificate has one. */
  public Optional<BranchNumber> branch() {
    return Optional.ofNullable(branch);
  }

  /** 生年月日. */
  public LocalDate birthdate() {
    return birthdate;
  }

  /** 資格確認日; empty means the day on which the query is sent. */
  public Optional<LocalDate> confirmationDate() {
    return Optional.ofNullable(confirmationDate);
  }

  /** Whether the patient consented to 限度額適用認定証 information. */
  public LimitConsent limitConsent() {
    return limitConsent;
  }

  /** How the numbers became known. */
  public Basis basis() {
    return basis;
  }

  /** 任意の識別子 of the caller. */
  public Optional<PersonalText> arbitraryIdentifier() {
    return Optional.ofNullable(arbitraryIdentifier);
  }

  /**
   * The request message (OQS-IF-001). {@code today} is the day in Japan, used when the query names
   * no 資格確認日; the insurer number is padded with spaces to eight characters, as files have it.
   *
   * @throws InvalidRequestException when the birthdate is after 資格確認日
   */
  public QualificationRequestMessage toMessage(
      MedicalInstitutionCode institution, @Nullable String fileIdentifier, LocalDate today) {
    LocalDate day = confirmationDate == null ? today : confirmationDate;
    if (birthdate.isAfter(day)) {
      throw new InvalidRequestException(List.of(BORN_LATER));
    }
    return new QualificationRequestMessage(
        new QualificationRequestMessage.Header(OqsDate.of(day), institution, fileIdentifier),
        new QualificationRequestMessage.Body(
            new QualificationSearchInfo(
                InsurerNumber.received(insurerNumber.padded()),
                symbol,
                number,
                branch,
                Birthdate.of(birthdate),
                Code.of(limitConsent.flag()),
                arbitraryIdentifier)));
  }

  /** Nothing of the person. */
  @Override
  public String toString() {
    return "QualificationQuery[" + basis + ", " + limitConsent + "]";
  }

  /** What was typed, checked. */
  private record Checked(
      InsurerNumber insurerNumber,
      @Nullable InsuredSymbol symbol,
      InsuredNumber number,
      @Nullable BranchNumber branch,
      LocalDate birthdate,
      @Nullable PersonalText arbitraryIdentifier) {}

  /** Collects what was typed; {@link #build()} checks everything at once. */
  public static final class Builder {
    private static final int MAX_IDENTIFIER = 50;

    /** As long as an operator's id in the audit trail, where it is kept. */
    private static final int MAX_ASKED_BY = 64;

    private String insurerNumber = "";
    private String symbol = "";
    private String number = "";
    private String branch = "";
    private String arbitraryIdentifier = "";
    private @Nullable LocalDate birthdate;
    private @Nullable LocalDate confirmationDate;
    private LimitConsent limitConsent = LimitConsent.notGiven();
    private Basis basis = Basis.KNOWN_NUMBER;
    private boolean checkDigit = true;

    private Builder() {}

    /** 保険者番号: six or eight digits, padding and full-width digits welcome. Mandatory. */
    public Builder insurerNumber(String text) {
      insurerNumber = text;
      return this;
    }

    /** 保険者番号. Mandatory. */
    public Builder insurerNumber(InsurerNumber value) {
      return insurerNumber(value.natural());
    }

    /**
     * 記号: up to 20 characters, exactly as printed, full-width characters included; blank when the
     * certificate has none.
     */
    public Builder symbol(String text) {
      symbol = text;
      return this;
    }

    /** 記号. */
    public Builder symbol(InsuredSymbol value) {
      return symbol(value.wire());
    }

    /** 番号: up to 20 characters. Mandatory. */
    public Builder number(String text) {
      number = text;
      return this;
    }

    /** 番号. Mandatory. */
    public Builder number(InsuredNumber value) {
      return number(value.wire());
    }

    /** 枝番: one or two digits; blank when the certificate has none. */
    public Builder branch(String text) {
      branch = text;
      return this;
    }

    /** 枝番. */
    public Builder branch(BranchNumber value) {
      return branch(value.wire());
    }

    /** 生年月日, from 1868 on and not after the day of the check. Mandatory. */
    public Builder birthdate(LocalDate date) {
      birthdate = date;
      return this;
    }

    /**
     * 資格確認日, from 2020 on; without it the day, in Japan, on which the query is sent. How far back
     * or ahead OQS takes it is not known.
     */
    public Builder confirmationDate(LocalDate date) {
      confirmationDate = date;
      return this;
    }

    /** The patient's consent to 限度額適用認定証 information; without it 未同意. */
    public Builder limitConsent(LimitConsent consent) {
      limitConsent = consent;
      return this;
    }

    /** How the numbers became known; without it {@link Basis#KNOWN_NUMBER}. */
    public Builder basis(Basis value) {
      basis = value;
      return this;
    }

    /** 任意の識別子 of the caller, up to 50 characters, echoed in the answer. */
    public Builder arbitraryIdentifier(String text) {
      arbitraryIdentifier = text;
      return this;
    }

    /**
     * Does not demand that the insurer number's check digit is right, because real data break it.
     */
    public Builder withoutCheckDigit() {
      checkDigit = false;
      return this;
    }

    /**
     * The query. Characters that the encoding of the exchange cannot carry are found when it is
     * sent.
     *
     * @throws InvalidRequestException with every violation at once, each with the name of the
     *     builder's method
     */
    public QualificationQuery build() {
      Checks checks = new Checks();
      InsurerNumber insurer = checkInsurer(checks);
      InsuredSymbol checkedSymbol =
          checks.optional(symbol, InsuredSymbol::of, "symbol", TEXT_OF_20);
      InsuredNumber checkedNumber =
          checks.mandatory(number, InsuredNumber::of, "number", TEXT_OF_20);
      BranchNumber checkedBranch =
          checks.optional(branch, BranchNumber::of, "branch", ONE_OR_TWO_DIGITS);
      LocalDate born = checkBirthdate(checks);
      checkConsent(checks);
      PersonalText identifier =
          checks.optional(
              arbitraryIdentifier, Builder::identifier, "arbitraryIdentifier", TEXT_OF_50);
      checks.throwIfAny();
      if (insurer == null || checkedNumber == null || born == null) {
        throw new IllegalStateException("a mandatory field passed without a value");
      }
      return new QualificationQuery(
          this,
          new Checked(insurer, checkedSymbol, checkedNumber, checkedBranch, born, identifier));
    }

    private @Nullable InsurerNumber checkInsurer(Checks checks) {
      InsurerNumber value =
          checks.mandatory(insurerNumber, InsurerNumber::of, "insurerNumber", SIX_OR_EIGHT_DIGITS);
      if (value != null && checkDigit && !value.hasValidCheckDigit()) {
        checks.add(
            "insurerNumber",
            new Rule("保険者番号の検証番号が正しくありません。", "the check digit of the insurer number is wrong"));
      }
      return value;
    }

    private @Nullable LocalDate checkBirthdate(Checks checks) {
      if (birthdate == null) {
        checks.add("birthdate", MANDATORY);
      } else if (birthdate.getYear() < 1868 || birthdate.getYear() > 9999) {
        checks.add("birthdate", new Rule("生年月日が正しくありません。", "nobody alive has this birthdate"));
      } else if (confirmationDate != null && birthdate.isAfter(confirmationDate)) {
        checks.violations.add(BORN_LATER);
      }
      if (confirmationDate != null
          && (confirmationDate.getYear() < 2020 || confirmationDate.getYear() > 9999)) {
        checks.add(
            "confirmationDate",
            new Rule("資格確認日が正しくありません。", "the day of the check is before the system existed"));
      }
      return birthdate;
    }

    private void checkConsent(Checks checks) {
      if (limitConsent.askedBy().filter(Builder::isNobody).isPresent()) {
        checks.add(
            "limitConsent",
            new Rule(
                "限度額情報の提供同意を確認した職員（1〜64文字）が必要です。",
                "consent needs who asked the patient, in 1 to 64 printable characters"));
      }
    }

    /** What the audit trail would refuse later is refused here, with everything else. */
    private static boolean isNobody(String askedBy) {
      return askedBy.isBlank()
          || askedBy.length() > MAX_ASKED_BY
          || askedBy.codePoints().anyMatch(Character::isISOControl);
    }

    private static PersonalText identifier(String text) {
      String stripped = text.strip();
      if (stripped.length() > MAX_IDENTIFIER
          || stripped.codePoints().anyMatch(Character::isISOControl)) {
        throw new IllegalArgumentException("an identifier has up to 50 printable characters");
      }
      return new PersonalText(stripped);
    }

    /** Nothing of the person. */
    @Override
    public String toString() {
      return "QualificationQuery.Builder";
    }
  }

  /** A rule in both languages. */
  private record Rule(String japanese, String english) {}

  /** Collects violations instead of stopping at the first. */
  private static final class Checks {
    final List<Violation> violations = new ArrayList<>();

    void add(String field, Rule rule) {
      violations.add(new Violation(field, rule.japanese, rule.english));
    }

    <V extends WireValue> @Nullable V mandatory(
        String text, Function<String, V> of, String field, Rule rule) {
      if (text.isBlank()) {
        add(field, MANDATORY);
        return null;
      }
      return optional(text, of, field, rule);
    }

    <V extends WireValue> @Nullable V optional(
        String text, Function<String, V> of, String field, Rule rule) {
      if (text.isBlank()) {
        return null;
      }
      try {
        return of.apply(text);
      } catch (IllegalArgumentException refused) {
        add(field, rule);
        return null;
      }
    }

    void throwIfAny() {
      if (!violations.isEmpty()) {
        throw new InvalidRequestException(violations);
      }
    }
  }
}
