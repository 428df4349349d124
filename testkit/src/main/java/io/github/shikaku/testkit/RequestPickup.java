package io.github.shikaku.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes requests out of {@code req}, by events where there are any and by looking where not. */
final class RequestPickup {
  private static final Logger log = LoggerFactory.getLogger(RequestPickup.class);
  private static final Pattern KNOWN =
      Pattern.compile("OQSsiquc01req_.+\\.xml", Pattern.CASE_INSENSITIVE);
  private static final byte[] CLOSING = "</XmlMsg>".getBytes(StandardCharsets.US_ASCII);
  private static final long SETTLED_NANOS = Duration.ofSeconds(1).toNanos();

  /** What becomes of a request. */
  interface Handler {
    /** What to do once the request is taken; null leaves it where it is. */
    @Nullable Runnable plan(String name, byte[] request);
  }

  /** How a request that was not whole looked when it was last seen to change. */
  private record Unfinished(long size, long sinceNanos) {}

  private final Path req;
  private final Handler handler;
  private final Duration interval;
  private final Thread thread;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final ReentrantLock lock = new ReentrantLock();
  private final Set<String> leftAlone = new HashSet<>();
  private final Map<String, Unfinished> unfinished = new HashMap<>();
  private final List<String> taken = new ArrayList<>();
  private @Nullable WatchService watcher;
  private @Nullable WatchKey key;
  private volatile boolean paused;

  RequestPickup(Path req, Duration interval, Handler handler) {
    this.req = req;
    this.interval = interval;
    this.handler = handler;
    this.thread = new Thread(this::watch, "shikaku-simulator");
    thread.setDaemon(true);
  }

  void start() {
    register();
    scan();
    thread.start();
  }

  void pause() {
    lock.lock();
    try {
      paused = true;
    } finally {
      lock.unlock();
    }
  }

  void resume() {
    paused = false;
    scan();
  }

  List<String> taken() {
    lock.lock();
    try {
      return List.copyOf(taken);
    } finally {
      lock.unlock();
    }
  }

  void stop() throws InterruptedException, IOException {
    stopped.countDown();
    WatchService current = watcher;
    if (current != null) {
      current.close();
    }
    thread.join();
  }

  private boolean isStopped() {
    return stopped.getCount() == 0;
  }

  private void register() {
    try {
      if (watcher == null) {
        watcher = req.getFileSystem().newWatchService();
      }
      key =
          req.register(
              watcher, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
    } catch (IOException | UnsupportedOperationException e) {
      key = null;
      log.debug("no events from {}: {}", req, e.getClass().getSimpleName());
    }
  }

  private void watch() {
    long lastScan = System.nanoTime();
    try {
      while (!isStopped()) {
        takeWhatEventsName();
        if (System.nanoTime() - lastScan >= interval.toNanos()) {
          if (key == null) {
            register();
          }
          scan();
          lastScan = System.nanoTime();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ClosedWatchServiceException e) {
      log.debug("stopped watching {}", req);
    }
  }

  private void takeWhatEventsName() throws InterruptedException {
    WatchService current = watcher;
    if (current == null || key == null) {
      if (stopped.await(interval.toMillis(), TimeUnit.MILLISECONDS)) {
        log.debug("stopped looking into {}", req);
      }
      return;
    }
    WatchKey signalled = current.poll(interval.toMillis(), TimeUnit.MILLISECONDS);
    if (signalled == null) {
      return;
    }
    for (WatchEvent<?> event : signalled.pollEvents()) {
      if (event.context() instanceof Path name) {
        take(name.toString());
      } else {
        scan();
      }
    }
    if (!signalled.reset()) {
      key = null;
    }
  }

  /** Takes everything that lies there; returns how many requests it found. */
  int scan() {
    int found = 0;
    Set<String> seen = new HashSet<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(req)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        seen.add(name);
        if (isTakeable(name)) {
          found++;
          take(name);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      log.debug("cannot look into {}: {}", req, e.getClass().getSimpleName());
      return found;
    }
    lock.lock();
    try {
      leftAlone.retainAll(seen);
      unfinished.keySet().retainAll(seen);
    } finally {
      lock.unlock();
    }
    return found;
  }

  private boolean isTakeable(String name) {
    lock.lock();
    try {
      return KNOWN.matcher(name).matches() && !leftAlone.contains(name);
    } finally {
      lock.unlock();
    }
  }

  private void take(String name) {
    lock.lock();
    try {
      if (!paused && !isStopped() && isTakeable(name)) {
        Path file = req.resolve(name);
        byte[] request = Files.readAllBytes(file);
        if (isWhole(name, request)) {
          takeWhole(name, file, request);
        }
      }
    } catch (NoSuchFileException e) {
      log.trace("{} is gone", name);
    } catch (IOException e) {
      log.debug("cannot take {} yet: {}", name, e.getClass().getSimpleName());
    } finally {
      lock.unlock();
    }
  }

  private void takeWhole(String name, Path file, byte[] request) throws IOException {
    Runnable answering = handler.plan(name, request);
    if (answering == null) {
      leftAlone.add(name);
    } else if (Files.deleteIfExists(file)) {
      // Whoever withdraws a request renames it: either that or this happened, never both.
      taken.add(name);
      log.debug("took {}", name);
      answering.run();
    }
  }

  /** Whether the root is closed, or nothing has changed for so long that nothing will. */
  private boolean isWhole(String name, byte[] request) {
    if (endsWithClosing(request)) {
      unfinished.remove(name);
      return true;
    }
    long now = System.nanoTime();
    Unfinished before = unfinished.get(name);
    if (before == null || before.size() != request.length) {
      unfinished.put(name, new Unfinished(request.length, now));
      return false;
    }
    return now - before.sinceNanos() > SETTLED_NANOS;
  }

  private static boolean endsWithClosing(byte[] request) {
    int end = request.length;
    while (end > 0 && request[end - 1] <= ' ' && request[end - 1] >= 0) {
      end--;
    }
    return end >= CLOSING.length
        && Arrays.equals(request, end - CLOSING.length, end, CLOSING, 0, CLOSING.length);
  }
}
