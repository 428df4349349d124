package io.github.shikaku.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.shikaku.error.InvalidConfigurationException;
import io.github.shikaku.exchange.web.Certificates.Issued;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientIdentityTest {
  private static final Certificates AUTHORITY = Certificates.authority("Test CA");
  private static final Issued OWN = AUTHORITY.client("own");

  @TempDir Path folder;

  @Test
  void pkcs12_file_isReadAndItsPasswordWiped() throws IOException, GeneralSecurityException {
    char[] password = Certificates.PASSWORD.clone();

    ClientIdentity identity = ClientIdentity.pkcs12(OWN.pkcs12(folder), password);

    assertThat(identity.certificate()).hasValue(OWN.certificate());
    assertThat(password).containsOnly('\0');
    assertThat(identity).hasToString("ClientIdentity[certificate]");
  }

  @Test
  void pkcs12_wrongPasswordOrFile_isRefused() throws IOException, GeneralSecurityException {
    Path file = OWN.pkcs12(folder);
    assertRefused(() -> ClientIdentity.pkcs12(file, "wrong".toCharArray()), "password is wrong");
    assertRefused(
        () -> ClientIdentity.pkcs12(folder.resolve("none.p12"), new char[0]), "cannot be read");
  }

  @Test
  void pem_plainKey_isRead() throws IOException {
    Path chain = write("chain.pem", Certificates.pem(OWN.certificate(), OWN.root()));
    Path key = write("key.pem", Certificates.pem(new JcaPKCS8Generator(OWN.key(), null)));

    assertThat(ClientIdentity.pem(chain, key).certificate()).hasValue(OWN.certificate());
  }

  @Test
  void pem_traditionalKey_isRead() throws IOException {
    Issued own = AUTHORITY.clientWithRsa("own");
    Path chain = write("chain.pem", Certificates.pem(own.certificate()));
    Path key = write("key.pem", Certificates.pem(own.key()));

    assertThat(Files.readString(key)).contains("BEGIN RSA PRIVATE KEY");
    assertThat(ClientIdentity.pem(chain, key).certificate()).hasValue(own.certificate());
  }

  @Test
  void pem_encryptedKey_needsItsPassword() throws IOException, OperatorCreationException {
    Path chain = write("chain.pem", Certificates.pem(OWN.certificate()));
    Path key =
        write(
            "key.pem",
            Certificates.pem(
                new JcaPKCS8Generator(
                    OWN.key(),
                    new JceOpenSSLPKCS8EncryptorBuilder(JcaPKCS8Generator.AES_256_CBC)
                        .setProvider(new BouncyCastleProvider())
                        .setPassword(Certificates.PASSWORD)
                        .build())));
    char[] password = Certificates.PASSWORD.clone();

    assertThat(ClientIdentity.pem(chain, key, password).certificate()).hasValue(OWN.certificate());
    assertThat(password).containsOnly('\0');
    assertRefused(() -> ClientIdentity.pem(chain, key, "wrong".toCharArray()), "password is wrong");
  }

  @Test
  void pem_unusableFiles_areRefused() throws IOException {
    Path chain = write("chain.pem", Certificates.pem(OWN.certificate()));
    Path key = write("key.pem", Certificates.pem(new JcaPKCS8Generator(OWN.key(), null)));
    Path foreign =
        write(
            "foreign.pem",
            Certificates.pem(new JcaPKCS8Generator(AUTHORITY.client("other").key(), null)));

    assertRefused(() -> ClientIdentity.pem(chain, folder.resolve("none")), "cannot be read");
    assertRefused(() -> ClientIdentity.pem(chain, chain), "has no private key");
    assertRefused(() -> ClientIdentity.pem(key, key), "has no certificate");
    assertRefused(() -> ClientIdentity.pem(chain, foreign), "not that of the key");
  }

  @Test
  void keyStore_severalKeys_needsAnAlias() throws GeneralSecurityException {
    KeyStore store = OWN.keyStore();
    Issued other = AUTHORITY.client("other");
    store.setKeyEntry(
        "other", other.key(), Certificates.PASSWORD, new Certificate[] {other.certificate()});

    assertRefused(
        () -> ClientIdentity.keyStore(store, Certificates.PASSWORD.clone()), "has 2 keys");
    assertRefused(
        () -> ClientIdentity.keyStore(store, "none", Certificates.PASSWORD.clone()),
        "no private key");
    assertRefused(
        () -> ClientIdentity.keyStore(store, "own", "wrong".toCharArray()), "cannot be opened");
    assertThat(ClientIdentity.keyStore(store, "other", Certificates.PASSWORD.clone()).certificate())
        .hasValue(other.certificate());
  }

  private interface Making {
    ClientIdentity make() throws Exception;
  }

  private static void assertRefused(Making making, String reason) {
    assertThatThrownBy(making::make)
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining(reason);
  }

  private Path write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }
}
