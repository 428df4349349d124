package io.github.shikaku.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;

/**
 * A certificate that a test authority issued, with its key. For tests only: the key is not
 * protected.
 */
public final class TestIdentity {
  private static final String ALIAS = "shikaku-test";

  private final PrivateKey key;
  private final List<X509Certificate> chain;

  TestIdentity(PrivateKey key, List<X509Certificate> chain) {
    this.key = key;
    this.chain = List.copyOf(chain);
  }

  /** The key. */
  public PrivateKey key() {
    return key;
  }

  /** The certificate and those above it, without the authority at the top. */
  public List<X509Certificate> chain() {
    return chain;
  }

  /** The certificate. */
  public X509Certificate certificate() {
    return chain.get(0);
  }

  /** A key store that holds nothing else. */
  public KeyStore keyStore(char[] password) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(ALIAS, key, password, chain.toArray(X509Certificate[]::new));
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("a key store could not be made", e);
    }
  }

  /** The bytes of a PKCS#12 file. */
  public byte[] pkcs12(char[] password) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      keyStore(password).store(bytes, password);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("a key store could not be written", e);
    }
    return bytes.toByteArray();
  }

  /** Writes a PKCS#12 file, over one that is there. */
  public void writePkcs12(Path file, char[] password) throws IOException {
    Files.write(file, pkcs12(password));
  }

  /** Writes certificate and key as two PEM files, the key as unencrypted PKCS#8. */
  public void writePem(Path certificates, Path privateKey) throws IOException {
    try (OutputStream out = Files.newOutputStream(certificates)) {
      for (X509Certificate certificate : chain) {
        out.write(pem("CERTIFICATE", encoded(certificate)));
      }
    }
    Files.write(privateKey, pem("PRIVATE KEY", key.getEncoded()));
  }

  static byte[] pem(X509Certificate certificate) {
    return pem("CERTIFICATE", encoded(certificate));
  }

  private static byte[] encoded(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate could not be written", e);
    }
  }

  private static byte[] pem(String what, byte[] content) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return ("-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public String toString() {
    return "TestIdentity[" + certificate().getSubjectX500Principal() + "]";
  }
}
