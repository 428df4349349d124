package io.github.shikaku.exchange;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Lets so many requests be in flight; the others wait in line without a thread. */
public final class Permits {
  private final Queue<CompletableFuture<Void>> line = new ArrayDeque<>();
  private final Executor executor;
  private int free;

  /**
   * So many at once. Whoever was in line goes on on the executor: a place that is given back at
   * once, by thousands in a row, must not pile up on one stack.
   */
  public Permits(int number, Executor executor) {
    free = number;
    this.executor = executor;
  }

  /** Completes when it is one's turn; cancel it to leave the line. */
  public CompletableFuture<Void> acquire() {
    synchronized (line) {
      if (free > 0) {
        free--;
        return CompletableFuture.completedFuture(null);
      }
      CompletableFuture<Void> turn = new CompletableFuture<>();
      line.add(turn);
      return turn;
    }
  }

  /** Leaves the line; true when the turn had not come yet. */
  public boolean leave(CompletableFuture<Void> turn) {
    synchronized (line) {
      return line.removeIf(other -> other == turn);
    }
  }

  /** Gives a place back; the next in line has it. */
  public void release() {
    CompletableFuture<Void> next;
    synchronized (line) {
      next = line.poll();
      if (next == null) {
        free++;
        return;
      }
    }
    executor.execute(() -> next.complete(null));
  }
}
