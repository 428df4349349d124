package io.github.shikaku.exchange.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** Collects one answer up to a limit; one that is larger breaks the connection. */
final class AnswerCollector implements AsyncResponseConsumer<WebResponse> {
  private final int limit;
  private byte[] body = {};
  private int length;
  private @Nullable HttpResponse response;
  private @Nullable FutureCallback<WebResponse> result;

  AnswerCollector(int limit) {
    this.limit = limit;
  }

  @Override
  public void consumeResponse(
      HttpResponse head,
      @Nullable EntityDetails entity,
      HttpContext context,
      FutureCallback<WebResponse> callback)
      throws IOException {
    response = head;
    result = callback;
    if (entity == null) {
      callback.completed(answer(head));
      return;
    }
    if (entity.getContentLength() > limit) {
      throw tooLarge();
    }
    body = new byte[(int) Math.max(0, entity.getContentLength())];
  }

  @Override
  public void informationResponse(HttpResponse head, HttpContext context) {
    // 100 Continue and the like say nothing.
  }

  @Override
  public void updateCapacity(CapacityChannel channel) throws IOException {
    channel.update(Integer.MAX_VALUE);
  }

  @Override
  public void consume(ByteBuffer chunk) throws IOException {
    int more = chunk.remaining();
    if (more > limit - length) {
      throw tooLarge();
    }
    if (more > body.length - length) {
      byte[] larger = new byte[Math.min(limit, Math.max(2 * body.length, length + more))];
      System.arraycopy(body, 0, larger, 0, length);
      // It may be the answer to a login.
      Arrays.fill(body, (byte) 0);
      body = larger;
    }
    chunk.get(body, length, more);
    length += more;
  }

  @Override
  public void streamEnd(@Nullable List<? extends Header> trailers) {
    HttpResponse head = response;
    FutureCallback<WebResponse> callback = result;
    if (head != null && callback != null) {
      callback.completed(answer(head));
    }
  }

  private WebResponse answer(HttpResponse head) {
    byte[] whole = body;
    if (length < body.length) {
      whole = new byte[length];
      System.arraycopy(body, 0, whole, 0, length);
      Arrays.fill(body, (byte) 0);
    }
    return new WebResponse(
        head.getCode(),
        text(head.getFirstHeader(HttpHeaders.CONTENT_TYPE)),
        text(head.getFirstHeader(HttpHeaders.RETRY_AFTER)),
        "true".equals(text(head.getFirstHeader(WebResponse.SIMULATOR_HEADER))),
        whole);
  }

  private static @Nullable String text(@Nullable Header header) {
    return header == null ? null : header.getValue();
  }

  private IOException tooLarge() {
    return new IOException(Trouble.tooLarge(limit));
  }

  @Override
  public void failed(Exception cause) {
    releaseResources();
  }

  @Override
  public void releaseResources() {
    body = new byte[0];
  }
}
