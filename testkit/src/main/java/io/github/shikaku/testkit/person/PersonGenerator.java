package io.github.shikaku.testkit.person;

import io.github.shikaku.testkit.person.InventedNames.Name;
import io.github.shikaku.testkit.person.InventedNames.Place;
import io.github.shikaku.testkit.person.SampleQualification.Burden;
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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Makes people that could exist and do not. The same seed gives the same people; dates move with
 * the calendar year of the confirmation date, not with every day.
 */
public final class PersonGenerator {
  /** First day of 後期高齢者医療 itself. */
  private static final LocalDate LATTER_STAGE_BEGAN = LocalDate.of(2008, 4, 1);

  private static final List<Scheme> SCHEMES =
      List.of(
          Scheme.ASSOCIATION, Scheme.SEAMEN, Scheme.SOCIETY, Scheme.STATE_MUTUAL, Scheme.NATIONAL);

  private static final List<PersonPlan.Spelling> SPELLINGS = List.of(PersonPlan.Spelling.values());

  private final Random random;

  /** A generator whose people depend on the seed alone. */
  public PersonGenerator(long seed) {
    this.random = new Random(seed);
  }

  /**
   * Anybody born on {@code birthdate} as confirmed for {@code date}, whatever is possible: any
   * scheme, ratio, 限度額, by card or by number, valid or not.
   */
  public SamplePerson any(LocalDate birthdate, LocalDate date) {
    PersonPlan plan = PersonPlan.of(birthdate, date);
    plan.source(random.nextBoolean() ? AnswerSource.NUMBER : AnswerSource.CARD);
    plan.limitConsent(random.nextBoolean());
    boolean elderly75 = !date.isBefore(AgeDates.latterStageStart(birthdate));
    boolean disabled =
        !elderly75 && !date.isBefore(AgeDates.birthday(birthdate, 65)) && random.nextInt(4) == 0;
    if (elderly75 || disabled) {
      plan.scheme(Scheme.LATTER_STAGE);
    } else if (random.nextInt(12) == 0) {
      plan.scheme(Scheme.PUBLIC_ASSISTANCE);
    } else {
      plan.scheme(SCHEMES.get(random.nextInt(SCHEMES.size())));
    }
    choosePapers(plan);
    chooseValidity(plan);
    return make(plan);
  }

  private void choosePapers(PersonPlan plan) {
    if (plan.scheme == Scheme.PUBLIC_ASSISTANCE) {
      return;
    }
    if (random.nextBoolean()) {
      plan.limitCategory("");
    }
    if (random.nextInt(3) == 0) {
      plan.disease(String.valueOf(1 + random.nextInt(3)));
    }
    switch (random.nextInt(4)) {
      case 0 -> plan.consentsGiven();
      case 1 -> plan.consentsRefused();
      case 2 -> plan.certificateExpired();
      default -> {}
    }
    if (random.nextInt(6) == 0) {
      plan.undisclosedAddress();
    }
    plan.spelling(SPELLINGS.get(random.nextInt(SPELLINGS.size())));
  }

  private void chooseValidity(PersonPlan plan) {
    if (plan.scheme == Scheme.PUBLIC_ASSISTANCE) {
      plan.validity(random.nextBoolean() ? "1" : "6");
      return;
    }
    boolean canBeLost =
        plan.date.isAfter(firstPossible(plan, plan.scheme == Scheme.LATTER_STAGE))
            && random.nextInt(3) == 0;
    if (canBeLost) {
      boolean replaced =
          plan.source == AnswerSource.NUMBER
              && plan.scheme != Scheme.LATTER_STAGE
              && random.nextBoolean();
      plan.validity(replaced ? "3" : "2");
    } else if (random.nextInt(15) == 0) {
      plan.validity("4");
    } else if (plan.scheme != Scheme.LATTER_STAGE && random.nextInt(10) == 0) {
      plan.validity("5");
    }
  }

