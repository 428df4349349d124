package io.github.shikaku.testkit;

import io.github.shikaku.testkit.message.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Behaves as the Web API of オンライン資格確認等システム does as far as it is known: login with a client
 * certificate, 資格確認 (OQS-IF-001) as JSON, on one port of this machine. What it answers is chosen by
 * the 番号 of the query, as {@link TerminalSimulator} does it; see {@link ScenarioCatalogue}.
 *
 * <p>Nobody published the names in the body of a login, what a refusal looks like or how long a
 * token lives. The simulator's choices are examples and can be changed.
 *
 * <p>{@code GET /.shikaku-simulator} is answered with the header {@code Shikaku-Simulator: true}.
 * It tells a client that nobody real answers; it is no security boundary.
 *
 * <p>It never logs what a request holds.
 */
public final class WebApiSimulator implements AutoCloseable {
  /** The user that can log in when no account was given. */
  public static final String SAMPLE_USER = "shikaku";

  /** The password of {@link #SAMPLE_USER}. */
  public static final String SAMPLE_PASSWORD = "shikaku-simulator";

  private static final Logger log = LoggerFactory.getLogger(WebApiSimulator.class);

  private final WebDesk desk;
  private final TestCertificates certificates;
  private final WebServer.Listening listening;
  private final Duration pace;
  private final URI uri;
  private @Nullable WebServer server;

  private WebApiSimulator(Builder from) {
    TestCertificates given = from.certificates;
    this.certificates = given == null ? TestCertificates.generate() : given;
    this.pace = from.pace;
    this.desk =
        new WebDesk(
            new WebDesk.Means(
                from.names,
                new Answers(from.rules(), new JsonText(from.listsAsObjects)),
                new WebTokens(from.clock, from.tokenLifetime, from.opaqueTokens),
                new WebDesk.Pace(from.delay, from.lateness, from.pace),
                from.accounts.isEmpty()
                    ? Map.of(SAMPLE_USER, SAMPLE_PASSWORD)
                    : Map.copyOf(from.accounts),
                from.keepBodies,
                from.clock.instant()));
    WebServer.Listening wanted = from.listening(certificates);
    WebServer started = WebServer.start(wanted, desk, pace);
    this.server = started;
    // Whoever comes back after a pause comes back to the same address.
    this.listening =
        new WebServer.Listening(wanted.address(), started.port(), wanted.tls(), wanted.idle());
    this.uri = URI.create("https://localhost:" + started.port());
    log.info("a simulator of the Web API answers at {}", uri);
  }

  /** A simulator on any free port of this machine. */
  public static Builder builder() {
    return new Builder();
  }

  /** Where it answers, logins as well as inquiries. */
  public URI uri() {
    return uri;
  }

  /** The port. */
  public int port() {
    return listening.port();
  }

  /** The authority of its own certificate, and of those of the clients that it accepts. */
  public TestCertificates certificates() {
    return certificates;
  }

  /** The latest 5,000 requests in the order in which they came. */
  public List<WebRequest> requests() {
    return desk.journal().all();
  }

  /** The latest requests for one purpose. */
  public List<WebRequest> requests(WebStep step) {
    return requests().stream().filter(request -> request.step() == step).toList();
  }

  /** How many requests for that purpose were acted upon, whatever became of their answers. */
  public long processed(WebStep step) {
    return desk.processed(step);
  }

  /** Lets the next requests for that purpose fail, one fault each, in this order. */
  public void failNext(WebStep step, WebFault... faults) {
    desk.failNext(step, List.of(faults));
  }

  /** Lets every request for that purpose fail for which no other fault is due. */
  public void failAlways(WebStep step, WebFault fault) {
    desk.failAlways(step, fault);
  }

  /** Ends all faults. */
  public void heal() {
    desk.heal();
  }

  /** Makes all tokens worthless that were issued so far. */
  public void expireTokens() {
    desk.tokens().expireAll();
  }

  /** Ends all connections and refuses new ones, as a server does that is switched off. */
  public synchronized void pause() {
    WebServer running = server;
    server = null;
    if (running != null) {
      running.stop();
    }
  }

  /**
   * Goes on after {@link #pause} on the same port, with the same tokens and faults.
   *
   * @throws IllegalStateException when somebody else took the port
   */
  public synchronized void resume() {
    if (server == null) {
      server = WebServer.start(listening, desk, pace);
    }
  }

