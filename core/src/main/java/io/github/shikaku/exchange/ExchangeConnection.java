package io.github.shikaku.exchange;

import io.github.shikaku.model.Ticket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * One institution's connection. A lookup is {@link #reserve}, {@link #publish} and {@link #await}
 * in a row; every step is asynchronous and none blocks the caller on a folder that hangs.
 */
public interface ExchangeConnection extends AutoCloseable {
  /**
   * Whether the other side is known to be the testkit's simulator. A convenience, not a boundary.
   */
  boolean simulated();

  /**
   * Reserves a name and enters the ticket into the journal. Waits, at most for the reservation's
   * time-out, while as many requests as allowed are in flight.
   *
   * <p>Fails with {@code ExchangeUnavailableException} when the way is closed, and with {@code
   * NoAnswerException} (not sent) when no place became free in time.
   */
  CompletableFuture<Ticket> reserve(Reservation reservation);

  /**
   * Sends the body under the reserved name.
   *
   * <p>Fails with {@code ExchangeUnavailableException} when it certainly was not sent and with
   * {@code NoAnswerException} (unknown) when that cannot be told.
   */
  CompletableFuture<Void> publish(Ticket ticket, byte[] body);

  /**
   * Waits for the answer and reads it with {@code reader}. A ticket of an earlier process may be
   * awaited as well. Cancelling the future stops the waiting; the ticket stays in the journal.
   *
   * <p>Fails with {@code NoAnswerException} when the time is over; a request that still lies
   * untouched is taken back then.
   *
   * @param completion where the future completes
   */
  <T> CompletableFuture<T> await(
      Ticket ticket, Duration timeout, AnswerReader<T> reader, Executor completion);

  /**
   * The answer is in the caller's hands: closes the journal entry and clears own files by policy.
   */
  void settle(Ticket ticket);

  /**
   * Gives a reserved ticket up before it was published.
   *
   * @return true when it certainly was not sent and never will be
   */
  boolean abandon(Ticket ticket);

  /**
   * Ends all waiting; tickets stay in the journal. Waits a little for files that are being cleared.
   */
  @Override
  void close();
}
