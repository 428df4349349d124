package io.github.shikaku.operation;

import io.github.shikaku.audit.AuditRecord;
import io.github.shikaku.audit.AuditSink;
import io.github.shikaku.audit.CallContext;
import io.github.shikaku.error.AuditException;
import io.github.shikaku.error.CoreError;
import io.github.shikaku.error.InvalidRequestException;
import io.github.shikaku.error.NoAnswerException;
import io.github.shikaku.error.OqsSystemException;
import io.github.shikaku.error.ProvisionalLayoutException;
import io.github.shikaku.error.Sent;
import io.github.shikaku.error.ShikakuException;
import io.github.shikaku.error.TerminalRejectionException;
import io.github.shikaku.error.UnusableAnswerException;
import io.github.shikaku.error.Violation;
import io.github.shikaku.error.WebRejectionException;
import io.github.shikaku.exchange.AnswerKind;
import io.github.shikaku.exchange.AnswerReader;
import io.github.shikaku.exchange.ExchangeConnection;
import io.github.shikaku.exchange.IncompleteAnswerException;
import io.github.shikaku.exchange.OpenTickets;
import io.github.shikaku.exchange.RawAnswer;
import io.github.shikaku.exchange.Reservation;
import io.github.shikaku.exchange.ShikakuRuntime;
import io.github.shikaku.exchange.Steps;
import io.github.shikaku.listen.ShikakuListener;
import io.github.shikaku.model.Basis;
import io.github.shikaku.model.Evidence;
import io.github.shikaku.model.Facet;
import io.github.shikaku.model.InterfaceDefinition;
import io.github.shikaku.model.InterfaceId;
import io.github.shikaku.model.MedicalInstitutionCode;
import io.github.shikaku.model.ResultSegment;
import io.github.shikaku.model.Ticket;
import io.github.shikaku.wire.Catalogue;
import io.github.shikaku.wire.Received;
import io.github.shikaku.wire.Unencodable;
import io.github.shikaku.wire.WireException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one road: check, gate, reserve, audit, publish, await, read, compare, hand over. Every
 * operation of one client takes it, over whatever exchange.
 */
