package io.github.shikaku.exchange.web;

import io.github.shikaku.error.InvalidConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * The client certificate of one institution (オンライン資格確認用電子証明書) and its key. Its connections are
 * never used for another identity. Keep one per institution: connections and logins belong to it.
 */
public final class ClientIdentity {
  private static final Map<String, String> SIGNATURES =
      Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA");

  private final @Nullable SSLContext context;
  private final @Nullable PrivateKey key;
  private final List<X509Certificate> chain;

  private ClientIdentity(
      @Nullable SSLContext context, @Nullable PrivateKey key, List<X509Certificate> chain) {
    this.context = context;
    this.key = key;
    this.chain = List.copyOf(chain);
  }

  /**
   * A PKCS#12 file with exactly one key, read at once. The password is wiped.
   *
   * @throws InvalidConfigurationException when the file cannot be read or opened, or has not one
   *     key
   */
  public static ClientIdentity pkcs12(Path file, char[] password) {
    try (InputStream stream = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(stream, password);
      return keyStore(store, password);
    } catch (IOException | GeneralSecurityException e) {
      // The cause says no more than that and its wording differs between versions of Java.
      throw mistake(file + " cannot be read as PKCS#12, or its password is wrong");
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  /**
   * PEM files, read at once: the certificate followed by those above it, and its key unencrypted.
   * Needs {@code org.bouncycastle:bcpkix-jdk18on}.
   *
   * @throws InvalidConfigurationException when a file cannot be read, the key does not belong to
   *     the certificate, or BouncyCastle is missing
   */
  public static ClientIdentity pem(Path chain, Path key) {
    return pem(chain, key, new char[0]);
  }

  /** The same with an encrypted key. The password is wiped. */
  public static ClientIdentity pem(Path chain, Path key, char[] password) {
    try {
      OptionalLibrary.BOUNCY_CASTLE.require();
      return of(PemFiles.key(key, password), PemFiles.certificates(chain));
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  /**
   * The one key of a key store. The password of the key is wiped.
   *
   * @throws InvalidConfigurationException when it has no key, several, or cannot open it
   */
  public static ClientIdentity keyStore(KeyStore store, char[] keyPassword) {
    try {
      List<String> aliases = new ArrayList<>();
      for (String alias : Collections.list(store.aliases())) {
        if (store.isKeyEntry(alias)) {
          aliases.add(alias);
        }
      }
      if (aliases.size() != 1) {
        throw mistake("the key store has " + aliases.size() + " keys; say which by its alias");
      }
      return keyStore(store, aliases.get(0), keyPassword);
    } catch (GeneralSecurityException e) {
      throw mistake("the key store was not loaded");
    } finally {
      Arrays.fill(keyPassword, '\0');
    }
  }

  /**
   * A key of a key store with many, for example {@code Windows-MY}. The password of the key is
   * wiped.
   *
   * @throws InvalidConfigurationException when it has no such key or cannot open it
   */
  public static ClientIdentity keyStore(KeyStore store, String alias, char[] keyPassword) {
    try {
      Certificate[] found = store.getCertificateChain(alias);
      if (!(store.getKey(alias, keyPassword) instanceof PrivateKey own) || found == null) {
        throw mistake("the key store has no private key with a certificate under that alias");
      }
      List<X509Certificate> chain = new ArrayList<>();
      for (Certificate certificate : found) {
        if (certificate instanceof X509Certificate x509) {
          chain.add(x509);
        }
      }
      return of(own, chain);
    } catch (GeneralSecurityException e) {
      throw mistake("the key of the key store cannot be opened");
    } finally {
      Arrays.fill(keyPassword, '\0');
    }
  }

  /**
   * A context of the vendor's own. It alone decides which server certificates it trusts; host names
   * and the floor of TLS are still checked.
   */
  public static ClientIdentity sslContext(SSLContext context) {
    return new ClientIdentity(context, null, List.of());
  }

  /** The certificate, for example to tell when it expires; empty with a context of one's own. */
  public Optional<X509Certificate> certificate() {
    return chain.stream().findFirst();
  }

  boolean bringsItsOwnTrust() {
    return context != null;
  }

  /** A context that shows this certificate and no other. */
  SSLContext context(TrustManager[] trust) {
    if (context != null) {
      return context;
    }
    if (key == null) {
      throw new IllegalStateException("an identity has a context or a key");
    }
    try {
      SSLContext made = SSLContext.getInstance("TLS");
      made.init(new KeyManager[] {new OneKeyManager(key, chain)}, trust, null);
      return made;
    } catch (GeneralSecurityException e) {
      throw mistake("this Java has no TLS that can be set up: " + e.getMessage());
    }
  }

  /** Not even the subject: it names the institution's staff in some certificates. */
  @Override
  public String toString() {
    return "ClientIdentity[" + (context == null ? "certificate" : "context") + "]";
  }

  private static ClientIdentity of(PrivateKey key, List<X509Certificate> chain) {
    if (chain.isEmpty()) {
      throw mistake("there is a key but no certificate");
    }
    if (!belongTogether(key, chain.get(0).getPublicKey())) {
      throw mistake("the first certificate is not that of the key");
    }
    return new ClientIdentity(null, key, chain);
  }

  /** A key that does not leave its hardware is not tried: that might ask somebody for a PIN. */
  private static boolean belongTogether(PrivateKey key, PublicKey certified) {
    if (!key.getAlgorithm().equals(certified.getAlgorithm())) {
      return false;
    }
    String algorithm = SIGNATURES.get(key.getAlgorithm());
    if (key.getEncoded() == null || algorithm == null) {
      return true;
    }
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(key);
      byte[] signed = signature.sign();
      signature.initVerify(certified);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static InvalidConfigurationException mistake(String text) {
    return new InvalidConfigurationException(List.of(text));
  }
}
