package io.github.shikaku.qualification;

import io.github.shikaku.audit.CallContext;
import io.github.shikaku.model.InterfaceId;
import io.github.shikaku.model.Ticket;
import io.github.shikaku.operation.AnswerHead;
import io.github.shikaku.operation.Call;
import io.github.shikaku.operation.CallOptions;
import io.github.shikaku.operation.Operation;
import io.github.shikaku.operation.Road;
import io.github.shikaku.wire.Layout;
import io.github.shikaku.wire.Received;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Qualification lookup (資格確認照会, OQS-IF-001/002). A lookup by number prepares or completes
 * reception; it does not replace presenting マイナ保険証 or 資格確認書 (疑義解釈 令和6年度 その4). Answers are expected
 * within 3 to 7 seconds (技術解説書).
 *
 * <p>Thread-safe. Failures of the methods with {@code Async} come through the future, except {@code
 * InvalidRequestException}, {@code ProvisionalLayoutException} and {@code AuditException} for a
 * missing context, which are thrown at once.
 */
public final class Qualifications {
  private static final Lookup LOOKUP = new Lookup();

  private final Road road;
  private final @Nullable CallContext context;

  /** For the door. */
  public Qualifications(Road road, @Nullable CallContext context) {
    this.road = road;
    this.context = context;
  }

  /**
   * Looks one person up and waits for the answer, as long as the client's time-out says.
   *
   * @throws io.github.shikaku.error.InvalidRequestException when the encoding cannot carry a
   *     character, or the birthdate is after 資格確認日; nothing was sent
   * @throws io.github.shikaku.error.TerminalRejectionException when 連携アプリ refused the file
   * @throws io.github.shikaku.error.OqsSystemException when OQS ended abnormally (処理結果区分 9)
   * @throws io.github.shikaku.error.NoAnswerException when no answer came in time; it says whether
   *     the request was sent
   * @throws io.github.shikaku.error.UnusableAnswerException when the answer cannot be read or is
   *     not ours
   * @throws io.github.shikaku.error.ExchangeUnavailableException when the folder or network cannot
   *     be reached; nothing was sent
   */
  public QualificationAnswer lookup(QualificationQuery query) {
    return lookup(query, CallOptions.defaults());
  }

  /** The same with a time-out or reference of one's own. */
  public QualificationAnswer lookup(QualificationQuery query, CallOptions options) {
    return Road.join(lookupAsync(query, options));
  }

  /** Looks one person up; the future completes on the callback executor. */
  public CompletableFuture<QualificationAnswer> lookupAsync(QualificationQuery query) {
    return lookupAsync(query, CallOptions.defaults());
  }

  /**
   * The same with a time-out or reference of one's own. Cancelling the future stops the waiting; a
   * request that was sent stays in {@link #pending()}.
   */
  public CompletableFuture<QualificationAnswer> lookupAsync(
      QualificationQuery query, CallOptions options) {
    LocalDate today = road.runtime().today();
    LimitConsent consent = query.limitConsent();
    return road.ask(
        LOOKUP,
        new Call<>(
            identifier -> query.toMessage(road.institution(), identifier, today),
            Fingerprint.of(query),
            query.basis(),
            context,
            consent.askedBy().orElse(null),
            consent.askedAt().orElse(null),
            options));
  }

  /**
   * Lookups that were sent, or may have been, and whose answer nobody has seen yet; oldest first.
   * Those of earlier processes are among them; those that this client waits for just now are left
   * out, so that late answers may be collected at any time.
   *
   * @throws io.github.shikaku.error.ExchangeUnavailableException when the journal cannot be read
   */
  public List<Ticket> pending() {
    return road.pending(Lookup.REQUEST);
  }

  /** The pending lookup with the caller's own reference. */
  public Optional<Ticket> pending(String reference) {
    return pending().stream().filter(ticket -> reference.equals(ticket.reference())).findFirst();
  }

  /**
   * Waits for the answer to an earlier lookup, also one of an earlier process. Nothing is sent
   * again.
   *
   * @throws io.github.shikaku.error.InvalidRequestException when the ticket is that of another kind
   *     of request
   * @throws io.github.shikaku.error.NoAnswerException when none came in time, or, with {@code
   *     Sent.NO}, when the request never went out
   * @throws io.github.shikaku.error.ShikakuException as {@link #lookup(QualificationQuery)}
   * @throws IllegalStateException when somebody waits for this ticket already
   */
  public QualificationAnswer await(Ticket ticket) {
    return await(ticket, CallOptions.defaults());
  }

  /** The same with a time-out of one's own. */
  public QualificationAnswer await(Ticket ticket, CallOptions options) {
    return Road.join(awaitAsync(ticket, options));
  }

  /** Waits for the answer to an earlier lookup; the future completes on the callback executor. */
  public CompletableFuture<QualificationAnswer> awaitAsync(Ticket ticket, CallOptions options) {
    return road.await(LOOKUP, ticket, context, options);
  }

  /**
   * Gives a pending lookup up: its answer will never be delivered. Unknown tickets are ignored.
   *
   * @throws io.github.shikaku.error.ExchangeUnavailableException when the journal cannot be written
   */
  public void forget(Ticket ticket) {
    road.forget(ticket);
  }

  private static final class Lookup
      implements Operation<
          QualificationRequestMessage, QualificationResultMessage, QualificationAnswer> {
    static final InterfaceId REQUEST = InterfaceId.of("OQS-IF-001");

    private final Layout<QualificationRequestMessage> requestLayout =
        QualificationRequestMessage.layout();
    private final Layout<QualificationResultMessage> answerLayout =
        QualificationResultMessage.layout();

    @Override
    public String name() {
      return "qualification.lookup";
    }

    @Override
    public InterfaceId request() {
      return REQUEST;
    }

    @Override
    public Layout<QualificationRequestMessage> requestLayout() {
      return requestLayout;
    }

    @Override
    public Layout<QualificationResultMessage> answerLayout() {
      return answerLayout;
    }

    @Override
    public boolean isSensitive() {
      return false;
    }

    @Override
    public boolean isRepeatable() {
      return true;
    }

    @Override
    public AnswerHead head(QualificationResultMessage message) {
      QualificationResultMessage.Header header = message.header();
      return new AnswerHead(
          header.institution(),
          header.fileIdentifier(),
          header.segment(),
          header.errorCode(),
          header.errorMessage());
    }

    @Override
    public String fingerprint(QualificationResultMessage message) {
      QualificationResultMessage.Body body = message.body();
      return body == null || body.searchInfo() == null ? "" : Fingerprint.of(body.searchInfo());
    }

    @Override
    public QualificationAnswer answer(
        Ticket ticket, Received<QualificationResultMessage> received) {
      return QualificationAnswer.of(ticket.basis(), received);
    }
  }
}
