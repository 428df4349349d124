package io.github.shikaku.testkit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What to ask to get a scenario.
 *
 * @param insurerNumber 保険者番号, six or eight digits
 * @param symbol 記号, null when there is none
 * @param number 番号, which chooses the scenario
 * @param branch 枝番, null when there is none
 * @param birthdate 生年月日
 */
public record ScenarioQuery(
    String insurerNumber,
    @Nullable String symbol,
    String number,
    @Nullable String branch,
    LocalDate birthdate) {
  @Override
  public String toString() {
    return "ScenarioQuery[***]";
  }
}
