package io.github.shikaku.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known about reaching the Web API, apart from the paths of the interfaces themselves.
 *
 * @param loginPath path of the login
 * @param contentType media type of login and inquiries
 * @param tokenHeader header that carries the token
 * @param tokenField where the token stands in the answer to a login, names separated by slashes
 * @param loginBody the members of the login's JSON object
 * @param times how long things may take, in whole seconds
 * @param hosts host names by purpose, for comparison with the vendor's own documents; never a
 *     default
 */
public record WebAccess(
    Fact loginPath,
    Fact contentType,
    Fact tokenHeader,
    Fact tokenField,
    LoginBody loginBody,
    Times times,
    Map<String, Fact> hosts) {

  /** Copies the hosts. */
  public WebAccess {
    hosts = Map.copyOf(hosts);
  }

  /** How well the login is known: the weakest of what it takes decides. */
  public Evidence loginEvidence() {
    return Stream.of(loginPath, contentType, tokenHeader, tokenField)
        .map(Fact::evidence)
        .reduce(loginBody.evidence(), Evidence::weaker);
  }

  /**
   * One fact and how well it is known.
   *
   * @param value the fact
   * @param evidence how well it is known
   * @param source where it is known from, in a few words
   * @param overriddenBy name of the vendor's definitions file that corrected it, null when it is
   *     ours
   */
  public record Fact(
      String value, Evidence evidence, String source, @Nullable String overriddenBy) {}

  /**
   * The members of the login's JSON object in the order in which they are written.
   *
   * @param members names and what they carry: {@code {user}}, {@code {password}}, {@code
   *     {institution}} (医療機関コード) or a text that never changes
   * @param evidence how well they are known
   * @param source where they are known from, in a few words
   * @param overriddenBy name of the vendor's definitions file that corrected them, null when they
   *     are ours
   */
  public record LoginBody(
      Map<String, String> members,
      Evidence evidence,
      String source,
      @Nullable String overriddenBy) {
    /** Stands for the user. */
    public static final String USER = "{user}";

    /** Stands for the password. */
    public static final String PASSWORD = "{password}";

    /** Stands for 医療機関コード. */
    public static final String INSTITUTION = "{institution}";

    /** Copies the members, in their order. */
    public LoginBody {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }
  }

  /**
   * Time-outs in seconds. Nobody published any, so they are our choice.
   *
   * @param connect for a connection, TLS included
   * @param login for a login
   * @param idle after which a connection that nobody uses is closed
   */
  public record Times(Fact connect, Fact login, Fact idle) {}
}
