package io.github.shikaku.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A real process of its own that runs a main class of the tests and says what it does, by lines.
 */
final class ChildProcess implements AutoCloseable {
  private static final String MARK = "> ";
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private final Process process;
  private final BufferedReader out;
  private final List<String> lines = new ArrayList<>();

  private ChildProcess(Process process) {
    this.process = process;
    this.out = process.inputReader(StandardCharsets.UTF_8);
  }

  /**
   * To be called in the process itself: tells its parent. Whatever else is printed is not heard.
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
                "-Dshikaku.test.logs=" + System.getProperty("shikaku.test.logs", ""),
                main.getName()));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return new ChildProcess(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start());
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
