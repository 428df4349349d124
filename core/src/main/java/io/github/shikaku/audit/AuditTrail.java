package io.github.shikaku.audit;

import io.github.shikaku.audit.AuditProblem.Kind;
import io.github.shikaku.error.AuditException;
import io.github.shikaku.error.CoreError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Checks the trail of a {@link FileAuditSink}: that every record is there, unchanged and in its
 * place. It reads line by line in constant memory and may run while the sink is open.
 *
 * <p>Without a key the chain shows mistakes and careless changes, but whoever knows the format can
 * make a new one. With a key nobody without the key can. An old copy of trail and head together is
 * whole of itself; only {@link AuditVerification#lastHash()} or the number of records, kept
 * elsewhere, shows that newer records are gone.
 */
public final class AuditTrail {
  private AuditTrail() {}

  /**
   * Checks a trail that was written without a key.
   *
   * @throws AuditException when there is no trail, or it cannot be read
   */
  public static AuditVerification verify(Path trail) {
    return verify(trail, ChainHash.plain());
  }

  /**
   * Checks a trail that was written with a key.
   *
   * @throws AuditException when there is no trail, or it cannot be read
   */
  public static AuditVerification verify(Path trail, byte[] key) {
    return verify(trail, ChainHash.keyed(key));
  }

  /**
   * Checks a trail that was written with a key of characters.
   *
   * @throws AuditException when there is no trail, or it cannot be read
   */
  public static AuditVerification verify(Path trail, char[] key) {
    return verify(trail, ChainHash.keyed(key));
  }

  private static AuditVerification verify(Path trail, ChainHash chainHash) {
    TrailFiles files = TrailFiles.at(trail);
    try (ChainHash hash = chainHash) {
      boolean hasHead = Files.exists(files.head());
      if (!hasHead && !Files.exists(files.trail())) {
        throw new AuditException(
            CoreError.AUDIT_TRAIL_BROKEN, "there is no audit trail " + files.trail(), null);
      }
      // The head first: a sink at work may go on meanwhile, and the trail is never behind its head.
      TrailEnd head = hasHead ? TrailEnd.read(files.head(), hash) : null;
      if (!Files.exists(files.trail())) {
        return gone();
      }
      try (LineReader lines = LineReader.open(files.trail(), 0)) {
        return verify(lines, hash, new Head(hasHead, head));
      }
    } catch (IOException e) {
      throw new AuditException(
          CoreError.AUDIT_TRAIL_BROKEN, "the audit trail cannot be read: " + files.trail(), e);
    }
  }

  static AuditVerification verify(LineReader lines, ChainHash hash, Head head) throws IOException {
    TrailWalker walker = new TrailWalker(lines, hash);
    while (lines.next()) {
      boolean interrupted = lines.looksInterrupted();
      AuditProblem problem = walker.check();
      if (problem != null) {
        boolean harmless = interrupted && head.isReachedBy(walker.end());
        return harmless
            ? walker.result(unfinished(lines, walker), null)
            : walker.result(0, problem);
      }
      if (head.contradicts(walker.end())) {
        return walker.result(0, headTampered(walker));
      }
    }
    return walker.result(0, head.judge(walker));
  }

  private static AuditProblem headTampered(TrailWalker walker) {
    return walker.problem(Kind.HEAD_TAMPERED, "the head file does not belong to this trail");
  }

  private static long unfinished(LineReader lines, TrailWalker walker) throws IOException {
    lines.skipRest();
    TrailEnd end = walker.end();
    return end == null ? lines.end() : lines.end() - end.end();
  }

  private static AuditVerification gone() {
    AuditProblem problem =
        new AuditProblem(Kind.TRUNCATED, 1, "the trail is gone, only its head file is there");
    return new AuditVerification(0, 0, 0, null, null, TrailLine.NOTHING, problem);
  }

  /**
   * The head file, held against the trail.
   *
   * @param present whether there is one
   * @param says what it says, null when it is not as it was written
   */
  record Head(boolean present, @Nullable TrailEnd says) {
    /** Whether everything that was acknowledged lies before this end. */
    boolean isReachedBy(@Nullable TrailEnd end) {
      return says != null && end != null && end.sequence() >= says.sequence();
    }

    boolean contradicts(@Nullable TrailEnd end) {
      return says != null && end != null && end.sequence() == says.sequence() && !end.equals(says);
    }

    @Nullable AuditProblem judge(TrailWalker walker) {
      TrailEnd end = walker.end();
      if (end == null) {
        return walker.problem(Kind.TRUNCATED, "the trail is empty");
      }
      if (present && says == null) {
        return walker.problem(Kind.HEAD_TAMPERED, "the head file is not as it was written");
      }
      if (says == null) {
        // Between the first line and the first head a crash leaves just that line.
        return end.sequence() == 0
            ? null
            : walker.problem(Kind.HEAD_MISSING, "the head file is gone");
      }
      return isReachedBy(end)
          ? null
          : walker.problem(
              Kind.TRUNCATED, "the records up to line number " + says.sequence() + " are gone");
    }
  }
}
