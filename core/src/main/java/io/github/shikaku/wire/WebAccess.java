package io.github.shikaku.wire;

import io.github.shikaku.model.Evidence;
import java.util.Map;

/**
 * What is known about reaching the Web API, apart from the paths of the interfaces themselves.
 *
 * @param loginPath path of the login
 * @param contentType media type of login and inquiries
 * @param tokenHeader header that carries the token
 * @param hosts host names by purpose, for comparison with the vendor's own documents; never a
 *     default
 */
public record WebAccess(
    Fact loginPath, Fact contentType, Fact tokenHeader, Map<String, Fact> hosts) {

  /** Copies the hosts. */
  public WebAccess {
    hosts = Map.copyOf(hosts);
  }

  /**
   * One fact and how well it is known.
   *
   * @param value the fact
   * @param evidence how well it is known
   * @param source where it is known from, in a few words
   */
  public record Fact(String value, Evidence evidence, String source) {}
}
