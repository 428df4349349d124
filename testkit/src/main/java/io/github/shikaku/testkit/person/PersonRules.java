package io.github.shikaku.testkit.person;

import io.github.shikaku.model.CheckDigit;
import io.github.shikaku.testkit.person.SampleQualification.Disease;
import io.github.shikaku.testkit.person.SampleQualification.Elderly;
import io.github.shikaku.testkit.person.SampleQualification.Limit;
import io.github.shikaku.testkit.person.SampleQualification.Membership;
import io.github.shikaku.testkit.person.SampleQualification.Period;
import io.github.shikaku.testkit.person.SampleQualification.Ticket;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a sample person could exist on the day of confirmation. It knows nothing of {@link
 * PersonGenerator}, so that each can find the other's mistakes.
 */
public final class PersonRules {
  private static final Set<String> LAW_NUMBERS =
      Set.of(
          "01", "02", "03", "04", "06", "07", "31", "32", "33", "34", "39", "63", "67", "72", "73",
          "74", "75");
  private static final Set<String> SPECIAL_RETIRED = Set.of("63", "72", "73", "74", "75");
  private static final Set<String> REDUCED = Set.of("A05", "B05", "B06", "B07");

  private final SamplePerson person;
  private final LocalDate birthdate;
  private final LocalDate date;
  private final List<RuleViolation> violations = new ArrayList<>();

  private PersonRules(SamplePerson person) {
    this.person = person;
    this.birthdate = person.identity().birthdate();
    this.date = person.confirmation().date();
  }

  /** Everything that makes the person impossible; empty when nothing does. */
  public static List<RuleViolation> check(SamplePerson person) {
    PersonRules rules = new PersonRules(person);
    rules.identity();
    rules.validity();
    person.qualifications().forEach(rules::qualification);
    if (person.newer() != null) {
      rules.qualification(person.newer());
    }
    return List.copyOf(rules.violations);
  }

  /** {@link #check} for each, and what is impossible between members of one household. */
  public static List<RuleViolation> checkHousehold(List<SamplePerson> members) {
    List<RuleViolation> all = new ArrayList<>();
    Set<List<@Nullable String>> seen = new HashSet<>();
    for (SamplePerson member : members) {
      all.addAll(check(member));
      for (SampleQualification q : member.qualifications()) {
        Membership m = q.membership();
        if (m.branch() != null
            && !seen.add(Arrays.asList(m.insurerNumber(), m.symbol(), m.number(), m.branch()))) {
          all.add(
              new RuleViolation(PersonRule.BRANCH, "two members of a household share a branch"));
        }
      }
    }
    return List.copyOf(all);
  }

  private void require(boolean holds, PersonRule rule, String message) {
    if (!holds) {
      violations.add(new RuleViolation(rule, message));
    }
  }

  private void identity() {
    Identity id = person.identity();
    require(!birthdate.isAfter(date), PersonRule.DATES, "born after the confirmation date");
    require(
        Set.of("1", "2", "3").contains(id.sex()), PersonRule.INVENTED, "sex is not of OQSCD007");
    require(
        InventedNames.isInventedName(id.name()),
        PersonRule.INVENTED,
        "name is not of the invented list");
    require(
        id.kana().chars().allMatch(c -> c == ' ' || (c >= 0xFF66 && c <= 0xFF9F))
            && id.kana().chars().filter(c -> c == ' ').count() == 1,
        PersonRule.INVENTED,
        "kana is not half width with one space");
    if (id.address() == null || id.postNumber() == null) {
      require(
          id.address() == null && id.postNumber() == null,
          PersonRule.INVENTED,
          "address and postcode are left out together");
    } else {
      require(
          InventedNames.isInventedPlace(id.address(), id.postNumber()),
          PersonRule.INVENTED,
          "address is not of the invented list");
    }
  }

