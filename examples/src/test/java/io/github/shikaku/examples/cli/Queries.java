package io.github.shikaku.examples.cli;

import io.github.shikaku.testkit.ScenarioQuery;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines of lookups. */
public final class Queries {
  private Queries() {}

  /** The command line that asks for a sample person. */
  public static List<String> lookup(Path exchange, ScenarioQuery query, String... more) {
    return lookup(List.of("--exchange", exchange.toString()), query, more);
  }

  /** The same on any way. */
  public static List<String> lookup(List<String> way, ScenarioQuery query, String... more) {
    List<String> args = new ArrayList<>(List.of("lookup"));
    args.addAll(way);
    args.addAll(List.of("--institution", "1319999991", "--insurer", query.insurerNumber()));
    args.addAll(List.of("--number", query.number(), "--birth", query.birthdate().toString()));
    if (query.symbol() != null) {
      args.addAll(List.of("--symbol", query.symbol()));
    }
    if (query.branch() != null) {
      args.addAll(List.of("--branch", query.branch()));
    }
    args.addAll(List.of(more));
    return args;
  }
}
