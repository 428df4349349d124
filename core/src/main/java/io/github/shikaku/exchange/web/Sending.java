package io.github.shikaku.exchange.web;

import io.github.shikaku.error.Sent;
import io.github.shikaku.error.ShikakuException;
import io.github.shikaku.exchange.Steps;
import io.github.shikaku.exchange.Traced;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A request with its repetitions. It is repeated only where nothing can be doubled: when no
 * connection stood, or when it is a question that changes nothing and the connection broke or a
 * gateway was in trouble.
 */
final class Sending {
  private static final Traced traced = new Traced(Sending.class);
  private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

  private final WebSession session;
  private final Supplier<String> label;
  private final Supplier<CompletableFuture<WebQuestion>> questions;
  private final boolean repeatable;
  private final long deadline;
  private final CompletableFuture<WebResponse> answer = new CompletableFuture<>();
  private int retries;
  private Sent sent = Sent.NO;
  private boolean stopped;
  private @Nullable HttpAttempt current;
  private Runnable cancelPause = () -> {};

  /**
   * Nothing goes out yet.
   *
   * @param label what the log calls it
   * @param questions makes the request anew for every attempt, because its token may be renewed
   * @param deadline by {@code System.nanoTime()}
   */
  Sending(
      WebSession session,
      Supplier<String> label,
      Supplier<CompletableFuture<WebQuestion>> questions,
      boolean repeatable,
      long deadline) {
    this.session = session;
    this.label = label;
    this.questions = questions;
    this.repeatable = repeatable;
    this.deadline = deadline;
  }

  /**
   * Sends. Completes with whatever answer came in the end, exceptionally with a {@link Trouble} or
   * what the making of the request failed with.
   */
  CompletableFuture<WebResponse> start() {
    session.budget().request();
    attempt();
    return answer;
  }

  /** What is known of the request: yes as soon as one attempt was wholly written. */
  synchronized Sent sent() {
    HttpAttempt attempt = current;
    return attempt == null ? sent : worse(sent, attempt.sent());
  }

  /** From now on nothing more goes out. Tells what is known of what went out until now. */
  synchronized Sent stop() {
    stopped = true;
    HttpAttempt attempt = current;
    return attempt == null ? sent : worse(sent, attempt.stop());
  }

  /** Gives up: what is under way is broken off, nothing more goes out. */
  void abort() {
    answer.cancel(false);
    HttpAttempt attempt;
    synchronized (this) {
      stopped = true;
      attempt = current;
      cancelPause.run();
    }
    if (attempt != null) {
      attempt.abort();
    }
  }

  private void attempt() {
    CompletableFuture<Void> unused =
        Steps.then(
                Steps.then(CompletableFuture.completedFuture(questions), Supplier::get), this::send)
            .handle(
                (response, failure) -> {
                  try {
                    ended(response, failure);
                  } catch (RuntimeException | Error e) {
                    answer.completeExceptionally(e);
                  }
                  return null;
                });
  }

  private CompletableFuture<WebResponse> send(WebQuestion question) {
    HttpAttempt attempt = new HttpAttempt(question);
    synchronized (this) {
      if (stopped || answer.isDone()) {
        return CompletableFuture.failedFuture(new CancellationException());
      }
      current = attempt;
    }
    session.send(attempt);
    return attempt.answer();
  }

  private void ended(@Nullable WebResponse response, @Nullable Throwable failure) {
    Trouble trouble = failure == null ? null : trouble(failure);
    Sent reached = endOfAttempt(response, trouble);
    if (answer.isDone()) {
      return;
    }
    if (response != null) {
      if (!repeatable || !PASSING.contains(response.status()) || !retryAfter(response)) {
        answer.complete(response);
      }
    } else if (trouble != null) {
      boolean again =
          !trouble.isLasting()
              && (reached == Sent.NO || repeatable)
              && retry(Duration.ZERO, String.valueOf(trouble.getMessage()));
      if (!again) {
        answer.completeExceptionally(trouble);
      }
    } else if (failure != null) {
      answer.completeExceptionally(cause(failure));
    }
  }

  /** Null for what is not the transport's: refusals of a login, and that it was given up. */
  private static @Nullable Trouble trouble(Throwable failure) {
    Throwable cause = cause(failure);
    return cause instanceof ShikakuException || cause instanceof CancellationException
        ? null
        : Trouble.of(cause);
  }

  private static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  /**
   * How far the attempt got. An attempt that may have arrived is not undone by a later one that did
   * not.
   */
  private synchronized Sent endOfAttempt(
      @Nullable WebResponse response, @Nullable Trouble trouble) {
    HttpAttempt attempt = current;
    current = null;
    Sent reached = attempt == null ? Sent.NO : attempt.sent();
    if (response != null) {
      reached = Sent.YES;
    } else if (trouble != null && trouble.isBeforeAnyRequest()) {
      reached = Sent.NO;
    }
    sent = worse(sent, reached);
    return reached;
  }

  private boolean retryAfter(WebResponse response) {
    Duration wished = RetryAfter.pause(response.retryAfter(), session.now()).orElse(Duration.ZERO);
    return retry(wished, "status " + response.status());
  }

  private static Sent worse(Sent one, Sent other) {
    if (one == Sent.YES || other == Sent.YES) {
      return Sent.YES;
    }
    return one == Sent.UNKNOWN || other == Sent.UNKNOWN ? Sent.UNKNOWN : Sent.NO;
  }

  /** False when there is no time, no budget or no patience left. */
  private boolean retry(Duration wished, String why) {
    Duration pause = longer(wished, backOff());
    Duration left = Duration.ofNanos(deadline - System.nanoTime());
    if (retries >= session.maxRetries()
        || pause.compareTo(left) >= 0
        || !session.budget().takeRetry()) {
      return false;
    }
    retries++;
    traced.debug(label, "repetition {} in {} ms after: {}", retries, pause.toMillis(), why);
    synchronized (this) {
      if (stopped) {
        return false;
      }
      cancelPause = session.runtime().after(pause, this::attempt);
    }
    return true;
  }

  /**
   * Doubles from one to the next; half of it is chance, so that clients do not come back at once.
   */
  private Duration backOff() {
    long full = FIRST_PAUSE.toMillis() << retries;
    return Duration.ofMillis(full / 2 + ThreadLocalRandom.current().nextLong(full / 2 + 1));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
