package io.github.shikaku.exchange.web;

import io.github.shikaku.error.CoreError;
import io.github.shikaku.error.ExchangeUnavailableException;
import io.github.shikaku.error.InvalidConfigurationException;
import io.github.shikaku.error.NoAnswerException;
import io.github.shikaku.error.ProvisionalLayoutException;
import io.github.shikaku.error.Sent;
import io.github.shikaku.error.ShikakuException;
import io.github.shikaku.exchange.AnswerReader;
import io.github.shikaku.exchange.ConnectionSetup;
import io.github.shikaku.exchange.ExchangeConnection;
import io.github.shikaku.exchange.IncompleteAnswerException;
import io.github.shikaku.exchange.Permits;
import io.github.shikaku.exchange.Reservation;
import io.github.shikaku.exchange.ShikakuRuntime;
import io.github.shikaku.exchange.Steps;
import io.github.shikaku.exchange.Traced;
import io.github.shikaku.model.InterfaceDefinition;
import io.github.shikaku.model.Ticket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client's connection to the Web API. */
final class WebConnection implements ExchangeConnection {
  private static final Traced traced = new Traced(WebConnection.class);
  private static final Logger log = LoggerFactory.getLogger(WebConnection.class);

  /** How long a caller may be held up by asking this machine whether it is the simulator. */
  private static final Duration PROBE = Duration.ofSeconds(11);

  private final WebApiExchange settings;
  private final ConnectionSetup setup;
  private final Permits permits;
  private final Alarm alarm;
  private final Map<String, Inquiry> inquiries = new ConcurrentHashMap<>();
  private final Set<String> journaled = ConcurrentHashMap.newKeySet();
  private @Nullable WebSession session;
  private boolean closed;

  WebConnection(WebApiExchange settings, ConnectionSetup setup) {
    this.settings = settings;
    this.setup = setup;
    alarm = new Alarm(setup.runtime(), this::endOverdue);
    permits = new Permits(settings.maxInFlight(), setup.runtime().callbackExecutor());
  }

