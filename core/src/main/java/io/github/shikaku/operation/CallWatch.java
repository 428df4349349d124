package io.github.shikaku.operation;

import io.github.shikaku.error.ShikakuException;
import io.github.shikaku.exchange.Traced;
import io.github.shikaku.listen.CallFigures;
import io.github.shikaku.listen.CallInfo;
import io.github.shikaku.listen.ShikakuListener;
import io.github.shikaku.model.InterfaceId;
import io.github.shikaku.model.Ticket;
import java.time.Duration;

/** Tells listeners and the log of one call. */
final class CallWatch {
  private static final Traced traced = new Traced(CallWatch.class);
  private static final String UNEXPECTED = "unexpected";

  private final String operation;
  private final InterfaceId request;
  private final String identifier;
  private final Listeners listeners;
  private final long start = System.nanoTime();
  private volatile long bytesOut;
  private volatile long bytesIn;

  /** The identifier is that of the request. */
  CallWatch(String operation, InterfaceId request, String identifier, Listeners listeners) {
    this.operation = operation;
    this.request = request;
    this.identifier = identifier;
    this.listeners = listeners;
  }

  void started() {
    traced.debug(this::traceparent, "{} sets out", operation);
    listeners.tell(listener -> listener.started(call()));
  }

  void out(byte[] body) {
    bytesOut = body.length;
  }

  void in(byte[] content) {
    bytesIn = content.length;
  }

  void answered() {
    end("answered", (listener, figures) -> listener.answered(call(), figures));
  }

  void failed(Throwable failure) {
    String id = failure instanceof ShikakuException known ? known.errorId() : UNEXPECTED;
    end(id, (listener, figures) -> listener.failed(call(), figures, id));
  }

  private void end(String how, Telling telling) {
    if (listeners.isEmpty() && !traced.isDebugEnabled()) {
      return;
    }
    CallFigures figures =
        new CallFigures(Duration.ofNanos(System.nanoTime() - start), bytesOut, bytesIn);
    traced.debug(
        this::traceparent,
        "{}: {} after {} ms, {} bytes out, {} bytes in",
        operation,
        how,
        figures.duration().toMillis(),
        figures.bytesOut(),
        figures.bytesIn());
    listeners.tell(listener -> telling.tell(listener, figures));
  }

  private CallInfo call() {
    return new CallInfo(operation, request, traceparent());
  }

  private String traceparent() {
    return Ticket.traceparent(identifier);
  }

  private interface Telling {
    void tell(ShikakuListener listener, CallFigures figures);
  }
}
