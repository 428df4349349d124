package io.github.shikaku.audit;

/** Keeps nothing; one instance, so that it can be recognised. */
enum NoAuditSink implements AuditSink {
  INSTANCE;

  @Override
  public void record(AuditRecord record) {
    // Nothing is kept, on purpose.
  }
}
