package io.github.shikaku.examples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.shikaku.exchange.ShikakuRuntime;
import io.github.shikaku.testkit.TerminalSimulator;
import io.github.shikaku.testkit.WebApiSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code demo}: shows lookups against simulators, in a temporary folder and over the Web API. */
@Command(name = "demo")
final class DemoCommand extends Common implements Callable<Integer> {
  private final Console console;

  @Option(names = "--json", descriptionKey = "option.json")
  private boolean json;

  DemoCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Path folder = Files.createTempDirectory("shikaku-demo-");
    List<Demo.Result> all = new ArrayList<>();
    try (TerminalSimulator simulator = TerminalSimulator.builder(folder).createFolders().start();
        WebApiSimulator web = WebApiSimulator.builder().start();
        ShikakuRuntime runtime = ShikakuRuntime.create()) {
      Demo demo = new Demo(simulator.exchange(), web, runtime);
      say(console.text("demo.begin", folder, web.uri()));
      List<Demo.Result> ways = demo.everyWay();
      show(console.text("demo.ways"), ways);
      List<Demo.Result> scenarios = demo.scenarios();
      show(console.text("demo.scenarios"), scenarios);
      all.addAll(ways);
      all.addAll(scenarios);
    } finally {
      delete(folder);
    }
    return end(all);
  }

  private int end(List<Demo.Result> all) {
    if (json) {
      ArrayNode documents = JsonNodeFactory.instance.arrayNode();
      all.forEach(result -> documents.add(result.json(console)));
      console.json(documents);
    }
    boolean expected = all.stream().allMatch(Demo.Result::isAsExpected);
    say("");
    say(console.text(expected ? "demo.expected" : "demo.unexpected"));
    say(console.text("demo.next"));
    return expected ? ExitCode.OK : ExitCode.OTHER;
  }

  private void say(String line) {
    if (!json) {
      console.out().println(line);
    }
  }

  private void show(String title, List<Demo.Result> results) {
    if (json) {
      return;
    }
    say("");
    say(title);
    say("");
    TextTable table =
        new TextTable(
            console.text("scenario.number"),
            console.text("scenario.what"),
            console.text("demo.outcome"),
            console.text("scenario.exit"),
            console.text("demo.request"),
            console.text("demo.millis"));
    for (Demo.Result result : results) {
      table.row(
          result.scenario().number(),
          console.isJapanese() ? result.scenario().japanese() : result.scenario().english(),
          result.outcome(),
          String.valueOf(result.exitCode()),
          result.format().name(),
          String.valueOf(result.took().toMillis()));
    }
    table.print(console.out());
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
