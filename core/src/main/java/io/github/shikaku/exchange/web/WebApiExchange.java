package io.github.shikaku.exchange.web;

import io.github.shikaku.error.InvalidConfigurationException;
import io.github.shikaku.exchange.ConnectionSetup;
import io.github.shikaku.exchange.Exchange;
import io.github.shikaku.exchange.ExchangeConnection;
import io.github.shikaku.model.WireFormat;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way over the Web API (WebAPI連携): a login with client certificate and account, then one JSON
 * request for each question. Addresses of OQS are never a default. Paths, names and time-outs come
 * from the definitions, {@code Shikaku.builder().definitions(…)} corrects them.
 */
public final class WebApiExchange implements Exchange {
  private static final Logger log = LoggerFactory.getLogger(WebApiExchange.class);

  private final URI loginAddress;
  private final URI inquiryAddress;
  private final ClientIdentity identity;
  private final WebCredentials credentials;
  private final List<X509Certificate> anchors;
  private final @Nullable InetSocketAddress proxy;
  private final @Nullable Duration connectTimeout;
  private final @Nullable Duration loginTimeout;
  private final int retries;
  private final int maxInFlight;
  private final int maxAnswerBytes;
  private final boolean provisionalLogin;

  private WebApiExchange(Builder builder, Mandatory mandatory) {
    loginAddress = mandatory.loginAddress();
    inquiryAddress = mandatory.inquiryAddress();
    identity = mandatory.identity();
    credentials = mandatory.credentials();
    anchors = List.copyOf(builder.anchors);
    proxy = builder.proxy;
    connectTimeout = builder.connectTimeout;
    loginTimeout = builder.loginTimeout;
    retries = builder.retries;
    maxInFlight = builder.maxInFlight;
    maxAnswerBytes = builder.maxAnswerBytes;
    provisionalLogin = builder.provisionalLogin;
  }

  /** What there is no default for. */
  private record Mandatory(
      URI loginAddress, URI inquiryAddress, ClientIdentity identity, WebCredentials credentials) {}

  /** Starts an exchange. Both addresses, identity and credentials are mandatory. */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public WireFormat format() {
    return WireFormat.JSON_UTF_8;
  }

  @Override
  public String address() {
    return inquiryAddress.toString();
  }

  @Override
  public ExchangeConnection connect(ConnectionSetup setup) {
    return new WebConnection(this, setup);
  }

  URI loginAddress() {
    return loginAddress;
  }

  URI inquiryAddress() {
    return inquiryAddress;
  }

  ClientIdentity identity() {
    return identity;
  }

  WebCredentials credentials() {
    return credentials;
  }

  List<X509Certificate> anchors() {
    return anchors;
  }

  Optional<InetSocketAddress> proxy() {
    return Optional.ofNullable(proxy);
  }

  Optional<Duration> connectTimeout() {
    return Optional.ofNullable(connectTimeout);
  }

  Optional<Duration> loginTimeout() {
    return Optional.ofNullable(loginTimeout);
  }

  int retries() {
    return retries;
  }

  int maxInFlight() {
    return maxInFlight;
  }

  @Override
  public int maxAnswerBytes() {
    return maxAnswerBytes;
  }

  boolean isProvisionalLoginAllowed() {
    return provisionalLogin;
  }

  /** Collects what a Web API exchange is made of. */
  public static final class Builder {
    private @Nullable URI loginAt;
    private @Nullable URI inquiriesAt;
    private @Nullable ClientIdentity identity;
    private @Nullable WebCredentials credentials;
    private final List<X509Certificate> anchors = new ArrayList<>();
    private @Nullable InetSocketAddress proxy;
    private @Nullable Duration connectTimeout;
    private @Nullable Duration loginTimeout;
    private int retries = 3;
    private int maxInFlight = 64;
    private int maxAnswerBytes = 4 * 1024 * 1024;
    private boolean provisionalLogin;

    private Builder() {}

    /** Where logins go: {@code https://host[:port]}, with the path of a relay server if any. */
    public Builder loginAt(URI base) {
      loginAt = base;
      return this;
    }

    /** Where questions go, in the same form. */
    public Builder inquiriesAt(URI base) {
      inquiriesAt = base;
      return this;
    }

