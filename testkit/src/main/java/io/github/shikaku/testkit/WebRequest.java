package io.github.shikaku.testkit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request that a simulator of the Web API took.
 *
 * @param step what it was for
 * @param method HTTP method
 * @param path path without the query
 * @param headers headers by name in lower case
 * @param body the body; empty when the simulator was not told to keep bodies
 * @param certificate common name of the client certificate on whose connection it came, null
 *     without one
 * @param institution 医療機関コード in the body, null where none could be read
 * @param status the status it was answered with, 0 when it got no answer
 * @param processed whether the simulator acted on it, whatever became of the answer
 */
public record WebRequest(
    WebStep step,
    String method,
    String path,
    Map<String, List<String>> headers,
    String body,
    @Nullable String certificate,
    @Nullable String institution,
    int status,
    boolean processed) {

  /** The only value of a header. */
  public Optional<String> header(String name) {
    List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
  }

  @Override
  public String toString() {
    return "WebRequest[" + step + " " + method + " " + path + " " + status + "]";
  }
}
