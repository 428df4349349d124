package io.github.shikaku.testkit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request as the server hands it to the desk. */
final class WebIncoming {
  /** Whose certificate a connection was opened with. */
  record Client(String commonName, String fingerprint) {}

  /** What stands before the body; headers by name in lower case. */
  record Head(String method, String path, Map<String, List<String>> headers) {}

  private final Head head;
  private final byte[] body;
  private final @Nullable Client client;

  WebIncoming(Head head, byte[] body, @Nullable Client client) {
    this.head = head;
    this.body = body;
    this.client = client;
  }

  String method() {
    return head.method();
  }

  String path() {
    return head.path();
  }

  /** By name in lower case. */
  Map<String, List<String>> headers() {
    return head.headers();
  }

  /** The only value of a header. */
  @Nullable String header(String name) {
    List<String> values = headers().getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    return values.size() == 1 ? values.get(0) : null;
  }

  byte[] body() {
    return body;
  }

  @Nullable Client client() {
    return client;
  }
}
