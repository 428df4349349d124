package io.github.shikaku.exchange;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one watch service of a runtime. A process has few of them, and one thread serves every
 * folder.
 */
final class AnswerWatch implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(AnswerWatch.class);

  /** Hears of changes in a folder; called on the watching thread and must not touch the folder. */
  interface Listener {
    void changed(String fileName);

    void overflow();

    void lost();
  }

  private final ThreadFactory threads;
  private final Map<WatchKey, Listener> listeners = new ConcurrentHashMap<>();
  private @Nullable WatchService service;
  private boolean unavailable;

  AnswerWatch(ThreadFactory threads) {
    this.threads = threads;
  }

  /**
   * Watches a folder; null when that is impossible, in which case looking from time to time must
   * do.
   */
  @Nullable WatchKey register(Path folder, Listener listener) {
    WatchService watching = service();
    if (watching == null) {
      return null;
    }
    try {
      WatchKey key =
          folder.register(
              watching, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
      listeners.put(key, listener);
      return key;
    } catch (IOException | ClosedWatchServiceException e) {
      log.debug("{} cannot be watched", folder, e);
      return null;
    }
  }

  void unregister(WatchKey key) {
    listeners.remove(key);
    try {
      key.cancel();
    } catch (ClosedWatchServiceException e) {
      log.debug("watching ended before");
    }
  }

  private synchronized @Nullable WatchService service() {
    if (service == null && !unavailable) {
      try {
        WatchService created = FileSystems.getDefault().newWatchService();
        threads.newThread(() -> run(created)).start();
        service = created;
      } catch (IOException | UnsupportedOperationException e) {
        unavailable = true;
        log.warn("no watch service could be created; folders are looked at from time to time", e);
      }
    }
    return service;
  }

  private void run(WatchService watching) {
    try {
      while (true) {
        WatchKey key = watching.take();
        Listener listener = listeners.get(key);
        for (WatchEvent<?> event : key.pollEvents()) {
          if (listener != null) {
            tell(listener, event);
          }
        }
        if (!key.reset()) {
          listeners.remove(key);
          if (listener != null) {
            listener.lost();
          }
        }
      }
    } catch (ClosedWatchServiceException e) {
      log.debug("watching ended");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void tell(Listener listener, WatchEvent<?> event) {
    if (event.kind() == StandardWatchEventKinds.OVERFLOW) {
      listener.overflow();
    } else if (event.context() instanceof Path path) {
      listener.changed(path.toString());
    }
  }

  @Override
  public synchronized void close() {
    unavailable = true;
    if (service != null) {
      try {
        service.close();
      } catch (IOException e) {
        log.debug("the watch service did not close cleanly", e);
      }
    }
  }
}
