package io.github.shikaku.examples.cli;

import io.github.shikaku.testkit.Scenario;
import io.github.shikaku.testkit.ScenarioCatalogue;
import io.github.shikaku.testkit.ScenarioQuery;
import java.time.LocalDate;
import java.util.Objects;

/** What to ask the simulator for. */
final class ScenarioTable {
  private ScenarioTable() {}

  static void print(Console console, ScenarioCatalogue scenarios, LocalDate date) {
    TextTable table =
        new TextTable(
            console.text("scenario.number"),
            console.text("scenario.insurer"),
            console.text("scenario.symbol"),
            console.text("scenario.branch"),
            console.text("scenario.birth"),
            console.text("scenario.what"),
            console.text("scenario.exit"),
            console.text("scenario.webExit"));
    for (Scenario scenario : scenarios.scenarios()) {
      ScenarioQuery query = scenario.query(date);
      table.row(
          query.number(),
          query.insurerNumber(),
          Objects.requireNonNullElse(query.symbol(), "-"),
          Objects.requireNonNullElse(query.branch(), "-"),
          query.birthdate().toString(),
          console.isJapanese() ? scenario.japanese() : scenario.english(),
          String.valueOf(scenario.expected().exitCode()),
          String.valueOf(scenario.expectedOnWeb().exitCode()));
    }
    table.print(console.out());
  }
}