  private void validity() {
    String validity = person.confirmation().validity();
    List<SampleQualification> reported = person.qualifications();
    boolean card = person.confirmation().source() == AnswerSource.CARD;
    int count = reported.size();
    require(
        switch (validity) {
          case "4" -> count == 0;
          case "5" -> count >= 2;
          case "1", "2", "3", "6" -> count >= 1;
          default -> false;
        },
        PersonRule.VALIDITY,
        "number of qualifications does not fit the validity");
    for (SampleQualification q : reported) {
      LocalDate lost = q.period().lost();
      boolean gone = lost != null && !lost.isAfter(date);
      require(
          gone == Set.of("2", "3").contains(validity),
          PersonRule.VALIDITY,
          "lost and validity contradict each other");
      require(
          !validity.equals("5") || !q.isPublicAssistance(),
          PersonRule.VALIDITY,
          "several is for medical insurance only");
      require(
          !validity.equals("6") || q.isPublicAssistance(),
          PersonRule.PUBLIC_ASSISTANCE,
          "validity 6 is for public assistance only");
      require(
          !validity.equals("3") || "03".equals(q.period().lossReason()),
          PersonRule.VALIDITY,
          "replaced needs loss reason 03");
      SampleQualification newer = person.newer();
      if (newer != null) {
        require(
            lost != null
                && !newer.period().acquired().isBefore(lost)
                && newer.covers(date)
                && validity.equals("3"),
            PersonRule.VALIDITY,
            "the newer qualification does not follow");
      }
    }
    require(
        validity.equals("3") == (person.newer() != null),
        PersonRule.VALIDITY,
        "replaced means that there is a newer qualification");
    require(!validity.equals("3") || !card, PersonRule.VALIDITY, "replaced is not said by card");
  }

  private void qualification(SampleQualification q) {
    LocalDate lost = q.period().lost();
    LocalDate asOf = lost != null && !lost.isAfter(date) ? lost.minusDays(1) : date;
    dates(q.period(), asOf);
    consents(q);
    q.tickets().forEach(this::ticket);
    if (q.isPublicAssistance()) {
      publicAssistance(q);
      return;
    }
    require(
        q.tickets().isEmpty(), PersonRule.PUBLIC_ASSISTANCE, "tickets are for public assistance");
    membership(q, asOf);
    paper(q, asOf);
    burden(q, asOf);
    limit(q, asOf);
    q.diseases().forEach(disease -> disease(disease, q, asOf));
  }

  private void membership(SampleQualification q, LocalDate asOf) {
    Membership m = q.membership();
    insurerNumber(m);
    LocalDate seventyFive = AgeDates.latterStageStart(birthdate);
    LocalDate sixtyFive = AgeDates.birthday(birthdate, 65);
    if (q.isLatterStage()) {
      boolean disabled = q.period().acquired().isBefore(seventyFive);
      require(
          !asOf.isBefore(disabled ? sixtyFive : seventyFive)
              && !q.period().acquired().isBefore(sixtyFive),
          PersonRule.SCHEME_BY_AGE,
          "too young for 後期高齢者医療");
      require(
          m.symbol() == null
              && m.branch() == null
              && "1".equals(m.personal())
              && isDigits(m.number(), 8),
          PersonRule.LATTER_STAGE_NUMBERS,
          "後期高齢者 has no symbol, no branch, is 本人 and has eight digits");
    } else {
      require(
          asOf.isBefore(seventyFive),
          PersonRule.SCHEME_BY_AGE,
          "from the 75th birthday it is 後期高齢者医療");
      require(isDigits(m.branch(), 2), PersonRule.BRANCH, "branch has two digits");
      require(
          "1".equals(m.personal()) || "2".equals(m.personal()),
          PersonRule.BRANCH,
          "本人・家族 is not of OQSCD009");
      require(
          m.number() != null && !m.number().isBlank() && m.number().length() <= 20,
          PersonRule.BRANCH,
          "number has one to twenty characters");
      require(
          m.symbol() == null || m.symbol().length() <= 20,
          PersonRule.BRANCH,
          "symbol has at most twenty characters");
    }
    if (m.insuredName() != null) {
      require(
          InventedNames.isInventedName(m.insuredName()),
          PersonRule.INVENTED,
          "insured name is not of the invented list");
    }
  }