public final class Road implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Road.class);

  /** What an exchange gets beyond the time-out to say what became of a request. */
  private static final Duration GRACE = Duration.ofSeconds(4);

  /** How often it is looked whether an exchange hangs, while anything is under way. */
  private static final Duration PATROL = Duration.ofSeconds(1);

  private static final byte[] NOTHING = {};

  private final Vehicle vehicle;
  private final MessageCodec codec;
  private final Listeners listeners;
  private final Set<Trip<?>> underWay = ConcurrentHashMap.newKeySet();
  private final long own = UUID.randomUUID().getMostSignificantBits();
  private final AtomicLong asked = new AtomicLong(UUID.randomUUID().getLeastSignificantBits());
  private final AtomicBoolean patrolling = new AtomicBoolean();
  private volatile boolean closed;

  /**
   * What a client brings along.
   *
   * @param institution who asks
   * @param runtime threads and time
   * @param connection the way out
   * @param journal open tickets
   * @param catalogue what is known of the interfaces
   * @param audit the audit trail
   * @param timeout how long to wait when a call does not say
   * @param allowed interfaces whose provisional layout may be used outside the simulator
   * @param listeners who wants to know how calls go
   */
  public record Vehicle(
      MedicalInstitutionCode institution,
      ShikakuRuntime runtime,
      ExchangeConnection connection,
      OpenTickets journal,
      Catalogue catalogue,
      AuditSink audit,
      Duration timeout,
      Set<InterfaceId> allowed,
      List<ShikakuListener> listeners) {}

  /** A road for one client. */
  public Road(Vehicle vehicle, MessageCodec codec) {
    this.vehicle = vehicle;
    this.codec = codec;
    listeners = new Listeners(vehicle.listeners());
  }

  /** Who asks. */
  public MedicalInstitutionCode institution() {
    return vehicle.institution();
  }

  /** Threads and time. */
  public ShikakuRuntime runtime() {
    return vehicle.runtime();
  }

  /**
   * This institution's open tickets of one interface that nobody waits for just now, oldest first.
   */
  public List<Ticket> pending(InterfaceId request) {
    return vehicle.journal().pending().stream()
        .filter(ticket -> ticket.interfaceId().equals(request) && isOurs(ticket))
        .toList();
  }

  /** A journal may be shared by institutions, and nobody collects another's answers. */
  private boolean isOurs(Ticket ticket) {
    return ticket.institution().equals(institution());
  }

  /**
   * Asks and waits for the answer. Bad input and a layout that is not allowed throw at once;
   * everything later fails the future. Cancelling it stops the waiting; what was sent stays in the
   * journal.
   */
  public <M, R, A> CompletableFuture<A> ask(Operation<M, R, A> operation, Call<M> call) {
    String identifier = newIdentifier();
    byte[] body = write(operation, call, identifier);
    InterfaceDefinition definition = vehicle.catalogue().require(operation.request());
    gate(definition, codec.facets());
    refuseUnaccounted(operation.isSensitive(), call.context());
    AuditRecord.Builder record =
        AuditRecord.started(operation.name(), operation.request(), institution())
            .context(call.context())
            .basis(call.basis());
    if (call.consentAskedBy() != null && call.consentAt() != null) {
      record.consent(call.consentAskedBy(), call.consentAt());
    }
    Trip<A> trip =
        new Trip<>(
            watch(operation.name(), operation.request(), identifier),
            record,
            operation.isSensitive(),
            body,
            raw -> read(operation, raw));
    return trip.start(
        new Reservation(
            definition,
            identifier,
            call.fingerprint(),
            call.options().reference(),
            call.basis(),
            timeout(call.options()),
            operation.isRepeatable()),
        timeout(call.options()));
  }

  /**
   * Waits for the answer to an earlier question, also one of an earlier process. Nothing is sent.
   */
  public <M, R, A> CompletableFuture<A> await(
      Operation<M, R, A> operation,
      Ticket ticket,
      @Nullable CallContext context,
      CallOptions options) {
    if (!ticket.interfaceId().equals(operation.request())) {
      throw new InvalidRequestException(
          List.of(
              new Violation("ticket", "別の種類の要求のチケットです。", "it belongs to " + ticket.interfaceId())));
    }
    refuseUnaccounted(operation.isSensitive(), context);
    return resume(
        operation.name(),
        ticket,
        context,
        options,
        operation.isSensitive(),
        raw -> read(operation, raw));
  }

  private <A> CompletableFuture<A> resume(
      String operation,
      Ticket ticket,
      @Nullable CallContext context,
      CallOptions options,
      boolean sensitive,
      AnswerReader<A> reading) {
    if (!isOurs(ticket)) {
      throw new InvalidRequestException(
          List.of(new Violation("ticket", "別の医療機関のチケットです。", "it belongs to another institution")));
    }
    AuditRecord.Builder record =
        AuditRecord.started(operation + ".await", ticket.interfaceId(), institution())
            .context(context)
            .basis(ticket.basis());
    Trip<A> trip =
        new Trip<>(
            watch(operation + ".await", ticket.interfaceId(), ticket.identifier()),
            record,
            sensitive,
            NOTHING,
            reading);
    return trip.resume(ticket, timeout(options));
  }

  /**
   * Sends a body that the SDK does not model and hands back the answer as it came. The caller's
   * context is mandatory, because nobody here knows what is asked.
   */
  public CompletableFuture<RawAnswer> askRaw(
      InterfaceId request, byte[] body, @Nullable CallContext context, CallOptions options) {
    InterfaceDefinition definition = vehicle.catalogue().require(request);
    gate(definition, codec.facets().stream().filter(facet -> facet != Facet.LAYOUT).toList());
    refuseUnaccounted(true, context);
    AuditRecord.Builder record =
        AuditRecord.started("raw", request, institution()).context(context);
    String identifier = newIdentifier();
    Trip<RawAnswer> trip =
        new Trip<>(watch("raw", request, identifier), record, true, body, new AsItCame());
    return trip.start(
        new Reservation(
            definition,
            identifier,
            "",
            options.reference(),
            Basis.UNSTATED,
            timeout(options),
            false),
        timeout(options));
  }

  /** Waits for the answer to an earlier body that the SDK does not model. */
  public CompletableFuture<RawAnswer> awaitRaw(
      Ticket ticket, @Nullable CallContext context, CallOptions options) {
    refuseUnaccounted(true, context);
    return resume("raw", ticket, context, options, true, new AsItCame());
  }

  /** Forgets an open ticket: its answer will never be delivered. */
  public void forget(Ticket ticket) {
    vehicle.journal().remove(ticket);
  }

  /**
   * Waits for a future as its caller would: failures come as they are, and an interrupt stops the
   * waiting.
   */
  public static <A> A join(CompletableFuture<A> future) {
    Awaited<A> awaited = future instanceof Awaited<A> ours ? ours : null;
    try {
      return awaited == null ? future.get() : awaited.lendAndGet();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      if (future.cancel(false)) {
        Ticket ticket = awaited == null ? null : awaited.ticket;
        throw new NoAnswerException(Sent.UNKNOWN, ticket, "the waiting thread was interrupted");
      }
      return outcome(future);
    } catch (ExecutionException e) {
      throw unwrapped(e);
    }
  }

  /** What came before the interrupt is not lost: its files are being cleared already. */
  private static <A> A outcome(CompletableFuture<A> done) {
    try {
      return done.join();
    } catch (CompletionException e) {
      throw unwrapped(e);
    }
  }

  /**
   * Ends all waiting: nobody who asked is left without an outcome. What was handed over is settled
   * first, what was sent stays in the journal.
   */
  @Override
  public void close() {
    closed = true;
    try {
      underWay.forEach(Trip::settleIfHandedOver);
      vehicle.connection().close();
    } finally {
      underWay.forEach(trip -> trip.giveUp("the client was closed"));
    }
  }

  private CallWatch watch(String operation, InterfaceId request, String identifier) {
    return new CallWatch(operation, request, identifier, listeners);
  }

  /** Half of it is this client's own, drawn at random, the other half counts. */
  private String newIdentifier() {
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(own) + hex.toHexDigits(asked.incrementAndGet());
  }

  private boolean isAudited() {
    return vehicle.audit() != AuditSink.none();
  }

  /** One timer for all trips: most end long before they could be overdue. */
  private void patrol() {
    if (patrolling.compareAndSet(false, true)) {
      Runnable unused = runtime().after(PATROL, this::lookForOverdue);
    }
  }

  private void lookForOverdue() {
    long now = System.nanoTime();
    underWay.forEach(trip -> trip.giveUpIfOverdue(now));
    patrolling.set(false);
    if (!underWay.isEmpty()) {
      patrol();
    }
  }

  private Duration timeout(CallOptions options) {
    return options.timeoutIfSet().orElse(vehicle.timeout());
  }

  /** The request as it goes out; every field that cannot go out is named. */
  private <M, R, A> byte[] write(Operation<M, R, A> operation, Call<M> call, String identifier) {
    M message = call.message().apply(identifier);
    try {
      return codec.write(message, operation.requestLayout());
    } catch (WireException e) {
      List<Unencodable> found = codec.unencodable(message, operation.requestLayout());
      if (found.isEmpty()) {
        throw e;
      }
      throw new InvalidRequestException(
          found.stream().map(each -> each.violation(codec.encoding())).toList());
    }
  }

  private void gate(InterfaceDefinition definition, List<Facet> inUse) {
    if (inUse.contains(Facet.WEB_PATH) && definition.knownWebPath().isEmpty()) {
      throw new ProvisionalLayoutException(definition.id(), "its path in the Web API is not known");
    }
    List<Facet> provisional = new ArrayList<>(inUse);
    provisional.removeIf(facet -> definition.evidence(facet) != Evidence.PROVISIONAL);
    if (provisional.isEmpty()
        || vehicle.allowed().contains(definition.id())
        || vehicle.connection().simulated()) {
      return;
    }
    throw new ProvisionalLayoutException(definition.id(), provisional.toString());
  }

  /** Anything sensitive needs somebody who acts and a trail that keeps it. */
  private void refuseUnaccounted(boolean sensitive, @Nullable CallContext context) {
    if (sensitive && context == null) {
      throw new AuditException(
          CoreError.AUDIT_REFUSED, "this operation needs a CallContext: use onBehalfOf", null);
    }
    if (sensitive && !isAudited()) {
      throw new AuditException(
          CoreError.AUDIT_REFUSED, "this operation needs an audit trail: set an AuditSink", null);
    }
  }

  private <M, R, A> A read(Operation<M, R, A> operation, RawAnswer raw)
      throws IncompleteAnswerException {
    Received<R> received;
    try {
      received = codec.read(raw.content(), operation.answerLayout());
    } catch (WireException e) {
      String why = String.valueOf(e.getMessage());
      switch (e.kind()) {
        case FORBIDDEN, DUPLICATE, UNENCODABLE -> throw unusable(raw, why);
        // May still be growing, or be overwritten in place.
        case INCOMPLETE, MALFORMED, ENCODING, MISSING -> throw new IncompleteAnswerException(why);
      }
      throw new IllegalStateException("a kind of trouble was forgotten", e);
    }
    Ticket ticket = raw.ticket();
    AnswerHead head = operation.head(received.message());
    if (head.institution() != null && !head.institution().equals(ticket.institution())) {
      throw unusable(raw, "it is for another institution");
    }
    if (head.identifier() != null && !head.identifier().strip().equals(ticket.identifier())) {
      throw unusable(raw, "it carries another file identifier");
    }
    String echoed = operation.fingerprint(received.message());
    if (!echoed.isEmpty()
        && !ticket.fingerprint().isEmpty()
        && !echoed.equals(ticket.fingerprint())) {
      throw unusable(raw, "it echoes another search key");
    }
    if (head.segment().is(ResultSegment.ABNORMAL)) {
      throw new OqsSystemException(text(head.errorCode()), text(head.errorMessage()));
    }
    return operation.answer(ticket, received);
  }

  private static UnusableAnswerException unusable(RawAnswer raw, String why) {
    return new UnusableAnswerException("answer " + raw.name() + ": " + why);
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static ShikakuException unwrapped(Throwable failure) {
    Throwable cause = cause(failure);
    if (cause instanceof ShikakuException known) {
      return known;
    }
    if (cause instanceof RuntimeException unexpected) {
      throw unexpected;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    throw new IllegalStateException("unexpected failure", cause);
  }

  private static Throwable cause(Throwable failure) {
    Throwable cause = failure;
    while ((cause instanceof CompletionException || cause instanceof ExecutionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  /** Any kind of file, unread. */
  private static final class AsItCame implements AnswerReader<RawAnswer> {
    @Override
    public RawAnswer read(RawAnswer answer) {
      return answer;
    }

    @Override
    public Set<AnswerKind> kinds() {
      return EnumSet.allOf(AnswerKind.class);
    }
  }

  /** Notes the size of the answer. */
  private record Weighed<A>(AnswerReader<A> reading, CallWatch watch) implements AnswerReader<A> {
    @Override
    public A read(RawAnswer answer) throws IncompleteAnswerException {
      watch.in(answer.content());
      return reading.read(answer);
    }

    @Override
    public Set<AnswerKind> kinds() {
      return reading.kinds();
    }
  }

  /** One question from its reservation to its outcome. */
  private final class Trip<A> {
    private final CallWatch watch;
    private final AuditRecord.Builder record;
    private final boolean sensitive;
    private final byte[] body;
    private final AnswerReader<A> reading;
    private final Awaited<A> result = new Awaited<>(runtime());
    private final AtomicBoolean concluded = new AtomicBoolean();
    private volatile @Nullable CompletableFuture<A> waiting;
    private volatile @Nullable AuditRecord started;
    private volatile boolean resumed;
    private volatile boolean stopped;
    private volatile boolean toSettle;
    private volatile long overdueAt;

    Trip(
        CallWatch watch,
        AuditRecord.Builder record,
        boolean sensitive,
        byte[] body,
        AnswerReader<A> reading) {
      this.watch = watch;
      this.record = record;
      this.sensitive = sensitive;
      this.body = body;
      this.reading = new Weighed<>(reading, watch);
    }

    CompletableFuture<A> start(Reservation reservation, Duration timeout) {
      long deadline = System.nanoTime() + timeout.toNanos();
      guard(timeout);
      CompletableFuture<A> unused =
          Steps.then(
                  Steps.then(reserve(reservation), this::publish),
                  reserved -> await(reserved, remaining(deadline)))
              .whenComplete(this::finish);
      return result;
    }

    CompletableFuture<A> resume(Ticket earlier, Duration timeout) {
      // Here and now, so that it is the later one who is refused.
      if (!vehicle.journal().takeUp(earlier)) {
        return CompletableFuture.failedFuture(
            new IllegalStateException("somebody waits for " + earlier.name() + " already"));
      }
      resumed = true;
      result.ticket = earlier;
      guard(timeout);
      CompletableFuture<A> unused =
          CompletableFuture.runAsync(() -> auditStart(earlier), result)
              .thenCompose(done -> await(earlier, timeout))
              .whenComplete(this::finish);
      return result;
    }

    private CompletableFuture<Ticket> reserve(Reservation reservation) {
      return Steps.then(
          CompletableFuture.completedFuture(reservation), vehicle.connection()::reserve);
    }

    private CompletableFuture<Ticket> publish(Ticket reserved) {
      result.ticket = reserved;
      // Whoever stops looks at the ticket after saying so: one of the two always notices.
      if (stopped) {
        vehicle.connection().abandon(reserved);
        return CompletableFuture.failedFuture(
            new NoAnswerException(Sent.NO, reserved, "it was given up before it was sent"));
      }
      CompletableFuture<Void> published =
          Steps.then(
              auditedStart(reserved),
              done -> {
                watch.out(body);
                return vehicle.connection().publish(reserved, body);
              });
      CompletableFuture<Void> orAbandoned =
          published.whenComplete(
              (done, failure) -> {
                if (failure != null) {
                  vehicle.connection().abandon(reserved);
                }
              });
      return Steps.then(orAbandoned, done -> CompletableFuture.completedFuture(reserved));
    }

    /** An audit trail may be slow, and a folder must not wait for it. */
    private CompletableFuture<Void> auditedStart(Ticket reserved) {
      return isAudited()
          ? CompletableFuture.runAsync(() -> auditStart(reserved), result)
          : CompletableFuture.completedFuture(null);
    }

    private CompletableFuture<A> await(Ticket reserved, Duration time) {
      CompletableFuture<A> answer = vehicle.connection().await(reserved, time, reading, result);
      waiting = answer;
      if (stopped) {
        answer.cancel(false);
      }
      return answer;
    }

    /**
     * Before anything is sent. A plain lookup goes on without a record, anything sensitive does
     * not.
     */
    private void auditStart(Ticket reserved) {
      if (!isAudited()) {
        return;
      }
      AuditRecord first =
          record
              .requestName(reserved.name())
              .build(runtime().clock().instant(), UUID.randomUUID().toString());
      started = first;
      try {
        vehicle.audit().record(first);
      } catch (RuntimeException | Error e) {
        if (sensitive) {
          throw e instanceof AuditException refused
              ? refused
              : new AuditException(CoreError.AUDIT_REFUSED, "the audit sink failed", e);
        }
        log.error("the audit trail did not take the first record of {}", reserved.name(), e);
      }
    }

    /** Whoever watches and the audit trail hear the same. */
    private void end(@Nullable Throwable failure) {
      if (failure == null) {
        watch.answered();
      } else {
        watch.failed(failure);
      }
      auditEnd(failure);
    }

    private void auditEnd(@Nullable Throwable failure) {
      AuditRecord first = started;
      if (first == null) {
        return;
      }
      Instant now = runtime().clock().instant();
      AuditRecord last =
          failure == null
              ? first.answered(now, null)
              : failure instanceof ShikakuException known
                  ? first.failed(now, null, known)
                  : first.failed(now, null);
      try {
        vehicle.audit().record(last);
      } catch (RuntimeException | Error e) {
        log.error("the audit trail did not take the outcome of {}", first.requestName(), e);
      }
    }

    private void finish(@Nullable A answer, @Nullable Throwable failure) {
      if (runtime().isCompleting()) {
        handOver(answer, failure);
      } else {
        result.execute(() -> handOver(answer, failure));
      }
    }

    /**
     * Whoever concludes first says in the audit trail what the caller gets; the other is too late.
     */
    private void handOver(@Nullable A answer, @Nullable Throwable failure) {
      if (!concluded.compareAndSet(false, true)) {
        return;
      }
      if (failure == null) {
        end(null);
        toSettle = true;
        result.complete(answer);
      } else {
        fail(cause(isCancelled(failure) ? notAwaited() : failure));
      }
      settleIfHandedOver();
    }

    private void fail(Throwable failure) {
      end(failure);
      toSettle =
          failure instanceof OqsSystemException
              || failure instanceof TerminalRejectionException
              || failure instanceof WebRejectionException;
      if (!toSettle) {
        letGo();
      }
      result.completeExceptionally(failure);
    }

    /** The caller has gone; what it does not see is written down on another thread than its own. */
    private void concludeCancelled() {
      if (concluded.compareAndSet(false, true)) {
        result.execute(() -> end(notAwaited()));
      }
    }

    /** Before the caller hears of it, who may ask for open tickets at once. */
    private void letGo() {
      Ticket open = result.ticket;
      if (open != null) {
        vehicle.journal().letGo(open);
      }
    }

    private static boolean isCancelled(Throwable failure) {
      return failure instanceof CancellationException
          || (failure instanceof CompletionException
              && failure.getCause() instanceof CancellationException);
    }

    private NoAnswerException notAwaited() {
      return new NoAnswerException(Sent.UNKNOWN, result.ticket, "the caller stopped waiting");
    }

    /**
     * Closes the ticket, once, when its outcome is in the caller's hands. An outcome that came too
     * late for the caller is not: its ticket and its file stay. Whoever closes the client meanwhile
     * waits here until the ticket is on its way.
     */
    private synchronized void settleIfHandedOver() {
      if (toSettle && result.isDone() && underWay.contains(this)) {
        Ticket settled = result.ticket;
        if (settled != null && isHandedOver()) {
          vehicle.connection().settle(settled);
        }
        underWay.remove(this);
      }
    }

    private boolean isHandedOver() {
      return !result.isCompletedExceptionally() || (!stopped && !result.isCancelled());
    }

    /** A way that hangs must not hold the caller, and must not send later what was given up. */
    private void guard(Duration timeout) {
      if (closed) {
        throw new IllegalStateException("the client is closed");
      }
      overdueAt = System.nanoTime() + timeout.plus(GRACE).toNanos();
      underWay.add(this);
      patrol();
      watch.started();
      CompletableFuture<A> unused =
          result.whenComplete(
              (answer, failure) -> {
                if (result.isCancelled()) {
                  stop();
                  letGo();
                  concludeCancelled();
                }
                if (!toSettle) {
                  underWay.remove(this);
                }
              });
      if (closed) {
        giveUp("the client was closed");
      }
    }

    private void giveUpIfOverdue(long now) {
      if (now - overdueAt > 0) {
        giveUp("the exchange does not respond");
      }
    }

    private void giveUp(String why) {
      if (!concluded.compareAndSet(false, true)) {
        return;
      }
      Sent sent = stop() ? Sent.NO : Sent.UNKNOWN;
      result.execute(() -> fail(new NoAnswerException(sent, result.ticket, why)));
    }

    /** Stops where it is; true when certainly nothing was sent and nothing will be. */
    private boolean stop() {
      stopped = true;
      CompletableFuture<A> answer = waiting;
      if (answer != null) {
        answer.cancel(false);
      }
      Ticket reserved = result.ticket;
      return !resumed && (reserved == null || vehicle.connection().abandon(reserved));
    }

    private Duration remaining(long deadline) {
      return Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
    }
  }
}
