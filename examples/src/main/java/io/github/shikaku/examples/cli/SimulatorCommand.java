package io.github.shikaku.examples.cli;

import io.github.shikaku.error.ExchangeUnavailableException;
import io.github.shikaku.error.InvalidRequestException;
import io.github.shikaku.error.Violation;
import io.github.shikaku.exchange.ShikakuRuntime;
import io.github.shikaku.testkit.ScenarioCatalogue;
import io.github.shikaku.testkit.TerminalSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code simulator}: behaves as the other side, in a folder or on the Web, until it is ended. */
@Command(name = "simulator")
final class SimulatorCommand extends Common implements Callable<Integer> {
  private final Console console;

  @Option(names = "--exchange", paramLabel = "DIR", descriptionKey = "simulator.exchange")
  private @Nullable Path exchange;

  @Option(names = "--web", paramLabel = "PORT", descriptionKey = "simulator.web")
  private @Nullable Integer port;

  @Option(names = "--certificates", paramLabel = "DIR", descriptionKey = "simulator.certificates")
  private Path certificates = Path.of("shikaku-web");

  @Option(names = "--definitions", paramLabel = "FILE", descriptionKey = "simulator.definitions")
  private @Nullable Path definitions;

  @Option(names = "--scenarios", paramLabel = "FILE", descriptionKey = "simulator.scenarios")
  private @Nullable Path scenarios;

  SimulatorCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (exchange == null && port == null) {
      throw new InvalidRequestException(
          List.of(
              new Violation(
                  "exchange",
                  "--exchange または --web を指定してください。",
                  "give --exchange or --web or both")));
    }
    ScenarioCatalogue catalogue =
        scenarios == null ? ScenarioCatalogue.standard() : ScenarioFile.read(scenarios);
    List<AutoCloseable> running = Collections.synchronizedList(new ArrayList<>());
    Thread ending = new Thread(() -> end(running), "shikaku-simulator-end");
    Runtime.getRuntime().addShutdownHook(ending);
    try {
      ScenarioTable.print(console, catalogue, LocalDate.now(Clock.system(ShikakuRuntime.JAPAN)));
      if (exchange != null) {
        running.add(inFolder(exchange, catalogue));
      }
      if (port != null) {
        running.add(new SimulatedWeb(console, certificates).start(port, definitions, catalogue));
      }
      waitUntilEnded();
      Runtime.getRuntime().removeShutdownHook(ending);
    } finally {
      end(running);
    }
    return ExitCode.OK;
  }

  private TerminalSimulator inFolder(Path folder, ScenarioCatalogue catalogue) {
    try {
      TerminalSimulator simulator =
          TerminalSimulator.builder(folder).createFolders().scenarios(catalogue).start();
      console.out().println(console.text("simulator.ready", simulator.exchange()));
      return simulator;
    } catch (UncheckedIOException e) {
      throw new ExchangeUnavailableException("the folder cannot be used: " + folder, e);
    }
  }

  private static void end(List<AutoCloseable> running) {
    for (AutoCloseable one : List.copyOf(running)) {
      running.remove(one);
      try {
        one.close();
      } catch (Exception e) {
        throw new IllegalStateException("a simulator could not be ended", e);
      }
    }
  }

  /** The process is ended from outside; only a caller within the process interrupts. */
  private static void waitUntilEnded() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
