package io.github.shikaku.exchange.web;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** A certification authority of the tests, and what it issues. */
final class Certificates {
  static final char[] PASSWORD = "changeit".toCharArray();

  private final AtomicLong serial = new AtomicLong(1);
  private final KeyPair pair;
  private final X509Certificate root;

  private Certificates(String name) {
    pair = newPair();
    root = sign(name, pair, validFor(Duration.ofDays(1)), null, true);
  }

  static Certificates authority(String name) {
    return new Certificates(name);
  }

  /** A certificate with its key and issuer. */
  record Issued(PrivateKey key, X509Certificate certificate, X509Certificate root) {
    KeyStore keyStore() {
      try {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("own", key, PASSWORD, new Certificate[] {certificate, root});
        return store;
      } catch (GeneralSecurityException | IOException e) {
        throw new IllegalStateException(e);
      }
    }

    ClientIdentity identity() {
      return ClientIdentity.keyStore(keyStore(), PASSWORD.clone());
    }

    Path pkcs12(Path folder) throws IOException, GeneralSecurityException {
      Path file = folder.resolve("own.p12");
      try (var stream = Files.newOutputStream(file)) {
        keyStore().store(stream, PASSWORD);
      }
      return file;
    }
  }

  X509Certificate root() {
    return root;
  }

  Issued client(String name) {
    return client(name, validFor(Duration.ofDays(1)));
  }

  Issued client(String name, Validity validity) {
    KeyPair own = newPair();
    return new Issued(own.getPrivate(), sign(name, own, validity, null, false), root);
  }

  Issued clientWithRsa(String name) {
    KeyPair own = newRsaPair();
    return new Issued(
        own.getPrivate(), sign(name, own, validFor(Duration.ofDays(1)), null, false), root);
  }

  Issued serverWithRsa(String host) {
    KeyPair own = newRsaPair();
    return new Issued(
        own.getPrivate(), sign(host, own, validFor(Duration.ofDays(1)), host, false), root);
  }

  Issued server(String host) {
    return server(host, validFor(Duration.ofDays(1)));
  }

  Issued server(String host, Validity validity) {
    KeyPair own = newPair();
    return new Issued(own.getPrivate(), sign(host, own, validity, host, false), root);
  }

  record Validity(Instant from, Instant until) {}

  static Validity validFor(Duration time) {
    Instant now = Instant.now();
    return new Validity(now.minus(Duration.ofDays(2)), now.plus(time));
  }

  /** What a server needs: its own certificate, and whom it lets in. */
  static SSLContext serverContext(Issued own, X509Certificate trusted) {
    return serverContext(own, trusted, new AtomicInteger());
  }

  /** The same, counting handshakes that resumed nothing. */
  static SSLContext serverContext(
      Issued own, X509Certificate trusted, AtomicInteger fullHandshakes) {
    return context(
        keysOf(own),
        new TrustManager[] {new CountingTrustManager(trustOf(trusted)[0], fullHandshakes)});
  }

  /** What a vendor brings: a context with one certificate and a trust of its own. */
  static SSLContext clientContext(Issued own, X509Certificate trusted) {
    return context(keysOf(own), trustOf(trusted));
  }

  private static KeyManager[] keysOf(Issued own) {
    try {
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(own.keyStore(), PASSWORD);
      return keys.getKeyManagers();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static SSLContext clientContextWithoutCertificate(X509Certificate trusted) {
    return context(new KeyManager[0], trustOf(trusted));
  }

  private static SSLContext context(KeyManager[] keys, TrustManager[] trust) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys, trust, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static TrustManager[] trustOf(X509Certificate root) {
    try {
      KeyStore anchors = KeyStore.getInstance("PKCS12");
      anchors.load(null, null);
      anchors.setCertificateEntry("root", root);
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(anchors);
      return trust.getTrustManagers();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Clients show their certificates in full handshakes only. */
  private static final class CountingTrustManager extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager trust;
    private final AtomicInteger asked;

    CountingTrustManager(TrustManager trust, AtomicInteger asked) {
      this.trust = (X509ExtendedTrustManager) trust;
      this.asked = asked;
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
        throws CertificateException {
      asked.incrementAndGet();
      trust.checkClientTrusted(chain, type, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
        throws CertificateException {
      asked.incrementAndGet();
      trust.checkClientTrusted(chain, type, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      asked.incrementAndGet();
      trust.checkClientTrusted(chain, type);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
        throws CertificateException {
      trust.checkServerTrusted(chain, type, engine);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
        throws CertificateException {
      trust.checkServerTrusted(chain, type, socket);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      trust.checkServerTrusted(chain, type);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return trust.getAcceptedIssuers();
    }
  }

  static String pem(Object... objects) {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      for (Object object : objects) {
        writer.writeObject(object);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return text.toString();
  }

  static KeyPair newPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair newRsaPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private X509Certificate sign(
      String name, KeyPair subject, Validity validity, @Nullable String host, boolean authority) {
    try {
      X500Name issuer =
          new X500Name(root == null ? "CN=" + name : root.getSubjectX500Principal().getName());
      JcaX509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              issuer,
              BigInteger.valueOf(serial.getAndIncrement()),
              Date.from(validity.from()),
              Date.from(validity.until()),
              new X500Name("CN=" + name),
              subject.getPublic());
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
      if (host != null) {
        int kind = Character.isDigit(host.charAt(0)) ? GeneralName.iPAddress : GeneralName.dNSName;
        builder.addExtension(
            Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName(kind, host)));
      }
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(
                  new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
    } catch (CertIOException | OperatorCreationException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
