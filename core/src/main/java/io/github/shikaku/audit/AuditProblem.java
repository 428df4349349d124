package io.github.shikaku.audit;

/**
 * The first thing that is wrong with an audit trail.
 *
 * @param kind what kind of thing
 * @param line the line of the trail, counted from 1
 * @param message what was found, in English, without content of the trail
 */
public record AuditProblem(Kind kind, long line, String message) {
  /** What can be wrong with a trail. */
  public enum Kind {
    /** The line is not as it was written. */
    TAMPERED,
    /** Records that stood before the line are gone. */
    REMOVED,
    /** The line stands where it does not belong: swapped, doubled or inserted. */
    REORDERED,
    /** The last records are gone. */
    TRUNCATED,
    /** The trail ends within a record that had been acknowledged. */
    TORN,
    /** The line was not written by the sink. */
    FOREIGN_LINE,
    /** The key is not the one of the trail, is missing, or the trail has none. */
    BAD_KEY,
    /** The head file is gone, so nobody can tell whether the last records are still there. */
    HEAD_MISSING,
    /** The head file is not as it was written, or belongs to another trail. */
    HEAD_TAMPERED
  }
}
