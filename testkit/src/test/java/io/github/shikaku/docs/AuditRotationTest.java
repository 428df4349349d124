package io.github.shikaku.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.shikaku.audit.AuditRecord;
import io.github.shikaku.audit.AuditSink;
import io.github.shikaku.audit.AuditTrail;
import io.github.shikaku.audit.AuditVerification;
import io.github.shikaku.audit.FileAuditSink;
import io.github.shikaku.model.InterfaceId;
import io.github.shikaku.model.MedicalInstitutionCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of docs/logging-and-audit.md that turns to a new trail while records come in. */
class AuditRotationTest {
  private static final Path GUIDE = Path.of("..", "docs", "logging-and-audit.md");
  private static final Path OURSELVES =
      Path.of("src", "test", "java", "io", "github", "shikaku", "docs", "AuditRotationTest.java");
  private static final int THREADS = 4;
  private static final int EACH = 50;

  @TempDir Path folder;

  @Test
  void turnTo_whileRecordsComeIn_losesNoneAndLeavesBothTrailsWhole() {
    Path november = folder.resolve("2026-11.jsonl");
    Path december = folder.resolve("2026-12.jsonl");
    MonthlyTrail trail = new MonthlyTrail(FileAuditSink.open(november));
    CountDownLatch halfway = new CountDownLatch(THREADS * EACH / 2);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS + 1);
    try (FileAuditSink next = FileAuditSink.open(december)) {
      Stream<CompletableFuture<Void>> writers =
          IntStream.range(0, THREADS)
              .mapToObj(
                  writer ->
                      CompletableFuture.runAsync(() -> write(trail, writer, halfway), threads));
      CompletableFuture<Void> turning =
          CompletableFuture.runAsync(
              () -> {
                await(halfway);
                trail.turnTo(next);
              },
              threads);
      CompletableFuture.allOf(
              Stream.concat(writers, Stream.of(turning)).toArray(CompletableFuture[]::new))
          .join();
    } finally {
      threads.shutdownNow();
    }

    AuditVerification before = AuditTrail.verify(november);
    AuditVerification after = AuditTrail.verify(december);

    assertThat(before.isWhole()).isTrue();
    assertThat(after.isWhole()).isTrue();
    assertThat(before.records()).isGreaterThanOrEqualTo(THREADS * EACH / 2);
    assertThat(before.records() + after.records()).isEqualTo(THREADS * EACH);
  }

  @Test
  void monthlyTrail_ofTheGuide_isTheOneThatWasTried() throws IOException {
    String guide = Files.readString(GUIDE).replace("\r\n", "\n");

    assertThat(statements(guide, "final class MonthlyTrail", "\n```"))
        .isNotEmpty()
        .isEqualTo(
            statements(Files.readString(OURSELVES), "static final class MonthlyTrail", "\n}\n"));
  }

  private static List<String> statements(String text, String start, String end) {
    int from = text.indexOf("\n", text.lastIndexOf(start));
    return text.substring(from, text.indexOf(end, from)).lines().map(String::strip).toList();
  }

  private static void write(MonthlyTrail trail, int writer, CountDownLatch halfway) {
    for (int i = 0; i < EACH; i++) {
      trail.record(
          AuditRecord.started(
                  "qualification.lookup",
                  InterfaceId.of("OQS-IF-001"),
                  MedicalInstitutionCode.of("1319999991"))
              .build(Instant.EPOCH.plusSeconds(i), writer + "-" + i));
      halfway.countDown();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the other writers", e);
    }
  }

  /** Writes into the trail of this month. */
  static final class MonthlyTrail implements AuditSink {
    private final ReadWriteLock turning = new ReentrantReadWriteLock();
    private FileAuditSink current;

    MonthlyTrail(FileAuditSink first) {
      current = first;
    }

    @Override
    public void record(AuditRecord record) {
      turning.readLock().lock();
      try {
        current.record(record);
      } finally {
        turning.readLock().unlock();
      }
    }

    void turnTo(FileAuditSink next) {
      turning.writeLock().lock();
      try {
        current.close();
        current = next;
      } finally {
        turning.writeLock().unlock();
      }
    }
  }
}
