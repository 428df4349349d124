package io.github.shikaku.exchange.web;

/**
 * Keeps a server that is in trouble from being flooded with repetitions: one for every ten requests
 * in the long run, ten in a row at most.
 */
final class RetryBudget {
  private static final int REQUESTS_PER_RETRY = 10;
  private static final int MOST = 10 * REQUESTS_PER_RETRY;

  private int saved = MOST;

  /** A request that is no repetition. */
  synchronized void request() {
    saved = Math.min(MOST, saved + 1);
  }

  /** Takes one repetition; false when there is none left. */
  synchronized boolean takeRetry() {
    if (saved < REQUESTS_PER_RETRY) {
      return false;
    }
    saved -= REQUESTS_PER_RETRY;
    return true;
  }
}
