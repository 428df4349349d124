package io.github.shikaku.examples.cli;

import io.github.shikaku.error.ExchangeUnavailableException;
import io.github.shikaku.exchange.ShikakuRuntime;
import io.github.shikaku.testkit.ScenarioCatalogue;
import io.github.shikaku.testkit.TerminalSimulator;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code simulator}: behaves as 資格確認端末 in a folder until it is ended. */
@Command(name = "simulator")
final class SimulatorCommand extends Common implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--exchange",
      required = true,
      paramLabel = "DIR",
      descriptionKey = "simulator.exchange")
  private @Nullable Path exchange;

  @Option(names = "--scenarios", paramLabel = "FILE", descriptionKey = "simulator.scenarios")
  private @Nullable Path scenarios;

  SimulatorCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (exchange == null) {
      throw new IllegalStateException("a mandatory option passed without a value");
    }
    ScenarioCatalogue catalogue =
        scenarios == null ? ScenarioCatalogue.standard() : ScenarioFile.read(scenarios);
    try (TerminalSimulator simulator = start(exchange, catalogue)) {
      Thread ending = new Thread(simulator::close, "shikaku-simulator-end");
      Runtime.getRuntime().addShutdownHook(ending);
      Clock clock = Clock.system(ShikakuRuntime.JAPAN);
      ScenarioTable.print(console, catalogue, LocalDate.now(clock));
      console.out().println(console.text("simulator.ready", simulator.exchange()));
      waitUntilEnded();
      Runtime.getRuntime().removeShutdownHook(ending);
    }
    return ExitCode.OK;
  }

  private static TerminalSimulator start(Path exchange, ScenarioCatalogue catalogue) {
    try {
      return TerminalSimulator.builder(exchange).createFolders().scenarios(catalogue).start();
    } catch (UncheckedIOException e) {
      throw new ExchangeUnavailableException("the folder cannot be used: " + exchange, e);
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
