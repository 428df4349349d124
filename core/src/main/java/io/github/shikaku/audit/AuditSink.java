package io.github.shikaku.audit;

/**
 * Where audit records go. The vendor brings one: {@link FileAuditSink}, or its own, for example on
 * a database. A sink is called by many threads at once.
 */
@FunctionalInterface
public interface AuditSink {
  /**
   * Keeps a record. It is kept, for good, when this returns.
   *
   * @throws io.github.shikaku.error.AuditException when the record is refused; refusing a {@link
   *     AuditPhase#STARTED} record keeps the operation from being sent
   */
  void record(AuditRecord record);

  /** Keeps nothing. Operations that must be audited are not sent with it. */
  static AuditSink none() {
    return NoAuditSink.INSTANCE;
  }
}
