package io.github.shikaku.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certificate authority for tests and everything it issues: right certificates and wrong ones.
 * Nobody else trusts it, and nothing it signs is worth anything.
 */
public final class TestCertificates {
  private static final String NAME = "CN=Shikaku Test CA,O=Shikaku SDK Testkit,C=JP";
  private static final String STORE = "test-ca.p12";
  private static final char[] STORE_PASSWORD = "shikaku".toCharArray();
  private static final Duration LONG = Duration.ofDays(3650);
  private static final Duration DAY = Duration.ofDays(1);
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|.*:.*");

  private final TestIdentity authority;

  private TestCertificates(TestIdentity authority) {
    this.authority = authority;
  }

  /** From when until when a certificate is valid. */
  private record Validity(Instant from, Instant until) {
    static Validity now() {
      Instant now = Instant.now();
      return new Validity(now.minus(DAY), now.plus(LONG));
    }

    static Validity past() {
      Instant now = Instant.now();
      return new Validity(now.minus(LONG), now.minus(DAY));
    }
  }

  /** What a certificate says. */
  private record Wanted(
      String algorithm, String commonName, KeyPurposeId purpose, Validity validity) {
    static Wanted server(String host, Validity validity) {
      return new Wanted("EC", host, KeyPurposeId.id_kp_serverAuth, validity);
    }

    static Wanted client(String algorithm, String name, Validity validity) {
      return new Wanted(algorithm, name, KeyPurposeId.id_kp_clientAuth, validity);
    }
  }

  /** A new authority that is forgotten with this object. */
  public static TestCertificates generate() {
    KeyPair pair = pair("EC");
    try {
      X509v3CertificateBuilder builder =
          builder(new X500Name(NAME), new X500Name(NAME), pair.getPublic(), Validity.now());
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
      builder.addExtension(
          Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
      return new TestCertificates(
          new TestIdentity(pair.getPrivate(), List.of(signed(builder, pair.getPrivate()))));
    } catch (CertIOException e) {
      throw new IllegalStateException("a certificate could not be made", e);
    }
  }

  /**
   * The authority that is kept in a folder, a new one when there is none yet, so that what trusted
   * it before a restart trusts it afterwards.
   *
   * @throws IOException when the folder cannot be used
   */
  public static TestCertificates in(Path folder) throws IOException {
    Path file = folder.resolve(STORE);
    if (!Files.exists(file)) {
      Files.createDirectories(folder);
      TestCertificates made = generate();
      made.authority.writePkcs12(file, STORE_PASSWORD);
      return made;
    }
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, STORE_PASSWORD);
      String alias = store.aliases().nextElement();
      return new TestCertificates(
          new TestIdentity(
              (PrivateKey) store.getKey(alias, STORE_PASSWORD),
              List.of((X509Certificate) store.getCertificate(alias))));
    } catch (GeneralSecurityException e) {
      throw new IOException(file + " is not a test authority", e);
    }
  }

  /** The certificate at the top, which a client has to trust. */
  public X509Certificate authority() {
    return authority.certificate();
  }

  /** Writes the certificate at the top as PEM. */
  public void writeAuthority(Path file) throws IOException {
    Files.write(file, TestIdentity.pem(authority()));
  }

  /** A server of this machine: {@code localhost}, {@code 127.0.0.1} and {@code ::1}. */
  public TestIdentity server() {
    return server("localhost", "127.0.0.1", "::1");
  }

  /** A server of these names and addresses. */
  public TestIdentity server(String... hosts) {
    return issue(Wanted.server(hosts[0], Validity.now()), hosts);
  }

  /** A server of this machine whose certificate expired yesterday. */
  public TestIdentity expiredServer() {
    return issue(Wanted.server("localhost", Validity.past()), "localhost", "127.0.0.1", "::1");
  }

  /** A server of another name. */
  public TestIdentity wrongHost() {
    return server("shikaku.invalid");
  }

  /** A client; the name stands in the certificate. */
  public TestIdentity client(String commonName) {
    return issue(Wanted.client("EC", commonName, Validity.now()));
  }

  /** A client with an RSA key, as most real certificates have. */
  public TestIdentity rsaClient(String commonName) {
    return issue(Wanted.client("RSA", commonName, Validity.now()));
  }

  /** A client whose certificate expired yesterday. */
  public TestIdentity expiredClient(String commonName) {
    return issue(Wanted.client("EC", commonName, Validity.past()));
  }

  private TestIdentity issue(Wanted wanted, String... hosts) {
    KeyPair pair = pair(wanted.algorithm());
    X500Name issuer = X500Name.getInstance(authority().getSubjectX500Principal().getEncoded());
    X500Name subject =
        new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, wanted.commonName()).build();
    try {
      X509v3CertificateBuilder builder =
          builder(issuer, subject, pair.getPublic(), wanted.validity());
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
      builder.addExtension(
          Extension.extendedKeyUsage, false, new ExtendedKeyUsage(wanted.purpose()));
      if (hosts.length > 0) {
        builder.addExtension(Extension.subjectAlternativeName, false, names(hosts));
      }
      return new TestIdentity(pair.getPrivate(), List.of(signed(builder, authority.key())));
    } catch (CertIOException e) {
      throw new IllegalStateException("a certificate could not be made", e);
    }
  }

  private static GeneralNames names(String... hosts) {
    GeneralName[] names = new GeneralName[hosts.length];
    for (int i = 0; i < hosts.length; i++) {
      boolean address = ADDRESS.matcher(hosts[i]).matches();
      names[i] = new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, hosts[i]);
    }
    return new GeneralNames(names);
  }

  private static X509v3CertificateBuilder builder(
      X500Name issuer, X500Name subject, PublicKey key, Validity validity) {
    return new JcaX509v3CertificateBuilder(
        issuer,
        new BigInteger(120, RANDOM),
        Date.from(validity.from()),
        Date.from(validity.until()),
        subject,
        key);
  }

  private static X509Certificate signed(X509v3CertificateBuilder builder, PrivateKey key) {
    try {
      return new JcaX509CertificateConverter()
          .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
    } catch (OperatorCreationException | GeneralSecurityException e) {
      throw new IllegalStateException("a certificate could not be signed", e);
    }
  }

  private static KeyPair pair(String algorithm) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      if (algorithm.equals("EC")) {
        generator.initialize(new ECGenParameterSpec("secp256r1"));
      } else {
        generator.initialize(2048);
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java makes no keys", e);
    }
  }

  @Override
  public String toString() {
    return "TestCertificates[" + authority + "]";
  }
}
