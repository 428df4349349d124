package io.github.shikaku.audit;

import io.github.shikaku.audit.AuditProblem.Kind;
import io.github.shikaku.error.AuditException;
import io.github.shikaku.error.CoreError;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds the end of a trail from its first line, its head and what lies behind the head, without
 * reading the rest.
 *
 * @param end the last line that continues the chain
 * @param length bytes in the file; more than {@code end} when a crash left an unfinished line
 */
record TrailOpening(TrailEnd end, long length) {
  static TrailOpening of(TrailFiles files, ChainHash hash) throws IOException {
    boolean hasHead = Files.exists(files.head());
    if (files.length() == 0 && !hasHead) {
      TrailDisk.create(
          files, SealedLine.seal(TrailLine.trail(UUID.randomUUID().toString(), hash), hash));
    }
    if (!Files.exists(files.trail())) {
      throw broken(files, new AuditProblem(Kind.TRUNCATED, 1, "the trail is gone"));
    }
    TrailEnd first = firstLine(files, hash);
    TrailEnd head = hasHead ? TrailEnd.read(files.head(), hash) : null;
    if (head != null) {
      return behind(head, files, hash);
    }
    long length = files.length();
    if (hasHead || length != first.end()) {
      Kind kind = hasHead ? Kind.HEAD_TAMPERED : Kind.HEAD_MISSING;
      throw broken(
          files, new AuditProblem(kind, 1, "the head file is gone or not as it was written"));
    }
    return new TrailOpening(first, length);
  }

  long unfinishedBytes() {
    return length - end.end();
  }

  private static TrailEnd firstLine(TrailFiles files, ChainHash hash) throws IOException {
    try (LineReader lines = LineReader.open(files.trail(), 0)) {
      TrailWalker walker = new TrailWalker(lines, hash);
      if (!lines.next()) {
        throw broken(files, walker.problem(Kind.TRUNCATED, "the trail is empty"));
      }
      refuse(files, walker.firstLineOnly());
      return Objects.requireNonNull(walker.end(), "a checked line is the end so far");
    }
  }

  private static TrailOpening behind(TrailEnd head, TrailFiles files, ChainHash hash)
      throws IOException {
    if (files.length() < head.end()) {
      throw broken(
          files,
          new AuditProblem(Kind.TRUNCATED, head.sequence() + 1, "the last records are gone"));
    }
    try (LineReader lines = LineReader.open(files.trail(), head.start())) {
      TrailWalker walker = TrailWalker.from(lines, hash, head.sequence());
      AuditProblem problem = lines.next() ? walker.check() : null;
      refuse(files, problem);
      if (!head.equals(walker.end())) {
        throw broken(
            files,
            new AuditProblem(
                Kind.HEAD_TAMPERED, head.sequence() + 1, "the head does not belong to the trail"));
      }
      return walkOn(lines, walker, files);
    }
  }

  private static TrailOpening walkOn(LineReader lines, TrailWalker walker, TrailFiles files)
      throws IOException {
    boolean interrupted = false;
    while (!interrupted && lines.next()) {
      boolean looksInterrupted = lines.looksInterrupted();
      AuditProblem problem = walker.check();
      interrupted = problem != null && looksInterrupted;
      if (!interrupted) {
        refuse(files, problem);
      }
    }
    TrailEnd end = Objects.requireNonNull(walker.end(), "the line of the head was checked");
    return new TrailOpening(end, files.length());
  }

  private static void refuse(TrailFiles files, @Nullable AuditProblem problem) {
    if (problem != null) {
      throw broken(files, problem);
    }
  }

  private static AuditException broken(TrailFiles files, AuditProblem problem) {
    return new AuditException(
        CoreError.AUDIT_TRAIL_BROKEN,
        "the audit trail "
            + files.trail()
            + " cannot be continued: "
            + problem.kind()
            + " at line "
            + problem.line()
            + ", "
            + problem.message()
            + "; put trail and head away as evidence and start a new one",
        null);
  }
}
