package io.github.shikaku.testkit;

import io.github.shikaku.testkit.message.TextEncoding;
import io.github.shikaku.testkit.person.AnswerSource;
import io.github.shikaku.testkit.person.PersonGenerator;
import io.github.shikaku.testkit.person.PersonPlan;
import io.github.shikaku.testkit.person.SamplePerson;
import io.github.shikaku.testkit.person.SampleQualification;
import io.github.shikaku.testkit.person.SampleQualification.Membership;
import io.github.shikaku.testkit.person.Scheme;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One thing that can happen to a lookup, chosen by the 番号 of the query. */
public final class Scenario {
  /** When the person of a scenario was born, as seen from the confirmation date. */
  @FunctionalInterface
  interface Birth {
    LocalDate seenFrom(LocalDate date);

    static Birth on(LocalDate day) {
      return date -> day;
    }

    /** On a day in June of the year that many years before: the same day all year long. */
    static Birth yearsBefore(int years) {
      return date -> LocalDate.of(date.getYear() - years, 6, 10);
    }
  }

  /**
   * What a scenario is called.
   *
   * @param id short name
   * @param number 番号
   * @param japanese what happens, in Japanese
   * @param english what happens, in English
   */
  record Title(String id, String number, String japanese, String english) {}

  /**
   * Whose scenario it is.
   *
   * @param scheme the scheme
   * @param birth when the person was born
   * @param plan what else is special about the person
   */
  record Cast(Scheme scheme, Birth birth, UnaryOperator<PersonPlan> plan) {}

  private final Title title;
  private final Cast cast;
  private final Script script;
  private final ExpectedOutcome expected;
  private final boolean branchAsked;

  Scenario(Title title, Cast cast, Script script, ExpectedOutcome expected) {
    this(title, cast, script, expected, true);
  }

  private Scenario(
      Title title, Cast cast, Script script, ExpectedOutcome expected, boolean branchAsked) {
    this.title = title;
    this.cast = cast;
    this.script = script;
    this.expected = expected;
    this.branchAsked = branchAsked;
  }

  Scenario withoutBranch() {
    return new Scenario(title, cast, script, expected, false);
  }

  Script script() {
    return script;
  }

  /** Short name, for example {@code valid}. */
  public String id() {
    return title.id();
  }

  /** The 番号 that chooses it, at least seven digits. */
  public String number() {
    return title.number();
  }

  /** What happens, in Japanese. */
  public String japanese() {
    return title.japanese();
  }

  /** What happens, in English. */
  public String english() {
    return title.english();
  }

  /** What a client makes of it in the exchange folder. */
  public ExpectedOutcome expected() {
    return expected;
  }

  /** What a client makes of it over the Web API. */
  public ExpectedOutcome expectedOnWeb() {
    return switch (script.delivery()) {
      case REJECTED -> ExpectedOutcome.WEB_REJECTED;
      case NOT_TAKEN -> ExpectedOutcome.UNAVAILABLE;
      case ONCE, TWICE, IN_PIECES, EMPTY_FIRST, LATE, SILENT -> expected;
    };
  }

  /**
   * What stands for it over the Web API where files have no equal there, in Japanese; {@code -}
   * when it is the same.
   */
  public String webForm() {
    String delivered =
        switch (script.delivery()) {
          case ONCE, LATE -> "-";
          case TWICE -> "HTTPの回答は1回";
          case IN_PIECES -> "本文が少しずつ届く";
          case EMPTY_FIRST -> "ヘッダーが先に届き、本文が後から届く";
          case SILENT -> "接続は保たれ、回答が来ない";
          case NOT_TAKEN -> "HTTP 503";
          case REJECTED -> "HTTP 400";
        };
    String damaged =
        switch (script.damage()) {
          case NONE, SCRAMBLED -> delivered;
          case CUT -> "途中で切れたJSON";
          case BROKEN -> "最後の括弧まであるが壊れたJSON";
          case SWELLING -> "10万段の入れ子のJSON";
        };
    return script.encoding() == TextEncoding.SHIFT_JIS ? "Shift_JISと宣言されたShift_JISのJSON" : damaged;
  }

  /**
   * What to ask for on {@code date} to get it. Birthdates that depend on age change with the
   * calendar year only.
   */
  public ScenarioQuery query(LocalDate date) {
    LocalDate birthdate = cast.birth().seenFrom(date);
    if (cast.scheme() == Scheme.PUBLIC_ASSISTANCE) {
      return new ScenarioQuery(cast.scheme().number(), null, number(), null, birthdate);
    }
    Membership m =
        new PersonGenerator(seed()).make(plan(date).validity("1")).qualification().membership();
    return new ScenarioQuery(
        cast.scheme().number(), m.symbol(), number(), branchAsked ? m.branch() : null, birthdate);
  }

  /** The person as a query by number on {@code date} finds it, without consent to 限度額. */
  public SamplePerson person(LocalDate date) {
    return make(plan(date));
  }

  /**
   * The person as a card at the reader finds it on {@code date}. A card yields the newer
   * qualification where a number only says that there is one.
   */
  public SamplePerson personByCard(LocalDate date) {
    SamplePerson person = make(plan(date).source(AnswerSource.CARD));
    SampleQualification newer = person.newer();
    if (newer == null) {
      return person;
    }
    SamplePerson.Confirmation old = person.confirmation();
    SamplePerson.Confirmation valid =
        new SamplePerson.Confirmation(
            old.date(), old.processedAt(), old.source(), "1", old.certificateExpired());
    return new SamplePerson(person.identity(), valid, List.of(newer), null);
  }

  /** The person as a query by number finds it. */
  SamplePerson person(LocalDate date, LocalDateTime processedAt, boolean limitConsent) {
    return make(plan(date).processedAt(processedAt).limitConsent(limitConsent));
  }

  /** Whether anybody of that scenario can exist on the date. */
  Optional<ScenarioQuery> possibleQuery(LocalDate date) {
    try {
      return Optional.of(query(date));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private SamplePerson make(PersonPlan plan) {
    return new PersonGenerator(seed()).make(plan);
  }

  private PersonPlan plan(LocalDate date) {
    PersonPlan plan =
        PersonPlan.of(cast.birth().seenFrom(date), date)
            .scheme(cast.scheme())
            .number(number())
            .branch("01")
            .personal("1");
    return cast.plan().apply(plan);
  }

  private long seed() {
    return title.number().hashCode();
  }

  @Override
  public String toString() {
    return title.id();
  }
}