    /** The client certificate. */
    public Builder identity(ClientIdentity own) {
      identity = own;
      return this;
    }

    /** The account. */
    public Builder credentials(WebCredentials source) {
      credentials = source;
      return this;
    }

    /**
     * A certificate that is trusted as issuer of server certificates, besides those that Java
     * trusts.
     */
    public Builder trustAnchor(X509Certificate issuer) {
      anchors.add(issuer);
      return this;
    }

    /** An HTTP proxy that tunnels. By default none, and no system property is looked at. */
    public Builder proxy(String host, int port) {
      proxy = InetSocketAddress.createUnresolved(host, port);
      return this;
    }

    /**
     * How long a connection may take to open, TLS included; by default what the definitions say.
     */
    public Builder connectTimeout(Duration time) {
      connectTimeout = time;
      return this;
    }

    /** How long a login may take; by default what the definitions say. */
    public Builder loginTimeout(Duration time) {
      loginTimeout = time;
      return this;
    }

    /**
     * How often a request is repeated at most, where nothing can be doubled: 0 to 10, by default 3.
     */
    public Builder retries(int number) {
      retries = number;
      return this;
    }

    /**
     * How many requests of one client may be in flight at once, 64 by default; more wait in line.
     */
    public Builder maxInFlight(int number) {
      maxInFlight = number;
      return this;
    }

    /** The largest answer that is read, 4 MiB by default. */
    public Builder maxAnswerBytes(int bytes) {
      maxAnswerBytes = bytes;
      return this;
    }

    /**
     * Logs in although nobody published what a login must carry. Against the simulator, or with the
     * login confirmed in the vendor's definitions, this is not needed. Logged as a warning.
     */
    public Builder allowProvisionalLogin() {
      provisionalLogin = true;
      return this;
    }

    /**
     * The exchange.
     *
     * @throws InvalidConfigurationException with every mistake at once, or when HttpClient is
     *     missing
     */
    public WebApiExchange build() {
      OptionalLibrary.HTTP_CLIENT.require();
      List<String> mistakes = new ArrayList<>();
      checkAddress("loginAt", loginAt, mistakes);
      checkAddress("inquiriesAt", inquiriesAt, mistakes);
      if (identity == null) {
        mistakes.add("identity is missing");
      } else if (identity.bringsItsOwnTrust() && !anchors.isEmpty()) {
        mistakes.add(
            "an SSLContext of one's own decides alone whom it trusts: no trustAnchor then");
      }
      if (credentials == null) {
        mistakes.add("credentials are missing");
      }
      checkNumbers(mistakes);
      if (!mistakes.isEmpty()
          || loginAt == null
          || inquiriesAt == null
          || identity == null
          || credentials == null) {
        throw new InvalidConfigurationException(mistakes);
      }
      if (provisionalLogin) {
        log.warn("the provisional login of the Web API was allowed by the application");
      }
      return new WebApiExchange(this, new Mandatory(loginAt, inquiriesAt, identity, credentials));
    }

    private static void checkAddress(String name, @Nullable URI address, List<String> mistakes) {
      if (address == null) {
        mistakes.add(name + " is missing");
      } else if (!"https".equalsIgnoreCase(address.getScheme()) || address.getHost() == null) {
        mistakes.add(name + " must be https://host[:port], with a path if need be");
      } else if (address.getRawQuery() != null
          || address.getRawFragment() != null
          || address.getRawUserInfo() != null) {
        mistakes.add(name + " must have neither user nor query nor fragment");
      }
    }

    private void checkNumbers(List<String> mistakes) {
      if (retries < 0 || retries > 10) {
        mistakes.add("retries must be 0 to 10");
      }
      if (maxInFlight < 1) {
        mistakes.add("maxInFlight must be at least 1");
      }
      if (maxAnswerBytes < 1) {
        mistakes.add("maxAnswerBytes must be at least 1");
      }
      if (isNotPositive(connectTimeout) || isNotPositive(loginTimeout)) {
        mistakes.add("time-outs must be positive");
      }
    }

    private static boolean isNotPositive(@Nullable Duration time) {
      return time != null && (time.isNegative() || time.isZero());
    }
  }
}
