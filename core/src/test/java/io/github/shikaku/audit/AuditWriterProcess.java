package io.github.shikaku.audit;

import io.github.shikaku.error.InvalidConfigurationException;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A process that appends records from two threads until it is killed, and prints the correlation id
 * of each once it is acknowledged. It prints LOCKED when another process has the trail.
 */
public final class AuditWriterProcess {
  static final String LOCKED = "LOCKED";
  private static final String LOGS = System.getProperty("shikaku.test.logs", "target/test-logs");
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private AuditWriterProcess() {}

  /** Takes the trail and a prefix for correlation ids. */
  public static void main(String[] arguments) throws InterruptedException {
    try (FileAuditSink sink = FileAuditSink.open(Path.of(arguments[0]))) {
      List<Thread> threads = new ArrayList<>();
      for (String name : List.of("a", "b")) {
        Thread thread = new Thread(() -> append(sink, arguments[1] + name));
        thread.start();
        threads.add(thread);
      }
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InvalidConfigurationException e) {
      OUT.println(LOCKED);
    }
  }

  static Process start(Path trail, String prefix) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            "-Dshikaku.test.logs=" + LOGS,
            AuditWriterProcess.class.getName(),
            trail.toString(),
            prefix)
        .redirectError(ProcessBuilder.Redirect.appendTo(log()))
        .start();
  }

  /** Among the logs of the tests, which are searched for personal data. */
  private static File log() throws IOException {
    return Files.createDirectories(Path.of(LOGS)).resolve("audit-writer.txt").toFile();
  }

  private static void append(FileAuditSink sink, String prefix) {
    for (long i = 0; ; i++) {
      String id = prefix + "-" + i;
      sink.record(Audits.started(id));
      OUT.println("ACK " + id + " .");
    }
  }
}