  /**
   * The person of a plan.
   *
   * @throws IllegalArgumentException when nobody like that can exist on the date
   */
  public SamplePerson make(PersonPlan plan) {
    Scheme scheme = plan.wantedScheme().orElseGet(() -> usualScheme(plan));
    Identity identity = identity(plan);
    SamplePerson.Confirmation confirmation =
        new SamplePerson.Confirmation(
            plan.date, plan.processedAt, plan.source, plan.validity, plan.certificateExpired);
    return switch (plan.validity) {
      case "4" -> new SamplePerson(identity, confirmation, List.of(), null);
      case "2", "3" -> lost(plan, scheme, identity, confirmation);
      case "5" ->
          new SamplePerson(
              identity,
              confirmation,
              List.of(
                  qualification(plan, scheme, identity, Span.current(plan.date)),
                  qualification(
                      plan,
                      scheme == Scheme.NATIONAL ? Scheme.ASSOCIATION : Scheme.NATIONAL,
                      identity,
                      Span.current(plan.date))),
              null);
      default ->
          new SamplePerson(
              identity,
              confirmation,
              List.of(qualification(plan, scheme, identity, Span.current(plan.date))),
              null);
    };
  }

  private SamplePerson lost(
      PersonPlan plan, Scheme scheme, Identity identity, SamplePerson.Confirmation confirmation) {
    LocalDate first = firstPossible(plan, scheme == Scheme.LATTER_STAGE);
    if (!plan.date.isAfter(first)) {
      throw new IllegalArgumentException("nothing could have been lost by that date");
    }
    LocalDate seventyFive = AgeDates.latterStageStart(plan.birthdate);
    boolean byAge = scheme != Scheme.LATTER_STAGE && !plan.date.isBefore(seventyFive);
    LocalDate lost = byAge ? seventyFive : pick(first.plusDays(1), plan.date);
    boolean replaced = plan.validity.equals("3");
    String reason = replaced ? "03" : random.nextBoolean() ? "99" : "02";
    SampleQualification old =
        qualification(plan, scheme, identity, new Span(null, lost.minusDays(1), lost, reason));
    SampleQualification newer =
        replaced
            ? qualification(
                plan,
                byAge
                    ? Scheme.LATTER_STAGE
                    : scheme == Scheme.NATIONAL ? Scheme.ASSOCIATION : Scheme.NATIONAL,
                identity,
                new Span(lost, plan.date, null, null))
            : null;
    return new SamplePerson(identity, confirmation, List.of(old), newer);
  }

  private static LocalDate firstPossible(PersonPlan plan, boolean latterStage) {
    if (!latterStage) {
      return plan.birthdate;
    }
    LocalDate seventyFive = AgeDates.latterStageStart(plan.birthdate);
    LocalDate start =
        plan.date.isBefore(seventyFive) ? AgeDates.birthday(plan.birthdate, 65) : seventyFive;
    return latest(start, LATTER_STAGE_BEGAN);
  }

  private Scheme usualScheme(PersonPlan plan) {
    boolean latterStage = !plan.date.isBefore(AgeDates.latterStageStart(plan.birthdate));
    Scheme drawn = SCHEMES.get(random.nextInt(SCHEMES.size()));
    return latterStage ? Scheme.LATTER_STAGE : drawn;
  }

  private Identity identity(PersonPlan plan) {
    Name family = InventedNames.FAMILIES.get(random.nextInt(InventedNames.FAMILIES.size()));
    if (plan.spelling == PersonPlan.Spelling.MASKED) {
      family = InventedNames.MASKED;
    } else if (plan.spelling == PersonPlan.Spelling.THIRD_LEVEL) {
      family = InventedNames.THIRD_LEVEL;
    }
    boolean woman = random.nextBoolean();
    Name given = given(woman);
    Place place = InventedNames.PLACES.get(random.nextInt(InventedNames.PLACES.size()));
    return new Identity(
        family.text() + "　" + given.text(),
        family.kana() + " " + given.kana(),
        woman ? "2" : "1",
        plan.birthdate,
        plan.undisclosed ? null : place.text(),
        plan.undisclosed ? null : place.postNumber());
  }

  private Name given(boolean woman) {
    List<Name> names = woman ? InventedNames.WOMEN : InventedNames.MEN;
    return names.get(random.nextInt(names.size()));
  }

