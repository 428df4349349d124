package io.github.shikaku.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.shikaku.error.AuditException;
import io.github.shikaku.error.CoreError;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditDiskFullTest {
  private static final int PAGE = 4096;

  @TempDir Path folder;
  private Path disk;
  private boolean mounted;

  @BeforeEach
  void mountSmallDisk() throws Exception {
    disk = Files.createDirectory(folder.resolve("disk"));
    boolean linux = System.getProperty("os.name").equals("Linux");
    mounted =
        linux && run("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk.toString()) == 0;
    assumeTrue(mounted, "needs Linux and the right to mount a small tmpfs (root)");
  }

  @AfterEach
  void unmount() throws Exception {
    if (mounted) {
      assertThat(run("umount", disk.toString())).isZero();
    }
  }

  @Test
  void record_diskFullAgainAndAgain_refusesLosesNothingAndGoesOn() throws Exception {
    Path trail = disk.resolve("audit.jsonl");
    Random random = new Random(39139993);
    Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    try (FileAuditSink sink = FileAuditSink.open(trail)) {
      for (int round = 0; round < 12; round++) {
        Path ballast = fill(random.nextInt(3));
        int refused = recordFromManyThreads(sink, "r" + round, acknowledged);
        assertThat(refused).as("refusals in round %d", round).isPositive();
        assertThat(AuditTrail.verify(trail).firstProblem()).isEmpty();

        Files.delete(ballast);
        sink.record(Audits.started("free" + round));
        acknowledged.add("free" + round);
        assertThat(AuditTrail.verify(trail).firstProblem()).isEmpty();
      }
    }

    List<String> lines = Audits.lines(trail);
    assertThat(acknowledged).allMatch(id -> Audits.holds(lines, id));
    assertThat(AuditTrail.verify(trail).recovered()).isZero();
  }

  @Test
  void open_diskFull_isRefusedAndLeavesTheTrailWhole() throws Exception {
    Path trail = disk.resolve("audit.jsonl");
    Audits.write(trail, 3);
    Path ballast = fill(0);

    try (FileAuditSink sink = FileAuditSink.open(trail)) {
      sink.record(Audits.started("never"));
      throw new AssertionError("opened on a full disk");
    } catch (AuditException e) {
      assertThat(e.error()).isEqualTo(CoreError.AUDIT_REFUSED);
    }

    assertThat(AuditTrail.verify(trail).isWhole()).isTrue();
    Files.delete(ballast);
    Audits.write(trail, 1);
    assertThat(AuditTrail.verify(trail).records()).isEqualTo(4);
  }

  private static int recordFromManyThreads(
      FileAuditSink sink, String prefix, Queue<String> acknowledged) throws InterruptedException {
    int threads = 24;
    AtomicInteger refused = new AtomicInteger();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    for (int i = 0; i < 2 * threads; i++) {
      String id = prefix + "-" + i;
      pool.execute(() -> recordOrCount(sink, id, acknowledged, refused));
    }
    pool.shutdown();
    assertThat(pool.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    return refused.get();
  }

  private static void recordOrCount(
      FileAuditSink sink, String id, Queue<String> acknowledged, AtomicInteger refused) {
    try {
      sink.record(Audits.started(id));
      acknowledged.add(id);
    } catch (AuditException e) {
      assertThat(e.error()).isEqualTo(CoreError.AUDIT_REFUSED);
      refused.incrementAndGet();
    }
  }

  /** Fills the disk and then frees a few pages, so that it is full at different steps. */
  private Path fill(int freePages) throws IOException {
    Path ballast = disk.resolve("ballast");
    long written = 0;
    try (OutputStream out = Files.newOutputStream(ballast)) {
      while (disk.toFile().getUsableSpace() > (long) freePages * PAGE) {
        out.write(new byte[PAGE]);
        written += PAGE;
      }
    }
    assertThat(Files.size(ballast)).isEqualTo(written);
    return ballast;
  }

  private static int run(String... command) throws IOException, InterruptedException {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      return -1; // No such command here: the test says what it needs and is skipped.
    }
  }
}
