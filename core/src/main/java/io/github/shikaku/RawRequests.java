package io.github.shikaku;

import io.github.shikaku.audit.CallContext;
import io.github.shikaku.exchange.RawAnswer;
import io.github.shikaku.model.InterfaceId;
import io.github.shikaku.model.Ticket;
import io.github.shikaku.operation.CallOptions;
import io.github.shikaku.operation.Road;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * For what the SDK does not model yet: a body of the caller's own under a name of ours. The answer
 * is found by its name only; institution and identifier are for the caller to compare.
 */
public final class RawRequests {
  private final Road road;
  private final @Nullable CallContext context;

  RawRequests(Road road, @Nullable CallContext context) {
    this.road = road;
    this.context = context;
  }

  /**
   * Sends a body and waits for the answer.
   *
   * @throws io.github.shikaku.error.ProvisionalLayoutException when the interface's id or prefix is
   *     not confirmed and was not allowed
   * @throws io.github.shikaku.error.AuditException when nobody was named who acts
   */
  public RawAnswer send(InterfaceId request, byte[] body) {
    return Road.join(sendAsync(request, body, CallOptions.defaults()));
  }

  /** The same without waiting. */
  public CompletableFuture<RawAnswer> sendAsync(
      InterfaceId request, byte[] body, CallOptions options) {
    return road.askRaw(request, body, context, options);
  }

  /** Requests of an interface that may have been sent and whose answer nobody has seen yet. */
  public List<Ticket> pending(InterfaceId request) {
    return road.pending(request);
  }

  /**
   * Waits for the answer to an earlier request, also one of an earlier process. Nothing is sent.
   *
   * @throws io.github.shikaku.error.InvalidRequestException when the ticket is another
   *     institution's
   * @throws io.github.shikaku.error.NoAnswerException when none came in time
   */
  public CompletableFuture<RawAnswer> awaitAsync(Ticket ticket, CallOptions options) {
    return road.awaitRaw(ticket, context, options);
  }
}
