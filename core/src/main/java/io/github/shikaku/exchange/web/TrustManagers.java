package io.github.shikaku.exchange.web;

import io.github.shikaku.error.InvalidConfigurationException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Which server certificates are trusted: those that Java trusts, and the anchors of the vendor. The
 * set of Java is large, so parties with the same anchors share one.
 */
final class TrustManagers {
  private final Map<List<X509Certificate>, TrustManager[]> made = new HashMap<>();

  synchronized TrustManager[] with(List<X509Certificate> anchors) {
    return made.computeIfAbsent(List.copyOf(anchors), TrustManagers::make).clone();
  }

  private static TrustManager[] make(List<X509Certificate> anchors) {
    try {
      TrustManager[] standard = managers(null);
      if (anchors.isEmpty()) {
        return standard;
      }
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      int count = 0;
      for (TrustManager manager : standard) {
        if (manager instanceof X509TrustManager x509) {
          for (X509Certificate issuer : x509.getAcceptedIssuers()) {
            store.setCertificateEntry("java-" + count++, issuer);
          }
        }
      }
      for (X509Certificate anchor : anchors) {
        store.setCertificateEntry("own-" + count++, anchor);
      }
      return managers(store);
    } catch (GeneralSecurityException | IOException e) {
      throw new InvalidConfigurationException(
          List.of("the trusted certificates cannot be set up: " + e.getMessage()));
    }
  }

  private static TrustManager[] managers(@Nullable KeyStore store) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }
}
