package io.github.shikaku.exchange;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs tasks one after the other on shared threads. A folder has one lane, so a share that hangs
 * holds one thread and never a second.
 */
public final class Lane implements Executor {
  private static final Logger log = LoggerFactory.getLogger(Lane.class);

  /** So many tasks in a row, then others may have the thread. */
  private static final int TURN = 64;

  private final Executor threads;
  private final Queue<Runnable> queue = new ArrayDeque<>();
  private final AtomicLong finished = new AtomicLong();
  private boolean running;

  Lane(Executor threads) {
    this.threads = threads;
  }

  @Override
  public void execute(Runnable task) {
    synchronized (queue) {
      queue.add(task);
      if (running) {
        return;
      }
      running = true;
    }
    try {
      threads.execute(this::turns);
    } catch (RejectedExecutionException e) {
      synchronized (queue) {
        queue.clear();
        running = false;
      }
      throw e;
    }
  }

  /** How many tasks have ended; while it grows, nothing hangs. */
  long finished() {
    return finished.get();
  }

  private void turns() {
    while (turn()) {
      try {
        threads.execute(this::turns);
        return;
      } catch (RejectedExecutionException e) {
        log.debug("the threads are ending; the rest runs here");
      }
    }
  }

  /** One turn; true when there may be more to do. */
  private boolean turn() {
    for (int i = 0; i < TURN; i++) {
      Runnable task;
      synchronized (queue) {
        task = queue.poll();
        if (task == null) {
          running = false;
          return false;
        }
      }
      run(task);
      finished.incrementAndGet();
    }
    return true;
  }

  private static void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      // Whatever it was, the folder's other tasks must not stop with it.
      log.error("a folder task failed unexpectedly", e);
    }
  }
}
