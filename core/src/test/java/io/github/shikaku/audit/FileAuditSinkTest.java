package io.github.shikaku.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.shikaku.error.AuditException;
import io.github.shikaku.error.CoreError;
import io.github.shikaku.error.InvalidConfigurationException;
import io.github.shikaku.error.ShikakuException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileAuditSinkTest {
  @TempDir Path folder;
  private Path trail;

  @BeforeEach
  void chooseTrail() {
    trail = folder.resolve("logs").resolve("audit.jsonl");
  }

  @Test
  void record_everyPart_standsInTheLineAndNothingElseDoes() throws IOException {
    try (FileAuditSink sink = FileAuditSink.open(trail)) {
      sink.record(Audits.finished("c1", 2));
    }

    assertThat(Audits.lines(trail).get(1))
        .startsWith(
            "{\"seq\":1,\"kind\":\"RECORD\",\"time\":\"2026-11-23T03:00:02Z\","
                + "\"phase\":\"FINISHED\",\"operation\":\"qualification.lookup\","
                + "\"interface\":\"OQS-IF-001\",\"institution\":\"1319999991\","
                + "\"request\":\"OQSsiquc01req_202611230001\",\"correlation\":\"c1\","
                + "\"operator\":\"op-17\",\"role\":\"事務職員\",\"qualified\":false,"
                + "\"patient\":\"KANJA-4711\",\"purpose\":\"受付\",\"basis\":\"KNOWN_NUMBER\",\"outcome\":\"ANSWERED\","
                + "\"consentAskedBy\":\"op-17\",\"consentAt\":\"2026-11-23T03:00:00Z\","
                + "\"prev\":\"");
  }

  @Test
  void record_longestTexts_fitInALine() {
    String wide = "𠮷".repeat(32);
    AuditRecord record =
        AuditRecord.started(
                wide, Audits.started("x").interfaceId(), Audits.started("x").institution())
            .requestName(wide + wide)
            .context(
                new CallContext(wide, OperatorRole.of("𠮷".repeat(16)), wide, "\"".repeat(200)))
            .consent(wide, Audits.NOON)
            .build(Audits.NOON, wide);
    try (FileAuditSink sink = FileAuditSink.open(trail)) {
      sink.record(record);
    }

    assertThat(AuditTrail.verify(trail).isWhole()).isTrue();
    assertThat(AuditTrail.verify(trail).records()).isEqualTo(1);
  }

  @Test
  void open_again_continuesTheChain() throws IOException {
    for (int i = 1; i <= 4; i++) {
      Audits.write(trail, i);
    }

    assertThat(AuditTrail.verify(trail).isWhole()).isTrue();
    assertThat(AuditTrail.verify(trail).records()).isEqualTo(10);
    assertThat(Audits.lines(trail).get(10)).startsWith("{\"seq\":10,");
  }

  @Test
  void open_emptyFileOfTheVendor_startsTheTrailInIt() throws IOException {
    Files.createDirectories(trail.getParent());
    Files.createFile(trail);
    Audits.write(trail, 1);

    assertThat(AuditTrail.verify(trail).isWhole()).isTrue();
  }

  @Test
  void open_crashedBeforeTheFirstHead_goesOn() throws IOException {
    Audits.write(trail, 0);
    Files.delete(Audits.head(trail));
    assertThat(AuditTrail.verify(trail).isWhole()).isTrue();

    Audits.write(trail, 1);
    assertThat(AuditTrail.verify(trail).records()).isEqualTo(1);
  }

  @Test
  void open_tornAnywhereBehindTheHead_setsTheRestAsideVisibly() throws IOException {
    Audits.write(trail, 2);
    byte[] head = Files.readAllBytes(Audits.head(trail));
    int acknowledged = (int) Files.size(trail);
    Audits.write(trail, 2);
    byte[] whole = Files.readAllBytes(trail);

    for (int length = acknowledged; length <= whole.length; length += 7) {
      Files.write(trail, Arrays.copyOf(whole, length));
      Files.write(Audits.head(trail), head);
      AuditVerification before = AuditTrail.verify(trail);
      assertThat(before.isWhole()).as("cut at %d", length).isTrue();

      Audits.write(trail, 1);

      AuditVerification after = AuditTrail.verify(trail);
      assertThat(after.isWhole()).as("cut at %d", length).isTrue();
      assertThat(after.records()).isEqualTo(before.records() + 1);
      assertThat(after.recovered()).isEqualTo(before.unfinishedBytes() > 0 ? 1 : 0);
      if (before.unfinishedBytes() > 0) {
        assertThat(Files.readString(trail))
            .contains("\"kind\":\"RECOVERED\",\"bytes\":" + before.unfinishedBytes() + ",\"prev\"");
      }
    }
  }

  @Test
  void open_unwrittenBlocksAfterAPowerCut_setsThemAside() throws IOException {
    Audits.write(trail, 2);
    int acknowledged = (int) Files.size(trail);
    byte[] head = Files.readAllBytes(Audits.head(trail));
    Audits.write(trail, 3);
    byte[] holed = Files.readAllBytes(trail);
    Arrays.fill(holed, acknowledged + 20, acknowledged + 300, (byte) 0);
    Files.write(trail, holed);
    Files.write(Audits.head(trail), head);

    assertThat(AuditTrail.verify(trail).unfinishedBytes())
        .isEqualTo(holed.length - (long) acknowledged);
    Audits.write(trail, 1);

    assertThat(AuditTrail.verify(trail).isWhole()).isTrue();
    assertThat(AuditTrail.verify(trail).recovered()).isEqualTo(1);
    assertThat(AuditTrail.verify(trail).records()).isEqualTo(3);
  }

  @Test
  void open_lastRecordsRemoved_refusesToGoOn() throws IOException {
    Audits.write(trail, 3);
    Audits.rewrite(trail, Audits.lines(trail).subList(0, 3));

    assertBroken("TRUNCATED");
  }

  @Test
  void open_lastRecordChanged_refusesToGoOn() throws IOException {
    Audits.write(trail, 3);
    Files.writeString(trail, Files.readString(trail).replace("\"c3\"", "\"c4\""));

    assertBroken("TAMPERED");
  }

  @Test
  void open_foreignLineAtTheEnd_refusesToGoOn() throws IOException {
    Audits.write(trail, 3);
    Files.writeString(trail, Files.readString(trail) + "hello\n");

    assertBroken("FOREIGN_LINE");
  }

  @Test
  void open_headGoneChangedOrOfAnotherTrail_refusesToGoOn() throws IOException {
    Audits.write(trail, 3);
    Path other = folder.resolve("other.jsonl");
    Audits.write(other, 3);
    Audits.copy(Audits.head(other), Audits.head(trail));
    assertBroken("HEAD_TAMPERED");

    Files.writeString(Audits.head(trail), "{}\n");
    assertBroken("HEAD_TAMPERED");

    Files.delete(Audits.head(trail));
    assertBroken("HEAD_MISSING");
  }

  @Test
  void open_trailGoneButHeadThere_refusesToGoOn() throws IOException {
    Audits.write(trail, 3);
    Files.delete(trail);
    assertBroken("TRUNCATED");

    Files.createFile(trail);
    assertBroken("TRUNCATED");
  }

  @Test
  void open_otherKey_refusesToGoOn() {
    try (FileAuditSink sink = FileAuditSink.open(trail, Audits.KEY)) {
      sink.record(Audits.started("c1"));
    }

    assertBroken("BAD_KEY");
  }

  @Test
  void open_secondSinkInThisProcess_isRefusedAndLeavesTheFirstAlone() {
    try (FileAuditSink first = FileAuditSink.open(trail)) {
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> FileAuditSink.open(trail))
            .isInstanceOf(InvalidConfigurationException.class)
            .hasMessageContaining("already open");
      }
      first.record(Audits.started("c1"));
    }
    Audits.write(trail, 1);
    assertThat(AuditTrail.verify(trail).records()).isEqualTo(2);
  }

  @Test
  void open_folderIsAFile_isRefusedAndCanBeTriedAgain() throws IOException {
    Files.writeString(folder.resolve("logs"), "in the way");
    assertThatThrownBy(() -> FileAuditSink.open(trail))
        .isInstanceOf(AuditException.class)
        .hasMessageContaining("SHK-C-104");

    Files.delete(folder.resolve("logs"));
    Audits.write(trail, 1);
    assertThat(AuditTrail.verify(trail).isWhole()).isTrue();
  }

  @Test
  void record_closedSink_isRefused() {
    FileAuditSink sink = FileAuditSink.open(trail);
    sink.close();
    sink.close();

    assertThat(refusal(sink, "c1")).isEqualTo(CoreError.AUDIT_REFUSED);
  }

  @Test
  void record_somebodyElseWroteOrMovedTheTrail_isRefused() throws IOException {
    try (FileAuditSink sink = FileAuditSink.open(trail)) {
      sink.record(Audits.started("c1"));
      byte[] own = Files.readAllBytes(trail);
      Files.writeString(trail, "x", java.nio.file.StandardOpenOption.APPEND);
      assertThat(refusal(sink, "c2")).isEqualTo(CoreError.AUDIT_TRAIL_BROKEN);

      Files.move(trail, folder.resolve("moved"));
      assertThat(refusal(sink, "c2")).isEqualTo(CoreError.AUDIT_TRAIL_BROKEN);

      Files.write(trail, own);
      assertThat(refusal(sink, "c2")).isEqualTo(CoreError.AUDIT_TRAIL_BROKEN);
    }
  }

  @Test
  void record_interruptedThread_isKeptAndSoAreLaterOnes() {
    try (FileAuditSink sink = FileAuditSink.open(trail)) {
      Thread.currentThread().interrupt();
      sink.record(Audits.started("c1"));
      assertThat(Thread.interrupted()).isTrue();
      sink.record(Audits.started("c2"));
    }

    assertThat(AuditTrail.verify(trail).records()).isEqualTo(2);
  }

  @Test
  void record_manyThreads_keepsEveryRecordOnce() throws Exception {
    int threads = 8;
    int each = 100;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try (FileAuditSink sink = FileAuditSink.open(trail)) {
      List<Future<?>> all = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        String prefix = "t" + thread + "-";
        all.add(pool.submit(() -> recordAll(sink, prefix, each)));
      }
      for (Future<?> one : all) {
        one.get();
      }
      assertThat(AuditTrail.verify(trail).isWhole()).as("while open").isTrue();
    } finally {
      pool.shutdownNow();
    }

    List<String> lines = Audits.lines(trail);
    assertThat(AuditTrail.verify(trail).records()).isEqualTo((long) threads * each);
    for (int thread = 0; thread < threads; thread++) {
      for (int i = 0; i < each; i++) {
        assertThat(Audits.holds(lines, "t" + thread + "-" + i)).isTrue();
      }
    }
  }

  @Test
  void verify_whileRecordsAreWritten_isAlwaysWhole() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try (FileAuditSink sink = FileAuditSink.open(trail)) {
      Future<?> checks =
          pool.submit(
              () -> {
                while (!done.get()) {
                  assertThat(AuditTrail.verify(trail).firstProblem()).isEmpty();
                }
              });
      recordAll(sink, "c", 300);
      done.set(true);
      checks.get();
    } catch (ExecutionException e) {
      throw new AssertionError("the trail was not whole while it was written", e);
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void record_diskFailsAtAnyStep_losesNothingAcknowledgedAndGoesOn() throws IOException {
    Random random = new Random(5678910);
    for (int round = 0; round < 30; round++) {
      Path own = folder.resolve("round" + round + ".jsonl");
      AtomicBoolean faulty = new AtomicBoolean();
      List<String> acknowledged = new ArrayList<>();
      try (FileAuditSink sink = openFaulty(own, random, faulty)) {
        for (int i = 0; i < 20; i++) {
          faulty.set(random.nextBoolean());
          String id = "c" + i;
          if (isTaken(sink, id)) {
            acknowledged.add(id);
          }
        }
        if (round % 2 == 0) {
          faulty.set(false);
          sink.record(Audits.started("after"));
          acknowledged.add("after");
        }
      }

      assertThat(AuditTrail.verify(own).firstProblem()).as("round %d", round).isEmpty();
      Audits.write(own, 0);
      assertThat(AuditTrail.verify(own).firstProblem()).as("round %d", round).isEmpty();
      List<String> lines = Audits.lines(own);
      assertThat(acknowledged).allMatch(id -> Audits.holds(lines, id));
    }
  }

  @Test
  void record_diskFullAndTrailCannotEvenBeCut_staysOffUntilItCan() {
    AtomicBoolean full = new AtomicBoolean();
    try (FileAuditSink sink =
        FileAuditSink.open(
            trail, ChainHash.plain(), files -> new FaultyStore(TrailDisk.open(files), full::get))) {
      sink.record(Audits.started("c1"));
      full.set(true);
      assertThat(refusal(sink, "c2")).isEqualTo(CoreError.AUDIT_REFUSED);
      assertThat(refusal(sink, "c3")).isEqualTo(CoreError.AUDIT_REFUSED);
      assertThat(AuditTrail.verify(trail).isWhole()).isTrue();
      assertThat(AuditTrail.verify(trail).unfinishedBytes()).isPositive();

      full.set(false);
      sink.record(Audits.started("c4"));
    }

    AuditVerification result = AuditTrail.verify(trail);
    assertThat(result.isWhole()).isTrue();
    assertThat(result.records()).isEqualTo(2);
    assertThat(result.recovered()).isZero();
  }

  private static FileAuditSink openFaulty(Path own, Random random, AtomicBoolean faulty) {
    return FileAuditSink.open(
        own,
        ChainHash.plain(),
        files ->
            new FaultyStore(TrailDisk.open(files), () -> faulty.get() && random.nextInt(3) == 0));
  }

  private static void recordAll(FileAuditSink sink, String prefix, int count) {
    for (int i = 0; i < count; i++) {
      sink.record(Audits.started(prefix + i));
    }
  }

  private static boolean isTaken(FileAuditSink sink, String id) {
    try {
      sink.record(Audits.started(id));
      return true;
    } catch (AuditException e) {
      assertThat(e.error()).isEqualTo(CoreError.AUDIT_REFUSED);
      return false;
    }
  }

  private static Object refusal(FileAuditSink sink, String id) {
    try {
      sink.record(Audits.started(id));
    } catch (ShikakuException e) {
      return e.error();
    }
    throw new AssertionError("the record was taken");
  }

  private void assertBroken(String kind) {
    assertThatThrownBy(() -> FileAuditSink.open(trail))
        .isInstanceOf(AuditException.class)
        .hasMessageContaining("SHK-C-601")
        .hasMessageContaining(kind)
        .hasMessageNotContaining("KANJA");
  }
}