  @Override
  public boolean simulated() {
    try {
      return session().simulated().get(PROBE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException e) {
      log.debug("nobody says whether this is the simulator", e);
      return false;
    }
  }

  @Override
  public CompletableFuture<Ticket> reserve(Reservation reservation) {
    long deadline = System.nanoTime() + reservation.timeout().toNanos();
    CompletableFuture<Void> turn = permits.acquire();
    Runnable inTime =
        turn.isDone() ? () -> {} : runtime().after(reservation.timeout(), () -> leaveLine(turn));
    return Steps.then(
        turn,
        free -> {
          inTime.run();
          return enter(reservation, deadline)
              .whenComplete(
                  (ticket, failure) -> {
                    if (failure != null) {
                      permits.release();
                    }
                  });
        });
  }

  private void leaveLine(CompletableFuture<Void> turn) {
    if (permits.leave(turn)) {
      turn.completeExceptionally(
          new NoAnswerException(
              CoreError.WEB_NO_ANSWER_NOT_SENT,
              Sent.NO,
              null,
              "too many requests are in flight; none was answered in time"));
    }
  }

  /**
   * A question that changes nothing leaves no entry in the journal: nothing of it can be doubled,
   * and its answer can never be fetched later.
   */
  private CompletableFuture<Ticket> enter(Reservation reservation, long deadline) {
    InterfaceDefinition definition = reservation.request();
    String path = definition.knownWebPath().orElse(null);
    if (path == null) {
      return CompletableFuture.failedFuture(
          new InvalidConfigurationException(
              List.of("the Web API's path of " + definition.id() + " is not known")));
    }
    Ticket ticket =
        new Ticket(
            definition.id(),
            name(reservation),
            reservation.identifier(),
            setup.institution(),
            reservation.fingerprint(),
            reservation.reference(),
            reservation.basis(),
            runtime().clock().instant());
    Inquiry inquiry = new Inquiry(ticket, reservation, path, deadline);
    if (reservation.repeatable()) {
      inquiries.put(ticket.name(), inquiry);
      return CompletableFuture.completedFuture(ticket);
    }
    return CompletableFuture.supplyAsync(
        () -> {
          setup.journal().add(ticket);
          journaled.add(ticket.name());
          inquiries.put(ticket.name(), inquiry);
          return ticket;
        },
        runtime().background());
  }

  private static String name(Reservation reservation) {
    String id = reservation.request().id().value();
    StringBuilder name = new StringBuilder(64).append("web-");
    for (int i = 0; i < id.length(); i++) {
      name.append(isPlain(id.charAt(i)) ? id.charAt(i) : '_');
    }
    return name.append('-').append(reservation.identifier()).toString();
  }

  private static boolean isPlain(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-';
  }

  /** Sets out at once; how it went is what {@link #await} tells. */
  @Override
  public CompletableFuture<Void> publish(Ticket ticket, byte[] body) {
    Inquiry inquiry = inquiries.get(ticket.name());
    if (inquiry == null || !inquiry.publish(session(), body)) {
      return CompletableFuture.failedFuture(
          new NoAnswerException(
              CoreError.WEB_NO_ANSWER_NOT_SENT,
              Sent.NO,
              ticket,
              "the request was given up before it was sent"));
    }
    traced.debug(
        ticket::traceparent, "request {} is on its way, {} bytes", ticket.name(), body.length);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public <T> CompletableFuture<T> await(
      Ticket ticket, Duration timeout, AnswerReader<T> reader, Executor completion) {
    Inquiry inquiry = inquiries.get(ticket.name());
    if (inquiry == null) {
      return CompletableFuture.failedFuture(ofEarlier(ticket));
    }
    CompletableFuture<T> result = new CompletableFuture<>();
    long until = System.nanoTime() + timeout.toNanos();
    inquiry.waits(until, why -> giveUp(inquiry, result, why, completion));
    alarm.setNoLaterThan(until);
    CompletableFuture<Void> unused =
        inquiry
            .answer()
            .handleAsync(
                (response, failure) -> {
                  if (response != null) {
                    read(inquiry, response, reader, result);
                  } else if (failure != null && !inquiry.isStopped() && !result.isDone()) {
                    fail(inquiry, result, Outcome.of(inquiry, failure));
                  }
                  return null;
                },
                completion);
    CompletableFuture<T> unusedToo =
        result.whenComplete(
            (answer, failure) -> {
              if (failure != null) {
                inquiry.abort();
              }
              if (inquiries.remove(ticket.name()) != null) {
                permits.release();
              }
            });
    return result;
  }

  private void endOverdue(long now) {
    for (Inquiry inquiry : inquiries.values()) {
      OptionalLong until = inquiry.waitsUntil();
      if (until.isPresent() && until.getAsLong() - now <= 0) {
        inquiry.giveUp("no answer in time");
      } else {
        until.ifPresent(alarm::setNoLaterThan);
      }
    }
  }

  private <T> void giveUp(
      Inquiry inquiry, CompletableFuture<T> result, String why, Executor completion) {
    // First nothing more may go out: whoever hears "not sent" will send again.
    Sent sent = inquiry.stop();
    NoAnswerException failure =
        Outcome.noAnswer(inquiry, sent, inquiry.ticket().name() + ": " + why);
    completion.execute(() -> fail(inquiry, result, failure));
  }

  private <T> void read(
      Inquiry inquiry, WebResponse response, AnswerReader<T> reader, CompletableFuture<T> result) {
    try {
      result.complete(reader.read(Outcome.of(inquiry, response)));
    } catch (IncompleteAnswerException e) {
      fail(inquiry, result, Outcome.unusable(inquiry.ticket(), String.valueOf(e.getMessage())));
    } catch (ShikakuException e) {
      fail(inquiry, result, e);
    } catch (RuntimeException | Error e) {
      result.completeExceptionally(e);
    }
  }

  /** What certainly was not processed need not be remembered. */
  private <T> void fail(Inquiry inquiry, CompletableFuture<T> result, ShikakuException failure) {
    if (!inquiry.isRepeatable() && isUndone(failure)) {
      forget(inquiry.ticket());
    }
    result.completeExceptionally(failure);
  }

  private static boolean isUndone(ShikakuException failure) {
    return failure instanceof NoAnswerException unanswered
        ? unanswered.sent() == Sent.NO
        : failure instanceof ExchangeUnavailableException
            || failure instanceof ProvisionalLayoutException;
  }

  /** The answers of an earlier process are gone with its connections. */
  private NoAnswerException ofEarlier(Ticket ticket) {
    setup.journal().remove(ticket);
    return new NoAnswerException(
        CoreError.WEB_NO_ANSWER_LOOK_FIRST,
        Sent.UNKNOWN,
        ticket,
        ticket.name()
            + ": over the Web API an answer comes at once or never; a lookup may be asked again,"
            + " whether a registration was done has to be looked up first");
  }

  @Override
  public void settle(Ticket ticket) {
    forget(ticket);
  }

  private void forget(Ticket ticket) {
    if (journaled.remove(ticket.name())) {
      setup.journal().remove(ticket);
    }
  }

  @Override
  public boolean abandon(Ticket ticket) {
    Inquiry inquiry = inquiries.get(ticket.name());
    if (inquiry == null || !inquiry.abandon()) {
      return false;
    }
    if (inquiries.remove(ticket.name()) != null) {
      permits.release();
      runtime().background().execute(() -> forget(ticket));
    }
    return true;
  }

  @Override
  public void close() {
    WebSession used;
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      used = session;
    }
    List.copyOf(inquiries.values()).forEach(inquiry -> inquiry.giveUp("the client was closed"));
    if (used != null) {
      used.release();
    }
  }

  private ShikakuRuntime runtime() {
    return setup.runtime();
  }

  private synchronized WebSession session() {
    WebSession used = session;
    if (used == null) {
      if (closed) {
        throw new IllegalStateException("the client is closed");
      }
      used =
          WebPool.of(runtime())
              .session(new WebSession.SessionKey(settings, setup.institution(), setup.web()));
      session = used;
    }
    return used;
  }
}
