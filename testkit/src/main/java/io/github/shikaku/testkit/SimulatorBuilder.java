package io.github.shikaku.testkit;

import io.github.shikaku.model.MedicalInstitutionCode;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What every simulator can be told, on whatever road it answers.
 *
 * @param <B> the builder itself
 */
public abstract sealed class SimulatorBuilder<B extends SimulatorBuilder<B>>
    permits TerminalSimulator.Builder, WebApiSimulator.Builder {
  AnswerDelay delay = AnswerDelay.none();
  Duration lateness = Duration.ofSeconds(30);
  Duration pace = Duration.ofMillis(60);
  Clock clock = Clock.systemUTC();
  private ScenarioCatalogue scenarios = ScenarioCatalogue.standard();
  private AnswerEncoding encoding = AnswerEncoding.UTF_8;
  private @Nullable String institution;
  private boolean strictMatching;

  SimulatorBuilder() {}

  abstract B self();

  Answers.Rules rules() {
    return new Answers.Rules(scenarios, encoding, clock, institution, strictMatching);
  }

  /** The clock of the other side; dates are those of Tokyo. */
  public B clock(Clock value) {
    this.clock = value;
    return self();
  }

  /** How long answers take; none when not said. */
  public B delay(AnswerDelay value) {
    this.delay = value;
    return self();
  }

  /** How long the answers of the scenario {@code late} take; 30 seconds when not said. */
  public B lateness(Duration value) {
    this.lateness = value;
    return self();
  }

  /**
   * How slowly answers come that come slowly: the time between two of eight pieces, and a fifth of
   * the time before a second writing or a late body; 60 ms when not said.
   */
  public B pace(Duration value) {
    this.pace = value;
    return self();
  }

  /** How answers are encoded; UTF-8 when not said. */
  public B encoding(AnswerEncoding value) {
    this.encoding = value;
    return self();
  }

  /** What can happen; the documented catalogue when not said. */
  public B scenarios(ScenarioCatalogue value) {
    this.scenarios = value;
    return self();
  }

  /** The only institution that gets answers; others get SegmentOfResult 9. Any when not said. */
  public B institution(MedicalInstitutionCode value) {
    this.institution = value.wire();
    return self();
  }

  /**
   * Finds a person only when 保険者番号, birthdate and, where given, 記号 and 枝番 are right too, as the
   * real system does. Without it the 番号 alone chooses.
   */
  public B strictMatching() {
    this.strictMatching = true;
    return self();
  }
}
