package io.github.shikaku.exchange.web;

import io.github.shikaku.error.CoreError;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.core5.http.HttpException;
import org.jspecify.annotations.Nullable;

/** Why an attempt brought no HTTP answer. */
final class Trouble extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * Alerts of TLS with which a server refuses the certificate that it was shown, or that none was.
   */
  private static final Set<String> CERTIFICATE_ALERTS =
      Set.of(
          "bad_certificate",
          "unsupported_certificate",
          "certificate_revoked",
          "certificate_expired",
          "certificate_unknown",
          "certificate_required",
          "unknown_ca",
          "access_denied");

  private static final Pattern ALERT = Pattern.compile("fatal alert: (\\w+)");

  private final CoreError error;
  private final boolean lasting;

  private Trouble(CoreError error, boolean lasting, String message, @Nullable Throwable cause) {
    super(message, harmless(cause), false, false);
    this.error = error;
    this.lasting = lasting;
  }

  /** The HTTP client's own exceptions quote the answer; those of Java tell of sockets and TLS. */
  private static @Nullable Throwable harmless(@Nullable Throwable cause) {
    for (Throwable at = cause; at != null; at = at.getCause()) {
      String name = at.getClass().getName();
      if (!name.startsWith("java.") && !name.startsWith("javax.") && !name.startsWith("sun.")) {
        return null;
      }
    }
    return cause;
  }

  /** What the HTTP client reported. */
  static Trouble of(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof Trouble known) {
        return known;
      }
    }
    Trouble tls = tls(failure);
    if (tls != null) {
      return tls;
    }
    if (failure instanceof UnknownHostException) {
      return new Trouble(CoreError.WEB_HOST_UNKNOWN, true, "the host's name is not known", failure);
    }
    if (failure instanceof NoRouteToHostException || failure instanceof SocketTimeoutException) {
      return new Trouble(CoreError.WEB_UNREACHABLE, false, "the host is not reachable", failure);
    }
    if (failure instanceof SocketException && isAboutTheWay(failure)) {
      return new Trouble(CoreError.WEB_UNREACHABLE, false, "the host is not reachable", failure);
    }
    if (failure instanceof ConnectException) {
      return new Trouble(CoreError.WEB_REFUSED, false, "the host refuses connections", failure);
    }
    if (failure instanceof HttpException) {
      return new Trouble(
          CoreError.WEB_CONNECTION_BROKEN, true, "the other side does not speak HTTP", failure);
    }
    if (failure instanceof IOException) {
      return new Trouble(
          CoreError.WEB_CONNECTION_BROKEN, false, "the connection broke off", failure);
    }
    return new Trouble(
        CoreError.WEB_CONNECTION_BROKEN, true, "the exchange failed unexpectedly", failure);
  }

  /** Java has no classes for these; the words are those of the operating system. */
  private static boolean isAboutTheWay(Throwable failure) {
    String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("timed out") || message.contains("unreachable");
  }

  /** An answer that is larger than allowed; only so much was read. */
  static Trouble tooLarge(int limit) {
    return new Trouble(
        CoreError.UNUSABLE_ANSWER, true, "the answer is larger than " + limit + " bytes", null);
  }

  /** The server answered, but is in trouble. */
  static Trouble status(int status) {
    return new Trouble(CoreError.WEB_SERVER_TROUBLE, false, "HTTP status " + status, null);
  }

  static Trouble clientCertificate(String message) {
    return new Trouble(CoreError.WEB_CLIENT_CERTIFICATE, true, message, null);
  }

  /** The proxy itself answered instead of opening a tunnel. */
  static Trouble proxy(int status) {
    return new Trouble(
        CoreError.WEB_PROXY_REFUSED,
        status < 500,
        "the proxy opened no tunnel: HTTP status " + status,
        null);
  }

  private static @Nullable Trouble tls(Throwable failure) {
    boolean isTls = false;
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof CertificateException
          || at instanceof CertPathValidatorException
          || at instanceof SSLPeerUnverifiedException) {
        return new Trouble(
            CoreError.WEB_SERVER_UNTRUSTED,
            true,
            "the server's certificate is not trusted, not valid now, or not for this host",
            failure);
      }
      isTls |= at instanceof SSLException;
    }
    return isTls ? handshake(failure) : null;
  }

  private static Trouble handshake(Throwable failure) {
    Matcher alert = ALERT.matcher(String.valueOf(failure.getMessage()));
    if (!alert.find()) {
      return new Trouble(CoreError.WEB_TLS, false, "no secure connection", failure);
    }
    String name = alert.group(1).toLowerCase(Locale.ROOT);
    return CERTIFICATE_ALERTS.contains(name)
        ? new Trouble(
            CoreError.WEB_CLIENT_CERTIFICATE,
            true,
            "the server refused the client certificate: " + name,
            failure)
        : new Trouble(CoreError.WEB_TLS, true, "the server refused TLS: " + name, failure);
  }

  CoreError error() {
    return error;
  }

  /** Whether trying again soon can only end the same way. */
  boolean isLasting() {
    return lasting;
  }

  /**
   * Whether the server cannot have looked at the request although it may have been written: it
   * never accepted the secure connection.
   */
  boolean isBeforeAnyRequest() {
    return error == CoreError.WEB_CLIENT_CERTIFICATE;
  }
}
