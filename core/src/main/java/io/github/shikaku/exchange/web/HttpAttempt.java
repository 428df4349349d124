package io.github.shikaku.exchange.web;

import io.github.shikaku.error.Sent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.RequestChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** One request on one connection, once. It knows how far it got. */
final class HttpAttempt
    implements AsyncRequestProducer, EntityDetails, FutureCallback<WebResponse> {
  private final WebQuestion question;
  private final ByteBuffer body;
  private final CompletableFuture<WebResponse> answer = new CompletableFuture<>();
  private @Nullable TokenHeader token;
  private Sent sent = Sent.NO;
  private boolean stopped;
  private volatile @Nullable Future<?> exchange;

  HttpAttempt(WebQuestion question) {
    this.question = question;
    body = ByteBuffer.wrap(question.body());
  }

  /** Completes on a thread of the HTTP client, exceptionally with a {@link Trouble}. */
  CompletableFuture<WebResponse> answer() {
    return answer;
  }

  /** Yes when it was wholly written, no when nothing was. */
  synchronized Sent sent() {
    return sent;
  }

  /** From now on no first byte is written. Tells what had been written until now. */
  synchronized Sent stop() {
    stopped = true;
    return sent;
  }

  HttpHost target() {
    return question.address().host();
  }

  int maxBytes() {
    return question.maxBytes();
  }

  /** What to stop when it is aborted. */
  void runs(Future<?> running) {
    exchange = running;
    if (answer.isDone()) {
      running.cancel(true);
    }
  }

  /** Gives it up, wherever it is; its connection is closed. */
  void abort() {
    Sent unused = stop();
    answer.cancel(false);
    Future<?> running = exchange;
    if (running != null) {
      running.cancel(true);
    }
  }

  /**
   * The connection stands, and the first byte is about to be written; false when it must not be.
   */
  synchronized boolean writing() {
    if (stopped) {
      return false;
    }
    sent = Sent.UNKNOWN;
    return true;
  }

  private synchronized void wasSent() {
    sent = Sent.YES;
  }

  @Override
  public void sendRequest(RequestChannel channel, HttpContext context)
      throws HttpException, IOException {
    WebAddress address = question.address();
    BasicHttpRequest request =
        new BasicHttpRequest(
            question.contentType() == null ? "GET" : "POST",
            address.host().getSchemeName(),
            address.authority(),
            address.path());
    request.addHeader("Accept", "application/json");
    Token carried = question.token();
    if (carried != null) {
      token = carried.header(question.tokenHeader()).orElse(null);
      if (token == null) {
        throw new IOException("the token was renewed meanwhile");
      }
      request.addHeader(token);
    }
    channel.sendRequest(request, question.contentType() == null ? null : this, context);
  }

  @Override
  public int available() {
    return body.remaining();
  }

  @Override
  public void produce(DataStreamChannel channel) throws IOException {
    channel.write(body);
    if (!body.hasRemaining()) {
      wasSent();
      channel.endStream();
    }
  }

  @Override
  public boolean isRepeatable() {
    return false;
  }

  @Override
  public void completed(WebResponse response) {
    if (sent() == Sent.NO) {
      failed(Trouble.proxy(response.status()));
      return;
    }
    // Whatever was answered was asked: not every server reads a request to its end.
    wasSent();
    answer.complete(response);
    wipe();
  }

  /** Of the request as well as of the whole exchange. */
  @Override
  public void failed(Exception cause) {
    answer.completeExceptionally(Trouble.of(cause));
    wipe();
  }

  @Override
  public void cancelled() {
    answer.cancel(false);
    wipe();
  }

  private void wipe() {
    TokenHeader carried = token;
    if (carried != null) {
      carried.wipe();
    }
  }

  @Override
  public void releaseResources() {
    // Nothing is held but memory.
  }

  @Override
  public long getContentLength() {
    return question.body().length;
  }

  @Override
  public @Nullable String getContentType() {
    return question.contentType();
  }

  @Override
  public @Nullable String getContentEncoding() {
    return null;
  }

  @Override
  public boolean isChunked() {
    return false;
  }

  @Override
  public Set<String> getTrailerNames() {
    return Set.of();
  }
}
