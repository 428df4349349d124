package io.github.shikaku.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** What a simulator of the Web API sends back. */
final class WebAnswer {
  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;
  private final Travel travel;

  /** An answer at once and as it should be. */
  WebAnswer(int status, Map<String, String> headers, byte[] body) {
    this(status, headers, body, new Travel(Duration.ZERO, WebLine.WHOLE));
  }

  private WebAnswer(int status, Map<String, String> headers, byte[] body, Travel travel) {
    this.status = status;
    this.headers = headers;
    this.body = body;
    this.travel = travel;
  }

  /** How long until the first byte, and how it goes on. */
  private record Travel(Duration delay, WebLine line) {}

  static WebAnswer json(int status, byte[] body, String charset) {
    return new WebAnswer(
        status, Map.of("Content-Type", "application/json;charset=" + charset), body);
  }

  /** A refusal in the form in which logins are answered; the form of real ones is not published. */
  static WebAnswer refused(int status, String code, String message) {
    String json = "{\"status\":\"" + code + "\",\"msg\":\"" + message + "\"}";
    return json(status, json.getBytes(StandardCharsets.UTF_8), "UTF-8");
  }

  WebAnswer travelling(WebLine otherLine, Duration otherDelay) {
    return new WebAnswer(status, headers, body, new Travel(otherDelay, otherLine));
  }

  int status() {
    return status;
  }

  Map<String, String> headers() {
    return headers;
  }

  byte[] body() {
    return body;
  }

  /** How long until the first byte. */
  Duration delay() {
    return travel.delay();
  }

  WebLine line() {
    return travel.line();
  }
}
