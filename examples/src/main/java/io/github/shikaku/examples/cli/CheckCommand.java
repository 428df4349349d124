package io.github.shikaku.examples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.shikaku.error.ExchangeUnavailableException;
import io.github.shikaku.exchange.FolderCheck;
import io.github.shikaku.exchange.FolderExchange;
import io.github.shikaku.exchange.FolderFinding;
import io.github.shikaku.exchange.FolderFinding.Severity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code check}: whether a folder is fit to be an exchange folder. */
@Command(name = "check")
final class CheckCommand extends Common implements Callable<Integer> {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration CLEARING = Duration.ofSeconds(5);

  private final Console console;
  private final List<FolderFinding> findings = new CopyOnWriteArrayList<>();

  @Option(
      names = "--exchange",
      required = true,
      paramLabel = "DIR",
      descriptionKey = "lookup.exchange")
  private @Nullable Path exchange;

  @Option(names = "--terminal-config", paramLabel = "DIR", descriptionKey = "check.terminalConfig")
  private @Nullable Path terminalConfig;

  @Option(names = "--json", descriptionKey = "option.json")
  private boolean json;

  CheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException, ExecutionException {
    if (exchange == null) {
      throw new IllegalStateException("a mandatory option passed without a value");
    }
    FolderExchange.Builder settings = FolderExchange.at(exchange);
    if (terminalConfig != null) {
      settings.terminalConfig(terminalConfig);
    }
    try {
      run(FolderCheck.of(settings.build()));
    } catch (CancellationException e) {
      return ExitCode.OTHER;
    }
    boolean fit = findings.stream().noneMatch(one -> one.severity() == Severity.PROBLEM);
    if (json) {
      console.json(json(fit));
    } else {
      console.out().println();
      console.out().println(console.text(fit ? "check.fit" : "check.unfit"));
    }
    return fit ? ExitCode.OK : ExitCode.UNREACHABLE;
  }

  /** A share that hangs holds its thread; the command does not wait for ever. */
  private void run(FolderCheck check) throws InterruptedException, ExecutionException {
    FutureTask<?> task = new FutureTask<>(() -> check.run(this::found), null);
    Thread checking = new Thread(task, "shikaku-check");
    checking.setDaemon(true);
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> end(task, checking), "shikaku-check-end"));
    checking.start();
    try {
      task.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new ExchangeUnavailableException("the folder does not respond: " + exchange, e);
    }
  }

  /** Who stops the command half-way leaves no file of it behind either. */
  private static void end(FutureTask<?> task, Thread checking) {
    task.cancel(true);
    try {
      checking.join(CLEARING.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void found(FolderFinding finding) {
    findings.add(finding);
    if (!json) {
      String topic =
          console.isJapanese()
              ? finding.topic().label()
              : finding.topic().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      String severity = console.text("check." + finding.severity().name());
      console.out().println(severity + " " + topic + ": " + finding.message(console.locale()));
    }
  }

  private ObjectNode json(boolean fit) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("folder", String.valueOf(exchange)).put("fit", fit);
    ArrayNode list = document.putArray("findings");
    for (FolderFinding finding : findings) {
      list.addObject()
          .put("topic", finding.topic().name())
          .put("severity", finding.severity().name())
          .put("message", finding.message(console.locale()));
    }
    return document;
  }
}