  /**
   * What is fixed about the time of a qualification.
   *
   * @param acquired first day, null when free
   * @param asOf last covered day that the answer can see
   * @param lost first day without cover
   * @param reason why it was lost
   */
  private record Span(
      @Nullable LocalDate acquired,
      LocalDate asOf,
      @Nullable LocalDate lost,
      @Nullable String reason) {
    static Span current(LocalDate date) {
      return new Span(null, date, null, null);
    }
  }

  private SampleQualification qualification(
      PersonPlan plan, Scheme scheme, Identity identity, Span span) {
    if (scheme == Scheme.PUBLIC_ASSISTANCE) {
      return publicAssistance(plan, span);
    }
    boolean latterStage = scheme == Scheme.LATTER_STAGE;
    requirePossible(plan, latterStage, span.asOf());
    LocalDate acquired = acquired(plan, latterStage, span);
    Period period = latterStage ? latterStagePaper(acquired, span) : paper(plan, acquired, span);
    Burden burden = burden(plan, latterStage, acquired, span.asOf());
    Limit limit = limit(plan, latterStage, burden, new Span(acquired, span.asOf(), null, null));
    boolean limitGiven = plan.source == AnswerSource.CARD || plan.limitConsent;
    List<Disease> diseases = diseases(plan, latterStage, limit, period);
    boolean card = plan.source == AnswerSource.CARD;
    LocalDateTime asked = plan.processedAt.minusSeconds(20);
    return new SampleQualification(
        membership(plan, scheme, identity),
        period,
        burden,
        limitGiven ? limit : null,
        limitGiven ? SampleConsent.toProvide(asked) : new SampleConsent("0", asked, null),
        card ? diseases : List.of(),
        card && !diseases.isEmpty() ? SampleConsent.toProvide(asked) : null,
        List.of(),
        consents(plan, asked),
        plan.referenceNumber);
  }

  private static void requirePossible(PersonPlan plan, boolean latterStage, LocalDate asOf) {
    boolean seventyFive = !asOf.isBefore(AgeDates.latterStageStart(plan.birthdate));
    boolean old = !asOf.isBefore(AgeDates.birthday(plan.birthdate, 65));
    if (latterStage ? !old : seventyFive) {
      throw new IllegalArgumentException("this scheme is not possible at that age");
    }
  }

  private LocalDate acquired(PersonPlan plan, boolean latterStage, Span span) {
    LocalDate seventyFive = AgeDates.latterStageStart(plan.birthdate);
    boolean byAge = latterStage && !span.asOf().isBefore(seventyFive);
    LocalDate earliest = latterStage ? AgeDates.birthday(plan.birthdate, 65) : plan.birthdate;
    if (latterStage) {
      earliest = latest(earliest, LATTER_STAGE_BEGAN);
    }
    LocalDate drawn = pick(earliest, span.asOf());
    if (span.acquired() != null) {
      return span.acquired();
    }
    return byAge ? latest(seventyFive, LATTER_STAGE_BEGAN) : drawn;
  }

  private Period paper(PersonPlan plan, LocalDate acquired, Span span) {
    LocalDate asOf = span.asOf();
    LocalDate lastDay = AgeDates.latterStageStart(plan.birthdate).minusDays(1);
    boolean stillCard =
        asOf.isBefore(AgeDates.NO_MORE_CARDS_ISSUED)
            || (asOf.isBefore(AgeDates.NO_MORE_CARDS_VALID)
                && acquired.isBefore(AgeDates.NO_MORE_CARDS_ISSUED)
                && random.nextBoolean());
    if (stillCard) {
      LocalDate issued = pick(acquired, earliest(asOf, AgeDates.NO_MORE_CARDS_ISSUED.minusDays(1)));
      LocalDate until = earliest(lastDay, AgeDates.NO_MORE_CARDS_VALID.minusDays(1));
      return new Period(acquired, span.lost(), span.reason(), issued, issued, until);
    }
    LocalDate issued =
        pick(latest(acquired, latest(AgeDates.NO_MORE_CARDS_ISSUED, asOf.minusYears(4))), asOf);
    LocalDate until = earliest(lastDay, issued.plusYears(5).minusDays(1));
    return new Period(acquired, span.lost(), span.reason(), issued, issued, until);
  }

  private static Period latterStagePaper(LocalDate acquired, Span span) {
    LocalDate from = latest(acquired, latterYearStart(span.asOf()));
    return new Period(acquired, span.lost(), span.reason(), from, from, latterYearEnd(span.asOf()));
  }