  /** Switches off and on again; what was under way is lost. */
  public void restart() {
    pause();
    resume();
  }

  @Override
  public void close() {
    pause();
    log.info("no simulator answers at {} any more", uri);
  }

  /** Sets a simulator up. */
  public static final class Builder extends SimulatorBuilder<Builder> {
    private String address = "localhost";
    private int port;
    private @Nullable TestCertificates certificates;
    private @Nullable TestIdentity shown;
    private boolean demanded = true;
    private List<String> protocols = List.of();
    private List<String> cipherSuites = List.of();
    private Duration idle = Duration.ofMinutes(10);
    private Duration tokenLifetime = Duration.ofHours(1);
    private boolean opaqueTokens;
    private boolean listsAsObjects;
    private boolean keepBodies;
    private final Map<String, String> accounts = new LinkedHashMap<>();
    private WebNames names = WebNames.observed();

    private Builder() {}

    @Override
    Builder self() {
      return this;
    }

    private WebServer.Listening listening(TestCertificates authority) {
      TestIdentity own = shown == null ? authority.server() : shown;
      return new WebServer.Listening(
          address,
          port,
          new WebTls(own, authority.authority(), demanded, protocols, cipherSuites),
          idle);
    }

    /** The port; any that is free when not said. */
    public Builder port(int value) {
      this.port = value;
      return this;
    }

    /** The authority; a new one when not said. */
    public Builder certificates(TestCertificates value) {
      this.certificates = value;
      return this;
    }

    /** The certificate it shows; a right one when not said. */
    public Builder showing(TestIdentity value) {
      this.shown = value;
      return this;
    }

    /**
     * Lets clients without certificate in and refuses their logins only. Whether the real system
     * asks for the certificate at every inquiry is not published; when not said, it is asked for at
     * every connection.
     */
    public Builder certificateAtLoginOnly() {
      this.demanded = false;
      return this;
    }

    /** The only TLS protocols; the usual ones when not said. */
    public Builder protocols(String... names) {
      this.protocols = List.of(names);
      return this;
    }

    /** The only cipher suites; the usual ones when not said. */
    public Builder cipherSuites(String... names) {
      this.cipherSuites = List.of(names);
      return this;
    }

    /** After how long an idle connection is closed; ten minutes when not said. */
    public Builder idleTimeout(Duration value) {
      this.idle = value;
      return this;
    }

    /**
     * An account that can log in; more than once for several. When not said, {@link #SAMPLE_USER}.
     */
    public Builder account(String user, String password) {
      this.accounts.put(user, password);
      return this;
    }

    /** How long a token is good; one hour when not said. */
    public Builder tokenLifetime(Duration value) {
      this.tokenLifetime = value;
      return this;
    }

    /** Issues tokens that say nothing, instead of JWTs. */
    public Builder opaqueTokens() {
      this.opaqueTokens = true;
      return this;
    }

    /** Writes a list of one as a single object. */
    public Builder listsAsObjects() {
      this.listsAsObjects = true;
      return this;
    }

    /** Keeps the bodies of requests for {@link WebApiSimulator#requests}. */
    public Builder keepBodies() {
      this.keepBodies = true;
      return this;
    }

    /** Other paths than those that were seen. */
    public Builder paths(String login, String lookup) {
      this.names = names.withPaths(login, lookup);
      return this;
    }

    /**
     * Other members in the body of a login, and what each has to carry: {@code {user}}, {@code
     * {password}}, {@code {institution}} or a text that never changes.
     */
    public Builder loginBody(Map<String, String> members) {
      this.names = names.withLoginBody(members);
      return this;
    }

    /** Another header for the token than {@code Authorization}. */
    public Builder tokenHeader(String name) {
      this.names = names.withTokenHeader(name);
      return this;
    }

    /**
     * The names and paths that a vendor's file of definitions corrects, the one that the client
     * gets, too.
     *
     * @throws UncheckedIOException when it cannot be read
     */
    public Builder definitions(Path file) {
      try {
        this.names = names.correctedBy(file);
      } catch (IOException e) {
        throw new UncheckedIOException("the definitions cannot be read", e);
      }
      return this;
    }

    /**
     * Starts it.
     *
     * @throws IllegalStateException when the port cannot be used
     */
    public WebApiSimulator start() {
      return new WebApiSimulator(this);
    }
  }
}
