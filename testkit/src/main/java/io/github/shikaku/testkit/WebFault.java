package io.github.shikaku.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;

/**
 * Something that goes wrong with one request to a simulator of the Web API; see {@link
 * WebApiSimulator#failNext}. Some faults come instead of processing the request, some spoil the
 * answer of a request that was processed.
 */
public final class WebFault {
  private static final Charset WINDOWS_31J = Charset.forName("windows-31j");

  private final Plan plan;

  /** What becomes of an answer; a status of 0 and no headers leave those that it has. */
  private record Plan(
      String name,
      int status,
      Map<String, String> headers,
      UnaryOperator<byte[]> body,
      Duration delay,
      WebLine line) {}

  private WebFault(Plan plan) {
    this.plan = plan;
  }

  private static WebFault line(String name, WebLine line) {
    return new WebFault(new Plan(name, 0, Map.of(), UnaryOperator.identity(), Duration.ZERO, line));
  }

  private static WebFault body(String name, UnaryOperator<byte[]> body) {
    return new WebFault(new Plan(name, 0, Map.of(), body, Duration.ZERO, WebLine.WHOLE));
  }

  /** Answered with this status instead of being processed. */
  public static WebFault status(int status) {
    return new WebFault(
        new Plan(
            "status " + status,
            status,
            Map.of(),
            UnaryOperator.identity(),
            Duration.ZERO,
            WebLine.WHOLE));
  }

  /** The token counts as expired: 401. */
  public static WebFault tokenExpired() {
    return status(401);
  }

  /** Processed, and the first byte of the answer comes that late. */
  public static WebFault slowFirstByte(Duration delay) {
    return new WebFault(
        new Plan("slow first byte", 0, Map.of(), UnaryOperator.identity(), delay, WebLine.WHOLE));
  }

  /** Processed, and half of the body is all that comes. */
  public static WebFault stalledBody() {
    return line("stalled body", WebLine.STALLED);
  }

  /** Processed, and the connection is reset after half of the body. */
  public static WebFault resetInTheMiddle() {
    return line("reset in the middle", WebLine.RESET_IN_THE_MIDDLE);
  }

  /** Not processed: the connection is reset. */
  public static WebFault reset() {
    return line("reset", WebLine.RESET);
  }

  /** Not processed: the connection is closed without a byte. */
  public static WebFault closed() {
    return line("closed", WebLine.CLOSED);
  }

  /** Processed and answered, and the connection is closed without having said so. */
  public static WebFault closedAfterwards() {
    return line("closed afterwards", WebLine.CLOSED_AFTERWARDS);
  }

  /** Processed, and nothing ever comes. */
  public static WebFault silent() {
    return line("silent", WebLine.SILENT);
  }

  /** Processed, and the body is empty. */
  public static WebFault emptyBody() {
    return body("empty body", bytes -> new byte[0]);
  }

  /** Status 200 and a page for people, as proxies send it. */
  public static WebFault html() {
    return body(
            "html",
            bytes ->
                "<!DOCTYPE html><html><head><title>メンテナンス</title></head><body>【模擬】お待ちください</body></html>"
                    .getBytes(StandardCharsets.UTF_8))
        .withHeader("Content-Type", "text/html;charset=UTF-8");
  }

  /** Processed, and the last part of the JSON is missing although the transfer is complete. */
  public static WebFault truncatedJson() {
    return body("truncated JSON", bytes -> Arrays.copyOf(bytes, bytes.length * 3 / 5));
  }

  /** Processed, and Shift_JIS comes under the name of UTF-8. */
  public static WebFault wrongCharset() {
    return body(
        "wrong charset", bytes -> inserted(bytes, "\"SimText\":\"見本\"").getBytes(WINDOWS_31J));
  }

  /** Processed, and a member of that size is put into the JSON. */
  public static WebFault large(int bytes) {
    return body(
        "large",
        json ->
            inserted(json, "\"SimFiller\":\"" + "x".repeat(bytes) + "\"")
                .getBytes(StandardCharsets.UTF_8));
  }

  /** Processed, and arrays in arrays are put into the JSON, that many levels deep. */
  public static WebFault nested(int levels) {
    return body(
        "nested",
        json ->
            inserted(json, "\"SimDepth\":" + "[".repeat(levels) + "]".repeat(levels))
                .getBytes(StandardCharsets.UTF_8));
  }

  /** Processed, and the first member of the JSON comes twice. */
  public static WebFault duplicateKeys() {
    return body(
        "duplicate keys",
        json -> {
          String text = new String(json, StandardCharsets.UTF_8);
          String key = text.substring(text.indexOf('"'), text.indexOf(':'));
          return inserted(json, key + ":\"\"").getBytes(StandardCharsets.UTF_8);
        });
  }

  /** Processed, and compressed although nobody asked for it. */
  public static WebFault compressed() {
    return body("compressed", WebFault::gzip).withHeader("Content-Encoding", "gzip");
  }

  /** Processed, and this comes as the body. */
  public static WebFault answering(String text) {
    return body("another body", json -> text.getBytes(StandardCharsets.UTF_8));
  }

  /** The same fault with a header, for example {@code Retry-After}. */
  public WebFault withHeader(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(plan.headers());
    more.put(header, value);
    return new WebFault(
        new Plan(plan.name(), plan.status(), more, plan.body(), plan.delay(), plan.line()));
  }

  private static String inserted(byte[] json, String member) {
    String text = new String(json, StandardCharsets.UTF_8);
    return text.startsWith("{") ? "{" + member + "," + text.substring(1) : "{" + member + "}";
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new IllegalStateException("memory could not be written", e);
    }
    return out.toByteArray();
  }

  /** Whether the request is not acted upon. */
  boolean isInstead() {
    return plan.status() != 0 || plan.line() == WebLine.RESET || plan.line() == WebLine.CLOSED;
  }

  int status() {
    return plan.status();
  }

  WebAnswer spoil(WebAnswer answer) {
    Map<String, String> all = new LinkedHashMap<>(answer.headers());
    all.putAll(plan.headers());
    return new WebAnswer(answer.status(), all, plan.body().apply(answer.body()))
        .travelling(
            plan.line() == WebLine.WHOLE ? answer.line() : plan.line(),
            answer.delay().plus(plan.delay()));
  }

  @Override
  public String toString() {
    return plan.name();
  }
}