  /** The year of 後期高齢者医療 that 2022-10-01 cut in two. */
  private static LocalDate latterYearStart(LocalDate asOf) {
    LocalDate start = AgeDates.insuranceYearStart(asOf);
    boolean after = !asOf.isBefore(AgeDates.LATTER_STAGE_TWENTY_PERCENT);
    return after ? latest(start, AgeDates.LATTER_STAGE_TWENTY_PERCENT) : start;
  }

  private static LocalDate latterYearEnd(LocalDate asOf) {
    LocalDate end = AgeDates.insuranceYearEnd(asOf);
    boolean before = asOf.isBefore(AgeDates.LATTER_STAGE_TWENTY_PERCENT);
    return before ? earliest(end, AgeDates.LATTER_STAGE_TWENTY_PERCENT.minusDays(1)) : end;
  }

  private Burden burden(PersonPlan plan, boolean latterStage, LocalDate acquired, LocalDate asOf) {
    int drawn = random.nextInt(6);
    if (latterStage) {
      boolean three = !asOf.isBefore(AgeDates.LATTER_STAGE_TWENTY_PERCENT);
      List<String> ratios = three ? List.of("010", "020", "030") : List.of("010", "030");
      return new Burden(chosen(plan, ratios, drawn), null, null);
    }
    if (AgeDates.isElderlyRecipient(plan.birthdate, asOf)) {
      LocalDate from =
          latest(
              acquired,
              latest(AgeDates.elderlyStart(plan.birthdate), AgeDates.insuranceYearStart(asOf)));
      LocalDate until =
          earliest(
              AgeDates.insuranceYearEnd(asOf),
              AgeDates.latterStageStart(plan.birthdate).minusDays(1));
      String ratio = chosen(plan, List.of("020", "030"), drawn);
      return new Burden(null, null, new Elderly(from, from, until, ratio));
    }
    return new Burden(null, AgeDates.isPreschool(plan.birthdate, asOf) ? "1" : null, null);
  }

  private static String chosen(PersonPlan plan, List<String> possible, int drawn) {
    String ratio = plan.ratio != null ? plan.ratio : possible.get(drawn % possible.size());
    if (!possible.contains(ratio)) {
      throw new IllegalArgumentException("this ratio is not possible at that age and date");
    }
    return ratio;
  }

  private @Nullable Limit limit(PersonPlan plan, boolean latterStage, Burden burden, Span span) {
    int drawn = random.nextInt(60);
    if (plan.limitCategory == null || span.acquired() == null) {
      return null;
    }
    LocalDate asOf = span.asOf();
    List<String> possible = categories(plan, latterStage, burden, asOf);
    String category =
        plan.limitCategory.isEmpty() ? possible.get(drawn % possible.size()) : plan.limitCategory;
    if (!possible.contains(category)) {
      throw new IllegalArgumentException("this 適用区分 is not possible at that age and ratio");
    }
    LocalDate start = latterStage ? latterYearStart(asOf) : AgeDates.insuranceYearStart(asOf);
    LocalDate end = latterStage ? latterYearEnd(asOf) : AgeDates.insuranceYearEnd(asOf);
    LocalDate from = latest(start, span.acquired());
    if (!latterStage) {
      LocalDate elderly = AgeDates.elderlyStart(plan.birthdate);
      if (asOf.isBefore(elderly)) {
        end = earliest(end, elderly.minusDays(1));
      } else {
        from = latest(from, elderly);
        end = earliest(end, AgeDates.latterStageStart(plan.birthdate).minusDays(1));
      }
    }
    boolean reduced = List.of("A05", "B05", "B06", "B07").contains(category);
    boolean longTerm = List.of("A05", "B05").contains(category) && drawn % 2 == 0;
    return new Limit(reduced ? "02" : "01", category, from, from, end, longTerm ? from : null);
  }

