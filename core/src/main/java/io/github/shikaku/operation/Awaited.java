package io.github.shikaku.operation;

import io.github.shikaku.exchange.ShikakuRuntime;
import io.github.shikaku.model.Ticket;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * What a caller waits for; it knows its ticket as soon as there is one. As an executor it runs what
 * leads to its completion: on the thread that waits for it, where one does, else where futures
 * complete. So a waiting caller costs no change of threads, and one that waits on the only callback
 * thread does not wait for itself.
 */
final class Awaited<A> extends CompletableFuture<A> implements Executor {
  private final ShikakuRuntime runtime;
  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private @Nullable Thread waiter;
  volatile @Nullable Ticket ticket;

  Awaited(ShikakuRuntime runtime) {
    this.runtime = runtime;
  }

  @Override
  public void execute(Runnable task) {
    Thread waiting;
    synchronized (tasks) {
      waiting = waiter;
      if (waiting != null) {
        tasks.add(task);
      }
    }
    if (waiting == null) {
      runtime.callbackExecutor().execute(task);
    } else {
      LockSupport.unpark(waiting);
    }
  }

  /** Waits as {@link #get()} does, and lends its thread meanwhile. */
  A lendAndGet() throws InterruptedException, ExecutionException {
    Thread self = Thread.currentThread();
    synchronized (tasks) {
      if (waiter != null) {
        throw new IllegalStateException("somebody waits here already");
      }
      waiter = self;
    }
    CompletableFuture<A> unused = whenComplete((answer, failure) -> wake(self));
    try {
      while (!isDone()) {
        Runnable task = next();
        if (task != null) {
          runtime.complete(task);
        } else if (Thread.interrupted()) {
          throw new InterruptedException();
        } else if (!isDone()) {
          LockSupport.park(this);
        }
      }
    } finally {
      stopLending();
    }
    return get();
  }

  /** Who completes it himself need not be woken, now or, by mistake, the next time he waits. */
  private static void wake(Thread waiting) {
    if (waiting != Thread.currentThread()) {
      LockSupport.unpark(waiting);
    }
  }

  private @Nullable Runnable next() {
    synchronized (tasks) {
      return tasks.poll();
    }
  }

  private void stopLending() {
    synchronized (tasks) {
      waiter = null;
      tasks.forEach(runtime.callbackExecutor()::execute);
      tasks.clear();
    }
  }
}
