package io.github.shikaku.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A real process of its own that runs a main class of the tests and says what it does, by lines.
 */
final class ChildProcess implements AutoCloseable {
  private static final String MARK = "> ";
  private static final String LOGS = System.getProperty("shikaku.test.logs", "target/test-logs");
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private final Process process;
  private final BufferedReader out;
  private final List<String> lines = new ArrayList<>();

  private ChildProcess(Process process) {
    this.process = process;
    this.out = process.inputReader(StandardCharsets.UTF_8);
  }

  /**
   * To be called in the process itself: tells its parent. Whatever else is printed goes to the
   * logs.
   */
  static void say(String line) {
    OUT.print(MARK + line + "\n");
    OUT.flush();
  }

  static ChildProcess start(Class<?> main, Object... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "-Dshikaku.test.logs=" + LOGS,
                main.getName()));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    File errors = log("child-process").toFile();
    return new ChildProcess(
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.appendTo(errors))
            .start());
  }

  /** For what a process prints, among the logs of the tests, which are searched for people. */
  static Path log(String name) throws IOException {
    return Files.createDirectories(Path.of(LOGS).toAbsolutePath()).resolve(name + ".txt");
  }

  /** Reads on until this line has come, or all has been said. */
  ChildProcess until(String wanted) {
    while (!lines.contains(wanted) && next() != null) {
      assertThat(lines).hasSizeLessThan(1_000_000);
    }
    assertThat(lines).as("what the process said").contains(wanted);
    return this;
  }

  /** Everything it says until it ends. */
  List<String> toTheEnd() {
    while (next() != null) {
      assertThat(lines).hasSizeLessThan(1_000_000);
    }
    return List.copyOf(lines);
  }

  private @Nullable String next() {
    try {
      String line = out.readLine();
      while (line != null && !line.startsWith(MARK)) {
        Files.writeString(
            log("child-process"),
            line + "\n",
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);
        line = out.readLine();
      }
      if (line != null) {
        lines.add(line.substring(MARK.length()));
      }
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** SIGKILL, and what it had said before. */
  List<String> kill() throws InterruptedException {
    // Through the handle, because Process would close its output, too.
    process.toHandle().destroyForcibly();
    List<String> said = toTheEnd();
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    return said;
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly().onExit().join();
    out.close();
  }
}