  private void insurerNumber(Membership m) {
    String number = m.insurerNumber();
    boolean six = isDigits(number, 6);
    if (number == null || (!six && !isDigits(number, 8))) {
      require(false, PersonRule.INSURER_NUMBER, "insurer number has six or eight digits");
      return;
    }
    String tail = six ? number : number.substring(2);
    int prefecture = Integer.parseInt(tail.substring(0, 2));
    require(
        prefecture >= 1 && prefecture <= 47, PersonRule.INSURER_NUMBER, "prefecture is 01 to 47");
    require(
        tail.substring(2, 5).equals("999"),
        PersonRule.INSURER_NUMBER,
        "a sample insurer has 保険者別 999");
    require(CheckDigit.isLuhn(number), PersonRule.INSURER_NUMBER, "check digit is wrong");
    String law = six ? "" : number.substring(0, 2);
    require(six || LAW_NUMBERS.contains(law), PersonRule.INSURER_NUMBER, "法別 does not exist");
    String card = m.cardClass();
    boolean fits =
        law.equals("07")
            ? card.equals("07")
            : SPECIAL_RETIRED.contains(law)
                ? card.equals("06")
                : law.equals("67")
                    ? Set.of("02", "04").contains(card)
                    : Set.of("01", "03", "05").contains(card);
    require(fits, PersonRule.SCHEME_AND_CARD_CLASS, "法別 and 被保険者証区分 do not go together");
    require(
        Scheme.byNumber(number).map(s -> s.insurerName().equals(m.insurerName())).orElse(true)
            && m.insurerName().startsWith("見本"),
        PersonRule.INVENTED,
        "insurer name is not the invented one");
  }

  private void dates(Period p, LocalDate asOf) {
    require(!p.acquired().isBefore(birthdate), PersonRule.DATES, "acquired before birth");
    require(!p.acquired().isAfter(asOf), PersonRule.DATES, "acquired after what was confirmed");
    LocalDate from = p.validFrom();
    LocalDate until = p.validUntil();
    if (from != null) {
      require(!from.isBefore(p.acquired()), PersonRule.DATES, "valid before acquired");
      require(!from.isAfter(asOf), PersonRule.DATES, "valid only later");
    }
    if (until != null) {
      require(!until.isBefore(asOf), PersonRule.DATES, "paper had ended");
    }
    LocalDate issued = p.issued();
    if (issued != null) {
      require(!issued.isAfter(asOf), PersonRule.DATES, "issued later");
    }
    LocalDate lost = p.lost();
    require(lost == null || lost.isAfter(p.acquired()), PersonRule.DATES, "lost before acquired");
    String reason = p.lossReason();
    require(
        reason == null || (lost != null && Set.of("01", "02", "03", "99").contains(reason)),
        PersonRule.DATES,
        "a loss reason needs a loss");
  }

  private void paper(SampleQualification q, LocalDate asOf) {
    LocalDate issued = q.period().issued();
    LocalDate from = q.period().validFrom();
    LocalDate until = q.period().validUntil();
    if (issued == null) {
      return;
    }
    if (issued.isBefore(AgeDates.NO_MORE_CARDS_ISSUED)) {
      require(
          asOf.isBefore(AgeDates.NO_MORE_CARDS_VALID)
              && until != null
              && until.isBefore(AgeDates.NO_MORE_CARDS_VALID),
          PersonRule.PAPER,
          "a 保険証 ended on 2025-12-01");
    } else if (from != null) {
      require(
          until != null && until.isBefore(from.plusYears(5)),
          PersonRule.PAPER,
          "a 資格確認書 is valid for at most five years");
    }
    if (!q.isLatterStage() && until != null) {
      require(
          until.isBefore(AgeDates.latterStageStart(birthdate)),
          PersonRule.SCHEME_BY_AGE,
          "paper is valid beyond the 75th birthday");
    }
  }

