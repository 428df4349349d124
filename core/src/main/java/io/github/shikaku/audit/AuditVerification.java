package io.github.shikaku.audit;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the check of a trail found. Where there is a problem, the figures are those of the whole
 * part before it.
 *
 * @param records number of records
 * @param recovered number of notes about unfinished lines set aside after a crash
 * @param unfinishedBytes bytes behind the last record that were never acknowledged; they are there
 *     after a crash, until the sink is opened again, or while a record is being written
 * @param first time of the first record, null without one
 * @param last time of the last record, null without one
 * @param lastHash seal of the last line. Kept elsewhere it shows later that the trail was not
 *     exchanged as a whole, which no file can show of itself
 * @param problem the first problem, null when the trail is whole
 */
public record AuditVerification(
    long records,
    long recovered,
    long unfinishedBytes,
    @Nullable Instant first,
    @Nullable Instant last,
    String lastHash,
    @Nullable AuditProblem problem) {
  /** Whether every record that was acknowledged is there, unchanged and in its place. */
  public boolean isWhole() {
    return problem == null;
  }

  /** The first problem, when there is one. */
  public Optional<AuditProblem> firstProblem() {
    return Optional.ofNullable(problem);
  }
}
