package io.github.shikaku.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.shikaku.Endurance;
import io.github.shikaku.error.InvalidConfigurationException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditCrashTest {
  private static final int ROUNDS = Endurance.rounds(10);

  @TempDir Path folder;

  @Test
  void record_processKilledAtAnyMoment_everyAcknowledgedRecordIsThere() throws Exception {
    Path trail = folder.resolve("audit.jsonl");
    Random random = new Random(139998);
    List<String> acknowledged = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      acknowledged.addAll(killedAfter(trail, "r" + round, random.nextInt(60)));

      assertThat(AuditTrail.verify(trail).firstProblem()).as("round %d", round).isEmpty();
    }

    Audits.write(trail, 0);
    List<String> lines = Audits.lines(trail);
    assertThat(AuditTrail.verify(trail).firstProblem()).isEmpty();
    assertThat(acknowledged)
        .isNotEmpty()
        .allSatisfy(id -> assertThat(Audits.holds(lines, id)).as(id).isTrue());
  }

  @Test
  void open_anotherProcessHasTheTrail_isRefusedBothWays() throws Exception {
    Path trail = folder.resolve("audit.jsonl");
    Process other = AuditWriterProcess.start(trail, "other");
    try (BufferedReader out = other.inputReader()) {
      firstAck(out);
      assertThatThrownBy(() -> FileAuditSink.open(trail))
          .isInstanceOf(InvalidConfigurationException.class)
          .hasMessageContaining("another process");
    } finally {
      end(other);
    }

    try (FileAuditSink own = FileAuditSink.open(trail)) {
      own.record(Audits.started("own"));
      assertThatThrownBy(() -> FileAuditSink.open(trail))
          .isInstanceOf(InvalidConfigurationException.class);
      assertThat(outputOf(AuditWriterProcess.start(trail, "late")))
          .contains(AuditWriterProcess.LOCKED);
      own.record(Audits.started("own2"));
    }
    assertThat(AuditTrail.verify(trail).firstProblem()).isEmpty();
  }

  private static List<String> killedAfter(Path trail, String prefix, int acknowledgements)
      throws IOException, InterruptedException {
    List<String> ids = new ArrayList<>();
    Process process = AuditWriterProcess.start(trail, prefix);
    try (BufferedReader out = process.inputReader()) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.startsWith("ACK ") && line.endsWith(" .")) {
          ids.add(line.substring(4, line.length() - 2));
        }
        if (ids.size() == acknowledgements + 1) {
          // Through the handle, because Process would close its output, too.
          process.toHandle().destroyForcibly();
        }
      }
    } finally {
      end(process);
    }
    return ids;
  }

  private static void firstAck(BufferedReader out) throws IOException {
    String line = out.readLine();
    while (line != null && !line.startsWith("ACK ")) {
      line = out.readLine();
    }
    assertThat(line).as("acknowledgement of the other process").isNotNull();
  }

  private static List<String> outputOf(Process process) throws IOException, InterruptedException {
    try (BufferedReader out = process.inputReader()) {
      return out.lines().toList();
    } finally {
      end(process);
    }
  }

  private static void end(Process process) throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }
}
