package io.github.shikaku.audit;

/** Which of the two records of an operation it is. */
public enum AuditPhase {
  /** Written before anything is sent. */
  STARTED,
  /** Written with the outcome. */
  FINISHED
}
