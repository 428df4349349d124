package io.github.shikaku.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.shikaku.audit.AuditProblem.Kind;
import io.github.shikaku.error.AuditException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTrailTest {
  private static final int RECORDS = 8;

  @TempDir Path folder;
  private Path trail;
  private List<String> lines;

  @BeforeEach
  void writeTrail() throws IOException {
    trail = folder.resolve("audit.jsonl");
    Audits.write(trail, RECORDS);
    lines = Audits.lines(trail);
  }

  @Test
  void verify_untouched_isWholeWithItsFigures() {
    AuditVerification result = AuditTrail.verify(trail);

    assertThat(result.isWhole()).isTrue();
    assertThat(result.firstProblem()).isEmpty();
    assertThat(result.records()).isEqualTo(RECORDS);
    assertThat(result.first()).isEqualTo(Audits.NOON.plusSeconds(1));
    assertThat(result.last()).isEqualTo(Audits.NOON.plusSeconds(RECORDS));
    assertThat(lines.get(RECORDS)).contains(result.lastHash());
  }

  @Test
  void verify_anySingleByteChangedRemovedOrAdded_isFound() throws IOException {
    Random random = new Random(1319999991);
    byte[] whole = Files.readAllBytes(trail);
    for (int at = 0; at < whole.length; at++) {
      Files.write(trail, changed(whole, at, random));
      assertThat(AuditTrail.verify(trail).isWhole()).as("change at byte %d", at).isFalse();
    }
  }

  @Test
  void verify_anySingleByteOfTheHeadChanged_isFound() throws IOException {
    byte[] head = Files.readAllBytes(Audits.head(trail));
    Random random = new Random(42);
    for (int at = 0; at < head.length; at++) {
      Files.write(Audits.head(trail), changed(head, at, random));
      assertThat(kind()).as("change at byte %d", at).isEqualTo(Kind.HEAD_TAMPERED);
    }
  }

  @Test
  void verify_anyLineRemoved_isFoundAtItsPlace() throws IOException {
    for (int i = 0; i <= RECORDS; i++) {
      List<String> rest = Audits.lines(trail);
      rest.remove(i);
      Audits.rewrite(trail, rest);

      assertThat(kind()).isEqualTo(i == RECORDS ? Kind.TRUNCATED : Kind.REMOVED);
      assertThat(problem().line()).isEqualTo(i + 1L);
      Audits.rewrite(trail, lines);
    }
  }

  @Test
  void verify_anyNumberOfLastLinesRemoved_isTruncated() throws IOException {
    for (int kept = 0; kept <= RECORDS; kept++) {
      Audits.rewrite(trail, lines.subList(0, kept));

      assertThat(kind()).as("%d lines kept", kept).isEqualTo(Kind.TRUNCATED);
    }
  }

  @Test
  void verify_anyTwoLinesSwapped_isReordered() throws IOException {
    for (int i = 0; i <= RECORDS; i++) {
      for (int j = i + 1; j <= RECORDS; j++) {
        List<String> swapped = Audits.lines(trail);
        Collections.swap(swapped, i, j);
        Audits.rewrite(trail, swapped);

        assertThat(kind()).as("%d and %d", i, j).isEqualTo(Kind.REORDERED);
        assertThat(problem().line()).isEqualTo(i + 1L);
        Audits.rewrite(trail, lines);
      }
    }
  }

  @Test
  void verify_anyLineDoubledAnywhere_isReordered() throws IOException {
    for (int from = 0; from <= RECORDS; from++) {
      for (int to = from + 1; to <= RECORDS + 1; to++) {
        List<String> doubled = Audits.lines(trail);
        doubled.add(to, lines.get(from));
        Audits.rewrite(trail, doubled);

        assertThat(kind()).as("%d at %d", from, to).isEqualTo(Kind.REORDERED);
        Audits.rewrite(trail, lines);
      }
    }
  }

  @Test
  void verify_forgedLineInsertedOrReplaced_isFound() throws IOException {
    for (int at = 1; at <= RECORDS; at++) {
      String forged = forged(at, hashOf(lines.get(at - 1)));
      List<String> inserted = Audits.lines(trail);
      inserted.add(at, forged);
      Audits.rewrite(trail, inserted);
      assertThat(AuditTrail.verify(trail).isWhole()).as("inserted at %d", at).isFalse();

      List<String> replaced = Audits.lines(trail);
      replaced.remove(at + 1);
      Audits.rewrite(trail, replaced);
      assertThat(kind()).isEqualTo(at == RECORDS ? Kind.HEAD_TAMPERED : Kind.TAMPERED);
      Audits.rewrite(trail, lines);
    }
  }

  @Test
  void verify_foreignLines_areNamedSo() throws IOException {
    for (String foreign : List.of("", "# rotated", "{}", "x".repeat(100_000), "\u0000")) {
      List<String> more = Audits.lines(trail);
      more.add(3, foreign);
      Audits.rewrite(trail, more);

      assertThat(kind()).isEqualTo(Kind.FOREIGN_LINE);
      assertThat(problem().line()).isEqualTo(4);
      assertThat(AuditTrail.verify(trail).records()).isEqualTo(2);
      Audits.rewrite(trail, lines);
    }
  }

  @Test
  void verify_foreignLineBehindTheHead_isFound() throws IOException {
    Files.writeString(trail, Files.readString(trail) + "hello\n");

    assertThat(kind()).isEqualTo(Kind.FOREIGN_LINE);
  }

  @Test
  void verify_cutWithinAnAcknowledgedRecord_isTorn() throws IOException {
    byte[] whole = Files.readAllBytes(trail);
    int lastLine = lines.get(RECORDS).getBytes(StandardCharsets.UTF_8).length + 1;
    for (int cut = 1; cut < lastLine; cut++) {
      Files.write(trail, java.util.Arrays.copyOf(whole, whole.length - cut));

      assertThat(kind()).as("%d bytes cut", cut).isEqualTo(Kind.TORN);
    }
  }

  @Test
  void verify_headGone_isFound() throws IOException {
    Files.delete(Audits.head(trail));

    assertThat(kind()).isEqualTo(Kind.HEAD_MISSING);
  }

  @Test
  void verify_trailGone_isFound() throws IOException {
    Files.delete(trail);

    assertThat(kind()).isEqualTo(Kind.TRUNCATED);
  }

  @Test
  void verify_linesOfAnotherTrail_areFound() throws IOException {
    Path other = folder.resolve("other.jsonl");
    Audits.write(other, RECORDS);
    List<String> spliced = Audits.lines(other);
    spliced.set(4, lines.get(4));
    Audits.rewrite(other, spliced);
    assertThat(AuditTrail.verify(other).firstProblem())
        .hasValueSatisfying(problem -> assertThat(problem.kind()).isEqualTo(Kind.TAMPERED));

    Audits.copy(Audits.head(trail), Audits.head(other));
    Audits.rewrite(trail, lines);
    Files.copy(trail, folder.resolve("third.jsonl"));
    Audits.copy(Audits.head(other), Audits.head(folder.resolve("third.jsonl")));
    assertThat(AuditTrail.verify(folder.resolve("third.jsonl")).isWhole()).isTrue();
  }

  @Test
  void verify_headOfAnotherTrail_isFound() throws IOException {
    Path other = folder.resolve("other.jsonl");
    Audits.write(other, RECORDS);
    Audits.copy(Audits.head(other), Audits.head(trail));

    assertThat(kind()).isEqualTo(Kind.HEAD_TAMPERED);
  }

  @Test
  void verify_headBehindTheTrail_isWhole() throws IOException {
    byte[] older = Files.readAllBytes(Audits.head(trail));
    Audits.write(trail, 3);
    Files.write(Audits.head(trail), older);

    AuditVerification result = AuditTrail.verify(trail);
    assertThat(result.isWhole()).isTrue();
    assertThat(result.records()).isEqualTo(RECORDS + 3L);
  }

  @Test
  void verify_nothingThere_isAnError() {
    assertThatThrownBy(() -> AuditTrail.verify(folder.resolve("none.jsonl")))
        .isInstanceOf(AuditException.class)
        .hasMessageContaining("SHK-C-601");
  }

  @Test
  void verify_keyWrongMissingOrTooMany_isBadKey() {
    Path keyed = folder.resolve("keyed.jsonl");
    byte[] wrong = Audits.KEY.clone();
    wrong[0]++;
    try (FileAuditSink sink = FileAuditSink.open(keyed, Audits.KEY)) {
      sink.record(Audits.started("c1"));
    }

    assertThat(AuditTrail.verify(keyed, Audits.KEY).isWhole()).isTrue();
    assertThat(kindOf(AuditTrail.verify(keyed, wrong))).isEqualTo(Kind.BAD_KEY);
    assertThat(kindOf(AuditTrail.verify(keyed))).isEqualTo(Kind.BAD_KEY);
    assertThat(kindOf(AuditTrail.verify(trail, Audits.KEY))).isEqualTo(Kind.BAD_KEY);
  }

  @Test
  void verify_keyOfCharacters_isTaken() {
    Path keyed = folder.resolve("keyed.jsonl");
    char[] key = "0123456789abcdef0123456789abcdef".toCharArray();
    try (FileAuditSink sink = FileAuditSink.open(keyed, key)) {
      sink.record(Audits.started("c1"));
    }

    assertThat(AuditTrail.verify(keyed, key).isWhole()).isTrue();
    assertThat(AuditTrail.verify(keyed, Audits.KEY).isWhole()).isTrue();
  }

  @Test
  void verify_chainForgedWithoutTheKey_isFound() throws IOException {
    Path keyed = folder.resolve("keyed.jsonl");
    try (FileAuditSink sink = FileAuditSink.open(keyed, Audits.KEY)) {
      sink.record(Audits.started("c1"));
    }
    List<String> extended = Audits.lines(keyed);
    extended.add(forged(2, hashOf(extended.get(1))));
    Audits.rewrite(keyed, extended);
    assertThat(kindOf(AuditTrail.verify(keyed, Audits.KEY))).isEqualTo(Kind.TAMPERED);

    Audits.copy(trail, keyed);
    Audits.copy(Audits.head(trail), Audits.head(keyed));
    assertThat(kindOf(AuditTrail.verify(keyed, Audits.KEY))).isEqualTo(Kind.BAD_KEY);
  }

  @Test
  void verify_fourTimesTheRecords_takesNoMoreThanLinearTime() throws IOException {
    Path few = longTrail("few.jsonl", 20_000);
    Path many = longTrail("many.jsonl", 80_000);
    AuditTrail.verify(many);

    long timeOfFew = timeOf(few);
    long timeOfMany = timeOf(many);

    assertThat(timeOfMany).isLessThan(10 * timeOfFew);
  }

  @Test
  void open_longTrail_readsOnlyItsEnds() throws IOException {
    Path trailOfMany = longTrail("many.jsonl", 20_000);
    byte[] whole = Files.readAllBytes(trailOfMany);
    whole[whole.length / 2] ^= 1;
    Files.write(trailOfMany, whole);

    // What stands in the middle is the verifier's business; opening must not read it.
    try (FileAuditSink sink = FileAuditSink.open(trailOfMany)) {
      sink.record(Audits.started("more"));
    }
    assertThat(AuditTrail.verify(trailOfMany).isWhole()).isFalse();
  }

  private long timeOf(Path file) {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      long before = System.nanoTime();
      assertThat(AuditTrail.verify(file).isWhole()).isTrue();
      best = Math.min(best, System.nanoTime() - before);
    }
    return best;
  }

  private Path longTrail(String name, int records) throws IOException {
    Path file = folder.resolve(name);
    try (ChainHash hash = ChainHash.plain();
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      byte[] line = SealedLine.seal(TrailLine.trail("long", hash), hash);
      TrailEnd end = new TrailEnd(-1, TrailLine.NOTHING, 0, 0).after(line);
      out.write(line);
      for (int i = 1; i <= records; i++) {
        line = SealedLine.seal(TrailLine.record(i, Audits.started("c" + i), end.hash()), hash);
        end = end.after(line);
        out.write(line);
      }
      Files.write(Audits.head(file), end.seal(hash));
    }
    return file;
  }

  private static byte[] changed(byte[] whole, int at, Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> {
        byte[] less = new byte[whole.length - 1];
        System.arraycopy(whole, 0, less, 0, at);
        System.arraycopy(whole, at + 1, less, at, less.length - at);
        yield less;
      }
      case 1 -> {
        byte[] more = new byte[whole.length + 1];
        System.arraycopy(whole, 0, more, 0, at);
        more[at] = (byte) (whole[at] ^ (1 + random.nextInt(255)));
        System.arraycopy(whole, at, more, at + 1, whole.length - at);
        yield more;
      }
      default -> {
        byte[] other = whole.clone();
        other[at] ^= (byte) (1 + random.nextInt(255));
        yield other;
      }
    };
  }

  private static String forged(long sequence, String previous) {
    try (ChainHash hash = ChainHash.plain()) {
      byte[] line =
          SealedLine.seal(TrailLine.record(sequence, Audits.started("forged"), previous), hash);
      return new String(line, StandardCharsets.UTF_8).strip();
    }
  }

  private static String hashOf(String line) {
    return SealedLine.hashOf((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private AuditProblem problem() {
    return AuditTrail.verify(trail).firstProblem().orElseThrow();
  }

  private Kind kind() {
    return problem().kind();
  }

  private static Kind kindOf(AuditVerification result) {
    return result.firstProblem().orElseThrow().kind();
  }
}
