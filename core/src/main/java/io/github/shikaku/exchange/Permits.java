package io.github.shikaku.exchange;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/** Lets so many requests be in flight at a terminal; the others wait in line without a thread. */
final class Permits {
  private final Queue<CompletableFuture<Void>> line = new ArrayDeque<>();
  private int free;

  Permits(int number) {
    free = number;
  }

  /** Completes when it is one's turn; cancel it to leave the line. */
  CompletableFuture<Void> acquire() {
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
  boolean leave(CompletableFuture<Void> turn) {
    synchronized (line) {
      return line.removeIf(other -> other == turn);
    }
  }

  void release() {
    CompletableFuture<Void> next;
    synchronized (line) {
      next = line.poll();
      if (next == null) {
        free++;
        return;
      }
    }
    next.complete(null);
  }
}
