package io.github.shikaku.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings answers into {@code res}: now or later, whole or in pieces, not while paused. */
final class AnswerDelivery {
  private static final Logger log = LoggerFactory.getLogger(AnswerDelivery.class);
  private static final Duration RETRY_AFTER = Duration.ofMillis(500);
  private static final int PIECES = 8;

  /** A step that touches the folder and may fail with it. */
  @FunctionalInterface
  private interface Step {
    void run() throws IOException;
  }

  private final Path res;
  private final ScheduledExecutorService scheduler;
  private final Duration pace;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Queue<Step> held = new ArrayDeque<>();
  private int pending;
  private boolean paused;

  AnswerDelivery(Path res, ScheduledExecutorService scheduler, Duration pace) {
    this.res = res;
    this.scheduler = scheduler;
    this.pace = pace;
  }

  void whole(String name, AnswerWriting writing, Duration delay, Supplier<byte[]> content) {
    switch (writing) {
      case AT_ONCE -> after(delay, () -> put(name, content.get()));
      case IN_PIECES -> inPieces(name, delay, content);
      case RENAMED ->
          after(
              delay,
              () -> {
                Path temporary = res.resolve("." + name + ".tmp");
                Files.write(temporary, content.get());
                Files.move(temporary, res.resolve(name), StandardCopyOption.REPLACE_EXISTING);
              });
    }
  }

  void inPieces(String name, Duration delay, Supplier<byte[]> content) {
    after(delay, () -> piece(name, content.get(), 0));
  }

  private void piece(String name, byte[] bytes, int index) throws IOException {
    int from = (int) ((long) bytes.length * index / PIECES);
    int to = (int) ((long) bytes.length * (index + 1) / PIECES);
    byte[] part = Arrays.copyOfRange(bytes, from, to);
    if (index == 0) {
      put(name, part);
    } else {
      Files.write(res.resolve(name), part, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
    if (index + 1 < PIECES) {
      after(pace, () -> piece(name, bytes, index + 1));
    }
  }

  void twice(String name, Duration delay, Supplier<byte[]> content) {
    after(
        delay,
        () -> {
          byte[] bytes = content.get();
          put(name, bytes);
          after(pace.multipliedBy(5), () -> put(name, bytes));
        });
  }

  void emptyFirst(String name, Duration delay, Supplier<byte[]> content) {
    after(
        delay,
        () -> {
          put(name, new byte[0]);
          after(pace.multipliedBy(5), () -> put(name, content.get()));
        });
  }

  void rejection(String name, Duration delay, byte[] request, byte[] reason) {
    after(
        delay,
        () -> {
          // Clients look for the reason when they see the request come back, so it comes first.
          put(name.substring(0, name.length() - ".xml".length()) + ".err", reason);
          put(name, request);
        });
  }

  private void put(String name, byte[] bytes) throws IOException {
    Files.write(
        res.resolve(name),
        bytes,
        StandardOpenOption.CREATE,
        StandardOpenOption.WRITE,
        StandardOpenOption.TRUNCATE_EXISTING);
  }

  private void after(Duration delay, Step step) {
    lock.lock();
    try {
      pending++;
    } finally {
      lock.unlock();
    }
    schedule(delay, step);
  }

  private void schedule(Duration delay, Step step) {
    if (delay.isZero()) {
      run(step);
      return;
    }
    try {
      var unused = scheduler.schedule(() -> run(step), delay.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      log.debug("an answer is dropped because the simulator is closed");
      finished();
    }
  }

  private void run(Step step) {
    lock.lock();
    try {
      if (paused) {
        held.add(step);
        return;
      }
    } finally {
      lock.unlock();
    }
    try {
      step.run();
    } catch (IOException e) {
      log.warn("cannot write into {}: {}; trying again", res, e.getClass().getSimpleName());
      schedule(RETRY_AFTER, step);
      return;
    } catch (RuntimeException e) {
      log.error("no answer could be made: {}", e.getClass().getName());
    }
    finished();
  }

  private void finished() {
    lock.lock();
    try {
      pending--;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
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
    Queue<Step> released;
    lock.lock();
    try {
      paused = false;
      released = new ArrayDeque<>(held);
      held.clear();
    } finally {
      lock.unlock();
    }
    released.forEach(this::run);
  }

  /** Waits until nothing is under way, at most that long; false when something still is. */
  boolean awaitNothingPending(Duration atMost) throws InterruptedException {
    long left = atMost.toNanos();
    lock.lockInterruptibly();
    try {
      while (pending > 0 && left > 0) {
        left = changed.awaitNanos(left);
      }
      return pending == 0;
    } finally {
      lock.unlock();
    }
  }
}
