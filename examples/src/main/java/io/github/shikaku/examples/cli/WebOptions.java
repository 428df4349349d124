package io.github.shikaku.examples.cli;

import io.github.shikaku.error.InvalidConfigurationException;
import io.github.shikaku.error.InvalidRequestException;
import io.github.shikaku.error.Violation;
import io.github.shikaku.exchange.web.ClientIdentity;
import io.github.shikaku.exchange.web.WebAccount;
import io.github.shikaku.exchange.web.WebApiExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How to reach the Web API. Passwords are never taken from the command line. */
final class WebOptions {
  @Option(names = "--web", paramLabel = "URL", descriptionKey = "web.url")
  private @Nullable URI inquiries;

  @Option(names = "--web-login", paramLabel = "URL", descriptionKey = "web.login")
  private @Nullable URI login;

  @Option(names = "--certificate", paramLabel = "FILE", descriptionKey = "web.certificate")
  private @Nullable Path certificate;

  @Option(
      names = "--certificate-password-env",
      paramLabel = "NAME",
      descriptionKey = "web.certificatePassword")
  private String certificatePassword = "SHIKAKU_CERTIFICATE_PASSWORD";

  @Option(names = "--user", paramLabel = "USER", descriptionKey = "web.user")
  private String user = "";

  @Option(names = "--password-env", paramLabel = "NAME", descriptionKey = "web.password")
  private String password = "SHIKAKU_PASSWORD";

  @Option(names = "--ca", paramLabel = "FILE", descriptionKey = "web.ca")
  private List<Path> authorities = new ArrayList<>();

  @Option(names = "--proxy", paramLabel = "HOST:PORT", descriptionKey = "web.proxy")
  private String proxy = "";

  @Option(names = "--allow-provisional-login", descriptionKey = "web.provisional")
  private boolean provisional;

  boolean isChosen() {
    return inquiries != null;
  }

  /**
   * The way that the options describe. Asks for what is secret.
   *
   * @throws InvalidRequestException when something is missing, everything at once
   */
  WebApiExchange exchange(Secrets secrets) {
    List<Violation> mistakes = new ArrayList<>();
    URI address = inquiries;
    Path file = certificate;
    if (file == null) {
      mistakes.add(missing("certificate", "--certificate"));
    }
    if (user.isBlank()) {
      mistakes.add(missing("user", "--user"));
    }
    if (address == null || file == null || !mistakes.isEmpty()) {
      throw new InvalidRequestException(mistakes);
    }
    WebApiExchange.Builder way =
        WebApiExchange.builder()
            .inquiriesAt(address)
            .loginAt(login == null ? address : login)
            .identity(
                ClientIdentity.pkcs12(
                    file, secrets.read(certificatePassword, "web.askCertificatePassword")));
    char[] account = secrets.read(password, "web.askPassword");
    way.credentials(() -> WebAccount.of(user, account.clone()));
    for (Path authority : authorities) {
      certificates(authority).forEach(way::trustAnchor);
    }
    if (!proxy.isBlank()) {
      throughProxy(way);
    }
    return (provisional ? way.allowProvisionalLogin() : way).build();
  }

  private void throughProxy(WebApiExchange.Builder way) {
    int colon = proxy.lastIndexOf(':');
    try {
      way.proxy(proxy.substring(0, colon), Integer.parseInt(proxy.substring(colon + 1)));
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      throw new InvalidRequestException(
          List.of(
              new Violation(
                  "proxy",
                  "HOST:PORT の形で指定してください（--proxy）。",
                  "it is written like HOST:PORT (--proxy)")));
    }
  }

  private static Violation missing(String field, String option) {
    return new Violation(field, option + " を指定してください。", "it is missing (" + option + ")");
  }

  private static List<X509Certificate> certificates(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      List<X509Certificate> all = new ArrayList<>();
      for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        if (one instanceof X509Certificate known) {
          all.add(known);
        }
      }
      if (!all.isEmpty()) {
        return all;
      }
    } catch (IOException | CertificateException e) {
      throw new InvalidConfigurationException(List.of(file + " holds no readable certificate"));
    }
    throw new InvalidConfigurationException(List.of(file + " holds no certificate"));
  }
}
