package io.github.shikaku.testkit;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * What a simulator shows to clients and asks of them.
 *
 * @param server the certificate it shows
 * @param trusted the authority whose clients it accepts
 * @param demanded whether a client without certificate is turned away at the door
 * @param protocols the only protocols, the usual ones when empty
 * @param cipherSuites the only cipher suites, the usual ones when empty
 */
record WebTls(
    TestIdentity server,
    X509Certificate trusted,
    boolean demanded,
    List<String> protocols,
    List<String> cipherSuites) {

  SSLContext context() {
    char[] password = "shikaku".toCharArray();
    try {
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(server.keyStore(password), password);
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setCertificateEntry("authority", trusted);
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("this Java cannot do TLS", e);
    }
  }
}