  private void burden(SampleQualification q, LocalDate asOf) {
    String ratio = q.burden().ratio();
    Elderly elderly = q.burden().elderly();
    boolean latterStage = q.isLatterStage();
    boolean elderlyAge = !latterStage && AgeDates.isElderlyRecipient(birthdate, asOf);
    boolean preschool = AgeDates.isPreschool(birthdate, asOf);
    require(
        preschool ? "1".equals(q.burden().preschool()) : q.burden().preschool() == null,
        PersonRule.PRESCHOOL,
        "未就学区分 does not fit the age");
    if (latterStage) {
      boolean twenty = !asOf.isBefore(AgeDates.LATTER_STAGE_TWENTY_PERCENT);
      require(
          ratio != null
              && (twenty ? Set.of("010", "020", "030") : Set.of("010", "030")).contains(ratio),
          PersonRule.RATIO,
          "ratio does not exist in 後期高齢者医療 on that day");
    } else {
      require(ratio == null, PersonRule.RATIO, "the ratio is reported in 後期高齢者医療 only");
    }
    require(
        elderlyAge == (elderly != null),
        PersonRule.ELDERLY_RECIPIENT,
        "高齢受給者 is from 70 to 74 and nobody else");
    if (elderly != null) {
      LocalDate end =
          min(AgeDates.insuranceYearEnd(asOf), AgeDates.latterStageStart(birthdate).minusDays(1));
      require(
          Set.of("020", "030").contains(elderly.ratio()),
          PersonRule.ELDERLY_RECIPIENT,
          "ratio is 020 or 030");
      require(
          elderly.validUntil().equals(end),
          PersonRule.ELDERLY_RECIPIENT,
          "valid to the next 31 July or the day before 75");
      require(
          !elderly.validFrom().isBefore(AgeDates.elderlyStart(birthdate))
              && !elderly.validFrom().isAfter(asOf)
              && !elderly.issued().isAfter(asOf),
          PersonRule.ELDERLY_RECIPIENT,
          "valid from the month after 70");
    }
  }

  private void limit(SampleQualification q, LocalDate asOf) {
    Limit limit = q.limit();
    SampleConsent consent = q.limitConsent();
    if (consent != null) {
      require(
          !consent.at().isAfter(person.confirmation().processedAt())
              && Set.of("0", "1").contains(consent.flag()),
          PersonRule.CONSENT,
          "consent to 限度額 is later than the processing");
    }
    if (limit == null) {
      return;
    }
    require(
        consent != null && consent.isGiven(),
        PersonRule.LIMIT_CONSENT,
        "限度額 is not provided without consent");
    String category = limit.category();
    require(
        possibleCategories(q, asOf).contains(category),
        PersonRule.LIMIT_CATEGORY,
        "適用区分 does not fit age and ratio");
    require(
        limit.classification().equals(REDUCED.contains(category) ? "02" : "01"),
        PersonRule.LIMIT_CATEGORY,
        "認定証区分 does not fit 適用区分");
    require(
        limit.longTermFrom() == null || Set.of("A05", "B05").contains(category),
        PersonRule.LIMIT_CATEGORY,
        "長期入院 is for 低所得 only");
    limitDates(q, limit, asOf);
  }

  private void limitDates(SampleQualification q, Limit limit, LocalDate asOf) {
    LocalDate last = AgeDates.insuranceYearEnd(asOf);
    LocalDate first = AgeDates.insuranceYearStart(asOf);
    if (!q.isLatterStage()) {
      LocalDate elderly = AgeDates.elderlyStart(birthdate);
      last = min(last, AgeDates.latterStageStart(birthdate).minusDays(1));
      if (asOf.isBefore(elderly)) {
        last = min(last, elderly.minusDays(1));
      } else {
        first = max(first, elderly);
      }
    }
    boolean newer = Set.of("B09", "B10").contains(limit.category());
    if (newer) {
      first = max(first, AgeDates.LATTER_STAGE_TWENTY_PERCENT);
    } else if (q.isLatterStage() && limit.category().equals("B04")) {
      last = min(last, AgeDates.LATTER_STAGE_TWENTY_PERCENT.minusDays(1));
    }
    first = max(first, q.period().acquired());
    require(
        !limit.validFrom().isBefore(first)
            && !limit.validFrom().isAfter(asOf)
            && !limit.validUntil().isAfter(last)
            && !limit.validUntil().isBefore(asOf)
            && !limit.issued().isAfter(asOf),
        PersonRule.LIMIT_DATES,
        "限度額 is valid within one insurance year and one age class");
  }

  private Set<String> possibleCategories(SampleQualification q, LocalDate asOf) {
    if (q.isLatterStage()) {
      boolean twenty = !asOf.isBefore(AgeDates.LATTER_STAGE_TWENTY_PERCENT);
      return switch (Objects.requireNonNullElse(q.burden().ratio(), "")) {
        case "030" -> Set.of("B01", "B02", "B03");
        case "020" -> Set.of("B09");
        case "010" -> Set.of(twenty ? "B10" : "B04", "B05", "B06", "B07", "B08");
        default -> Set.of();
      };
    }
    if (asOf.isBefore(AgeDates.elderlyStart(birthdate))) {
      return Set.of("A01", "A02", "A03", "A04", "A05", "A06");
    }
    Elderly elderly = q.burden().elderly();
    return elderly != null && elderly.ratio().equals("030")
        ? Set.of("B01", "B02", "B03")
        : Set.of("B04", "B05", "B06", "B07", "B08");
  }

