package io.github.shikaku.audit;

import io.github.shikaku.audit.AuditProblem.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Walks along a chain and stops at the first line that does not continue it. After a gap it looks
 * ahead, to tell removed records from swapped ones.
 */
final class TrailWalker {
  private static final byte[] START = TrailLine.START.getBytes(StandardCharsets.US_ASCII);

  private final LineReader lines;
  private final ChainHash hash;
  private long expected;
  private @Nullable String previous;

  private @Nullable TrailEnd end;
  private long records;
  private long recovered;
  private @Nullable Instant first;
  private @Nullable Instant last;

  /** From the first line of a trail on. */
  TrailWalker(LineReader lines, ChainHash hash) {
    this(lines, hash, 0, TrailLine.NOTHING);
  }

  /** From a later line on; what stands before it is taken as it says itself. */
  static TrailWalker from(LineReader lines, ChainHash hash, long sequence) {
    return new TrailWalker(lines, hash, sequence, null);
  }

  private TrailWalker(LineReader lines, ChainHash hash, long expected, @Nullable String previous) {
    this.lines = lines;
    this.hash = hash;
    this.expected = expected;
    this.previous = previous;
  }

  /** Checks the line at which the reader stands; null when it continues the chain. */
  @Nullable AuditProblem check() throws IOException {
    if (!lines.isTerminated()) {
      return problem(Kind.TORN, "the trail ends within a line");
    }
    SealedLine line =
        lines.isTooLong() ? null : SealedLine.read(lines.line(), lines.length(), hash);
    if (line == null) {
      return startsLikeRecord()
          ? problem(Kind.TAMPERED, "the line is not as it was written")
          : problem(Kind.FOREIGN_LINE, "the line was not written by the sink");
    }
    AuditProblem problem = expected == 0 ? wrongKey(line) : null;
    problem = problem == null ? brokenSeal(line) : problem;
    problem = problem == null ? wrongPlace(line) : problem;
    problem = problem == null ? notUnderstood(line) : problem;
    if (problem == null) {
      take(line);
    }
    return problem;
  }

  /** Checks the first line, without looking ahead into the rest. */
  @Nullable AuditProblem firstLineOnly() throws IOException {
    SealedLine line =
        lines.isTerminated() && !lines.isTooLong()
            ? SealedLine.read(lines.line(), lines.length(), hash)
            : null;
    boolean isFirst = line != null && line.text(TrailLine.KIND).equals(TrailLine.TRAIL);
    return isFirst ? check() : problem(Kind.TAMPERED, "the first line is not as it was written");
  }

  /** The last line that continued the chain; null while there is none. */
  @Nullable TrailEnd end() {
    return end;
  }

  /** What was found, as the result of a check. */
  AuditVerification result(long unfinishedBytes, @Nullable AuditProblem problem) {
    return new AuditVerification(
        records,
        recovered,
        unfinishedBytes,
        first,
        last,
        end == null ? TrailLine.NOTHING : end.hash(),
        problem);
  }

  /** A problem with the line that is next. */
  AuditProblem problem(Kind kind, String message) {
    return new AuditProblem(kind, expected + 1, message);
  }

  private @Nullable AuditProblem wrongKey(SealedLine line) {
    if (!line.text(TrailLine.KIND).equals(TrailLine.TRAIL)) {
      return null;
    }
    if (!line.text(TrailLine.ALGORITHM).equals(hash.algorithm())) {
      return problem(Kind.BAD_KEY, "the trail is not sealed with " + hash.algorithm());
    }
    return line.text(TrailLine.KEY_CHECK).equals(hash.keyCheck())
        ? null
        : problem(Kind.BAD_KEY, "the key is not the one of the trail");
  }

  private @Nullable AuditProblem brokenSeal(SealedLine line) {
    return line.sealed() ? null : problem(Kind.TAMPERED, "the line does not fit its seal");
  }

  private @Nullable AuditProblem wrongPlace(SealedLine line) throws IOException {
    long sequence = line.number(TrailLine.SEQUENCE);
    if (sequence < 0) {
      return problem(Kind.FOREIGN_LINE, "the line has no number");
    }
    if (sequence < expected) {
      return problem(Kind.REORDERED, "line number " + sequence + " stands too late");
    }
    if (sequence > expected) {
      long missing = expected;
      AuditProblem gap = problem(Kind.REMOVED, "line number " + missing + " is gone");
      AuditProblem order = problem(Kind.REORDERED, "line number " + missing + " stands too late");
      return comesLater(missing) ? order : gap;
    }
    boolean continues = previous == null || previous.equals(line.text(TrailLine.PREVIOUS));
    return continues ? null : problem(Kind.TAMPERED, "the line does not continue the one before");
  }

  private @Nullable AuditProblem notUnderstood(SealedLine line) {
    boolean understood =
        switch (line.text(TrailLine.KIND)) {
          case TrailLine.TRAIL -> expected == 0;
          case TrailLine.RECORD -> expected > 0 && line.instant(TrailLine.TIME) != null;
          case TrailLine.RECOVERED -> expected > 0;
          default -> false;
        };
    return understood ? null : problem(Kind.FOREIGN_LINE, "the line is no record of a trail");
  }

  private void take(SealedLine line) {
    end = new TrailEnd(expected, line.hash(), lines.start(), lines.end());
    previous = line.hash();
    expected++;
    if (line.text(TrailLine.KIND).equals(TrailLine.RECORD)) {
      records++;
      last = line.instant(TrailLine.TIME);
      first = first == null ? last : first;
    } else if (line.text(TrailLine.KIND).equals(TrailLine.RECOVERED)) {
      recovered++;
    }
  }

  private boolean comesLater(long sequence) throws IOException {
    while (lines.next()) {
      SealedLine line =
          lines.isTooLong() ? null : SealedLine.read(lines.line(), lines.length(), hash);
      if (line != null && line.sealed() && line.number(TrailLine.SEQUENCE) == sequence) {
        return true;
      }
    }
    return false;
  }

  private boolean startsLikeRecord() {
    for (int i = 0; i < START.length; i++) {
      if (i >= lines.length() || lines.line()[i] != START[i]) {
        return false;
      }
    }
    return true;
  }
}
