package io.github.shikaku.exchange.web;

import io.github.shikaku.Shikaku;
import io.github.shikaku.exchange.Desk;
import io.github.shikaku.testkit.TestCertificates;
import io.github.shikaku.testkit.TestIdentity;
import io.github.shikaku.testkit.WebApiSimulator;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;

/** A cloud receipt computer as tests use it: one certificate, one account, short times. */
public final class Clinic {
  private final URI address;
  private final TestCertificates certificates;

  private Clinic(URI address, TestCertificates certificates) {
    this.address = address;
    this.certificates = certificates;
  }

  /** One that talks to a simulator. */
  public static Clinic of(WebApiSimulator web) {
    return new Clinic(web.uri(), web.certificates());
  }

  /** One that talks to anything else. */
  public static Clinic at(URI address, TestCertificates certificates) {
    return new Clinic(address, certificates);
  }

  /** A client certificate for the SDK. */
  public static ClientIdentity identity(TestIdentity of) {
    return ClientIdentity.keyStore(of.keyStore("test".toCharArray()), "test".toCharArray());
  }

  /** The account that every simulator knows. */
  public static WebCredentials account() {
    return () ->
        WebAccount.of(WebApiSimulator.SAMPLE_USER, WebApiSimulator.SAMPLE_PASSWORD.toCharArray());
  }

  /** The way to the simulator under a certificate of this clinic's own. */
  public WebApiExchange.Builder way() {
    return WebApiExchange.builder()
        .loginAt(address)
        .inquiriesAt(address)
        .identity(identity(certificates.client("見本クリニック")))
        .credentials(account())
        .trustAnchor(certificates.authority())
        .connectTimeout(Duration.ofSeconds(5));
  }

  /** A client that waits ten seconds. */
  public Shikaku open() {
    return open(way -> {}, client -> {});
  }

  /** A client of one's own making. */
  public Shikaku open(Consumer<WebApiExchange.Builder> change, Consumer<Shikaku.Builder> client) {
    WebApiExchange.Builder way = way();
    change.accept(way);
    Shikaku.Builder builder =
        Shikaku.builder()
            .institution(Desk.INSTITUTION)
            .exchange(way.build())
            .withoutJournal()
            .timeout(Duration.ofSeconds(10));
    client.accept(builder);
    return builder.build();
  }
}
