package io.github.shikaku.exchange.web;

import io.github.shikaku.error.Sent;
import io.github.shikaku.exchange.Reservation;
import io.github.shikaku.model.Ticket;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One question from its reservation to its HTTP answer. */
final class Inquiry {
  private enum State {
    RESERVED,
    PUBLISHED,
    ABANDONED
  }

  /** For how long somebody waits, and how to tell him that it was in vain. */
  private record Waiting(long until, Consumer<String> giveUp) {}

  private final Ticket ticket;
  private final String path;
  private final boolean repeatable;
  private final long deadline;
  private final CompletableFuture<WebResponse> answer = new CompletableFuture<>();
  private State state = State.RESERVED;
  private @Nullable Sending sending;
  private @Nullable Token used;
  private boolean renewed;
  private boolean stopped;
  private volatile @Nullable Waiting waiting;

  /** The deadline is by {@code System.nanoTime()}. */
  Inquiry(Ticket ticket, Reservation reservation, String path, long deadline) {
    this.ticket = ticket;
    this.path = path;
    repeatable = reservation.repeatable();
    this.deadline = deadline;
  }

  Ticket ticket() {
    return ticket;
  }

  /** Whether it changes nothing, so that it may be asked again. */
  boolean isRepeatable() {
    return repeatable;
  }

  /** Completes on any thread, exceptionally with a {@link Trouble} or a ShikakuException. */
  CompletableFuture<WebResponse> answer() {
    return answer;
  }

  /** Sets out; false when it was given up before. */
  boolean publish(WebSession session, byte[] body) {
    synchronized (this) {
      if (state != State.RESERVED || stopped) {
        return false;
      }
      state = State.PUBLISHED;
    }
    send(session, body);
    return true;
  }

  private void send(WebSession session, byte[] body) {
    Sending next =
        new Sending(
            session,
            ticket::traceparent,
            () -> session.token().thenApply(token -> question(session, body, token)),
            repeatable,
            deadline);
    synchronized (this) {
      if (stopped || answer.isDone()) {
        return;
      }
      sending = next;
    }
    CompletableFuture<Void> unused =
        next.start()
            .handle(
                (response, failure) -> {
                  if (response != null) {
                    answered(session, body, response);
                  } else if (failure != null) {
                    answer.completeExceptionally(
                        failure instanceof CompletionException && failure.getCause() != null
                            ? failure.getCause()
                            : failure);
                  }
                  return null;
                });
  }

  private WebQuestion question(WebSession session, byte[] body, Token token) {
    synchronized (this) {
      used = token;
    }
    return new WebQuestion(
        session.inquiryAddress(path),
        session.access().contentType().value(),
        body,
        session.access().tokenHeader().value(),
        token,
        session.settings().maxAnswerBytes());
  }

  /** 401 means not processed, so even a registration may go out again, once. */
  private void answered(WebSession session, byte[] body, WebResponse response) {
    if (response.status() == 401 && !renewed) {
      renewed = true;
      Token refused;
      synchronized (this) {
        refused = used;
      }
      if (refused != null) {
        session.refused(refused);
      }
      send(session, body);
    } else {
      answer.complete(response);
    }
  }

  /** Somebody waits for it, by {@code System.nanoTime()} until then; how to tell of an end. */
  void waits(long until, Consumer<String> giveUp) {
    waiting = new Waiting(until, giveUp);
  }

  /** When the waiting ends; empty while nobody waits. */
  OptionalLong waitsUntil() {
    Waiting now = waiting;
    return now == null ? OptionalLong.empty() : OptionalLong.of(now.until);
  }

  /** Ends the waiting, if there is any. */
  void giveUp(String why) {
    Waiting now = waiting;
    if (now != null) {
      now.giveUp.accept(why);
    }
  }

  /** From now on nothing more goes out. Tells whether it reached the other side until now. */
  Sent stop() {
    Sending current;
    synchronized (this) {
      stopped = true;
      current = sending;
    }
    return current == null ? Sent.NO : current.stop();
  }

  /** Whether it was given up: what fails from now on fails because of that. */
  synchronized boolean isStopped() {
    return stopped;
  }

  /** Whether it reached the other side. */
  Sent sent() {
    Sending current;
    synchronized (this) {
      current = sending;
    }
    return current == null ? Sent.NO : current.sent();
  }

  /**
   * Gives it up before it was published.
   *
   * @return true when it was not sent and never will be
   */
  synchronized boolean abandon() {
    if (state == State.RESERVED) {
      state = State.ABANDONED;
    }
    return state == State.ABANDONED;
  }

  /** Breaks off what is under way. */
  void abort() {
    if (!answer.isDone()) {
      answer.completeExceptionally(new CancellationException("the inquiry was broken off"));
    }
    Sending current;
    synchronized (this) {
      current = sending;
    }
    if (current != null) {
      current.abort();
    }
  }
}