  private void disease(Disease disease, SampleQualification q, LocalDate asOf) {
    require(
        person.confirmation().source() == AnswerSource.CARD,
        PersonRule.SPECIFIC_DISEASE,
        "特定疾病 is never reported by number");
    SampleConsent consent = q.diseaseConsent();
    require(
        consent != null && consent.isGiven(),
        PersonRule.SPECIFIC_DISEASE,
        "特定疾病 is not provided without consent");
    Limit limit = q.limit();
    boolean higherPossible =
        disease.category().equals("1")
            && asOf.isBefore(AgeDates.elderlyStart(birthdate))
            && !q.isLatterStage()
            && limit != null
            && Set.of("A01", "A02").contains(limit.category());
    require(
        disease.selfPayYen() == 10000 || (disease.selfPayYen() == 20000 && higherPossible),
        PersonRule.SPECIFIC_DISEASE,
        "self pay is 10000, or 20000 for dialysis under 70 with ア or イ");
    require(
        Set.of("1", "2", "3").contains(disease.category())
            && !disease.validFrom().isAfter(asOf)
            && !disease.validUntil().isBefore(asOf)
            && !disease.issued().isAfter(asOf),
        PersonRule.SPECIFIC_DISEASE,
        "category or dates of 特定疾病 are wrong");
  }

  private void publicAssistance(SampleQualification q) {
    Membership m = q.membership();
    require(
        m.insurerNumber() == null && m.symbol() == null && m.number() == null && m.branch() == null,
        PersonRule.PUBLIC_ASSISTANCE,
        "医療扶助 has no insurer's numbers");
    require(m.insurerName().startsWith("見本"), PersonRule.INVENTED, "insurer name is not invented");
    boolean unregistered = person.confirmation().validity().equals("6");
    boolean current = person.confirmation().validity().equals("1");
    require(
        (!unregistered || q.tickets().isEmpty()) && (!current || !q.tickets().isEmpty()),
        PersonRule.PUBLIC_ASSISTANCE,
        "valid means a ticket, not registered means none");
    require(
        q.burden().elderly() == null && q.burden().ratio() == null && q.limit() == null,
        PersonRule.PUBLIC_ASSISTANCE,
        "医療扶助 has no ratio and no 限度額");
  }

  private void ticket(Ticket ticket) {
    YearMonth month = ticket.month();
    require(
        month.equals(YearMonth.from(date))
            && YearMonth.from(ticket.validFrom()).equals(month)
            && YearMonth.from(ticket.validUntil()).equals(month)
            && !ticket.validUntil().isBefore(ticket.validFrom()),
        PersonRule.PUBLIC_ASSISTANCE,
        "a ticket is for the month of the date");
    require(
        isDigits(ticket.institution(), 10) && !CheckDigit.isLuhn(ticket.institution()),
        PersonRule.INSTITUTION,
        "a sample institution has a wrong check digit");
  }

  private void consents(SampleQualification q) {
    LocalDateTime processed = person.confirmation().processedAt();
    for (Map.Entry<ConsentFamily, SampleConsent> entry : q.consents().entrySet()) {
      SampleConsent consent = entry.getValue();
      require(
          !consent.at().isAfter(processed), PersonRule.CONSENT, "consent is later than processing");
      boolean given = consent.isGiven();
      require(
          given
              ? consent.at().plusHours(24).equals(consent.availableUntil())
              : consent.availableUntil() == null,
          PersonRule.CONSENT,
          "available for 24 hours when given, else not");
      require(
          !given || !person.confirmation().certificateExpired(),
          PersonRule.CONSENT,
          "an expired certificate shows no medical information");
    }
  }

  private static boolean isDigits(@Nullable String text, int length) {
    return text != null
        && text.length() == length
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static LocalDate min(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private static LocalDate max(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
