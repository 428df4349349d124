package io.github.shikaku.exchange;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Steps that follow each other, without a future between two that need not wait. */
public final class Steps {
  private Steps() {}

  /**
   * The next step: here and now when the one before is done, else on whatever thread completes it.
   * What either throws or fails with comes through the future.
   */
  public static <A, B> CompletableFuture<B> then(
      CompletableFuture<A> before, Function<A, CompletableFuture<B>> next) {
    if (!before.isDone() || before.isCompletedExceptionally()) {
      return before.thenCompose(next);
    }
    try {
      return next.apply(before.join());
    } catch (RuntimeException | Error e) {
      return CompletableFuture.failedFuture(e);
    }
  }
}