  private static List<String> categories(
      PersonPlan plan, boolean latterStage, Burden burden, LocalDate asOf) {
    if (latterStage) {
      boolean three = !asOf.isBefore(AgeDates.LATTER_STAGE_TWENTY_PERCENT);
      return switch (burden.ratio() == null ? "" : burden.ratio()) {
        case "030" -> List.of("B01", "B02", "B03");
        case "020" -> List.of("B09");
        default -> List.of(three ? "B10" : "B04", "B05", "B06", "B07", "B08");
      };
    }
    if (asOf.isBefore(AgeDates.elderlyStart(plan.birthdate))) {
      return List.of("A01", "A02", "A03", "A04", "A05", "A06");
    }
    boolean active = burden.elderly() != null && burden.elderly().ratio().equals("030");
    return active ? List.of("B01", "B02", "B03") : List.of("B04", "B05", "B06", "B07", "B08");
  }

  private static List<Disease> diseases(
      PersonPlan plan, boolean latterStage, @Nullable Limit limit, Period period) {
    LocalDate from = period.validFrom();
    LocalDate until = period.validUntil();
    if (plan.disease == null || from == null || until == null) {
      return List.of();
    }
    boolean higher =
        plan.disease.equals("1")
            && !latterStage
            && limit != null
            && List.of("A01", "A02").contains(limit.category());
    return List.of(new Disease(plan.disease, from, from, until, higher ? 20000 : 10000));
  }

  private Map<ConsentFamily, SampleConsent> consents(PersonPlan plan, LocalDateTime asked) {
    Map<ConsentFamily, SampleConsent> all = new EnumMap<>(ConsentFamily.class);
    if (plan.consents) {
      for (ConsentFamily family : ConsentFamily.values()) {
        all.put(family, plan.refused ? SampleConsent.refused(asked) : SampleConsent.given(asked));
      }
    }
    return all;
  }

  private Membership membership(PersonPlan plan, Scheme scheme, Identity identity) {
    boolean latterStage = scheme == Scheme.LATTER_STAGE;
    boolean child = plan.date.isBefore(AgeDates.birthday(plan.birthdate, 16));
    int number = 1_000_003 + random.nextInt(8_000_000);
    int symbol = random.nextInt(9000) + 1000;
    int member = 2 + random.nextInt(5);
    Name head = given(random.nextBoolean());
    if (latterStage) {
      return new Membership(
          scheme.cardClass(),
          scheme.number(),
          null,
          plan.number != null ? plan.number : "9" + number,
          null,
          "1",
          null,
          scheme.insurerName());
    }
    String personal = plan.personal != null ? plan.personal : child || number % 3 == 0 ? "2" : "1";
    boolean insured = personal.equals("1");
    String family = identity.name().substring(0, identity.name().indexOf('　'));
    return new Membership(
        scheme.cardClass(),
        scheme.number(),
        plan.symbol != null ? plan.symbol : String.valueOf(symbol),
        plan.number != null ? plan.number : String.valueOf(number),
        plan.branch != null ? plan.branch : insured ? "01" : "0" + member,
        personal,
        insured ? identity.name() : family + "　" + head.text(),
        scheme.insurerName());
  }

  private SampleQualification publicAssistance(PersonPlan plan, Span span) {
    LocalDate acquired = pick(plan.birthdate, span.asOf());
    YearMonth month = YearMonth.from(plan.date);
    boolean registered = !plan.validity.equals("6");
    List<Ticket> tickets = new ArrayList<>();
    if (registered) {
      tickets.add(
          new Ticket(
              "01",
              latest(acquired, month.atDay(1)),
              month.atEndOfMonth(),
              "74083" + (10 + random.nextInt(80)),
              month,
              "1319999991",
              "02",
              0));
    }
    return new SampleQualification(
        new Membership(
            Scheme.PUBLIC_ASSISTANCE.cardClass(),
            null,
            null,
            null,
            null,
            null,
            null,
            Scheme.PUBLIC_ASSISTANCE.insurerName()),
        new Period(acquired, span.lost(), span.reason(), null, null, null),
        new Burden(null, null, null),
        null,
        null,
        List.of(),
        null,
        tickets,
        Map.of(),
        plan.referenceNumber);
  }

  /** A day between the two that stays the same as long as the year of the later one does. */
  private LocalDate pick(LocalDate from, LocalDate to) {
    LocalDate day = to.withDayOfYear(1).minusDays(random.nextInt(3650));
    return day.isBefore(from) ? from : day;
  }

  private static LocalDate latest(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDate earliest(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
