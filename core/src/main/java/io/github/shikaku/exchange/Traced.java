package io.github.shikaku.exchange;

import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Lines of the technical log that belong to one call. Each carries the call's id in the form of W3C
 * Trace Context, in its text and, while it is written, in the MDC, so that one call can be followed
 * through all of them. Nothing of it is sent to OQS.
 */
public final class Traced {
  private static final String KEY = "traceparent";

  private final Logger log;

  /** Lines of {@code owner}. */
  public Traced(Class<?> owner) {
    log = LoggerFactory.getLogger(owner);
  }

  /** Whether lines are written at all. */
  public boolean isDebugEnabled() {
    return log.isDebugEnabled();
  }

  /** Writes a line of level DEBUG; the message is one of SLF4J. */
  public void debug(Supplier<String> id, String message, Object... arguments) {
    if (!log.isDebugEnabled()) {
      return;
    }
    String traceparent = id.get();
    String before = MDC.get(KEY);
    MDC.put(KEY, traceparent);
    try {
      log.debug(message + " [" + traceparent + "]", arguments);
    } finally {
      if (before == null) {
        MDC.remove(KEY);
      } else {
        MDC.put(KEY, before);
      }
    }
  }
}
