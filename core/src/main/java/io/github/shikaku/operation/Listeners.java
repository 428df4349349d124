package io.github.shikaku.operation;

import io.github.shikaku.listen.ShikakuListener;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The listeners of a client. One that throws disturbs nobody and is reported once. */
final class Listeners {
  private static final Logger log = LoggerFactory.getLogger(Listeners.class);

  private final List<ShikakuListener> listeners;
  private final Set<ShikakuListener> reported = ConcurrentHashMap.newKeySet();

  Listeners(List<ShikakuListener> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  boolean isEmpty() {
    return listeners.isEmpty();
  }

  void tell(Consumer<ShikakuListener> event) {
    for (ShikakuListener listener : listeners) {
      try {
        event.accept(listener);
      } catch (RuntimeException | Error e) {
        if (reported.add(listener)) {
          log.error("a listener failed; it will not be reported again", e);
        }
      }
    }
  }
}
