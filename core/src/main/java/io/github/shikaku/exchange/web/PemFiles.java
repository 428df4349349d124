package io.github.shikaku.exchange.web;

import io.github.shikaku.error.InvalidConfigurationException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMDecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.jspecify.annotations.Nullable;

/** Certificates and keys of PEM files. The provider is used, never registered. */
final class PemFiles {
  private PemFiles() {}

  static List<X509Certificate> certificates(Path file) {
    List<X509Certificate> found = new ArrayList<>();
    try {
      for (Object entry : entries(file)) {
        if (entry instanceof X509CertificateHolder certificate) {
          found.add(new JcaX509CertificateConverter().getCertificate(certificate));
        }
      }
    } catch (IOException | CertificateException e) {
      throw mistake(file, "cannot be read as PEM");
    }
    if (found.isEmpty()) {
      throw mistake(file, "has no certificate");
    }
    return found;
  }

  static PrivateKey key(Path file, char[] password) {
    try {
      for (Object entry : entries(file)) {
        PrivateKeyInfo info = keyInfo(entry, password);
        if (info != null) {
          return new JcaPEMKeyConverter().getPrivateKey(info);
        }
      }
    } catch (IOException | OperatorCreationException | PKCSException e) {
      throw mistake(file, "cannot be read as PEM, or its password is wrong");
    }
    throw mistake(file, "has no private key");
  }

  private static @Nullable PrivateKeyInfo keyInfo(Object entry, char[] password)
      throws IOException, OperatorCreationException, PKCSException {
    if (entry instanceof PrivateKeyInfo plain) {
      return plain;
    }
    if (entry instanceof PEMKeyPair pair) {
      return pair.getPrivateKeyInfo();
    }
    if (entry instanceof PKCS8EncryptedPrivateKeyInfo encrypted) {
      return encrypted.decryptPrivateKeyInfo(
          new JceOpenSSLPKCS8DecryptorProviderBuilder()
              .setProvider(new BouncyCastleProvider())
              .build(password));
    }
    if (entry instanceof PEMEncryptedKeyPair encrypted) {
      return encrypted
          .decryptKeyPair(
              new JcePEMDecryptorProviderBuilder()
                  .setProvider(new BouncyCastleProvider())
                  .build(password))
          .getPrivateKeyInfo();
    }
    return null;
  }

  private static List<Object> entries(Path file) throws IOException {
    List<Object> entries = new ArrayList<>();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1);
        PEMParser parser = new PEMParser(reader)) {
      for (Object entry = parser.readObject(); entry != null; entry = parser.readObject()) {
        entries.add(entry);
      }
    } catch (PEMException e) {
      throw mistake(file, "is not well-formed PEM");
    }
    return entries;
  }

  private static InvalidConfigurationException mistake(Path file, String what) {
    return new InvalidConfigurationException(List.of(file + " " + what));
  }
}
