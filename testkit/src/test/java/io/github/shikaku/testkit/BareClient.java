package io.github.shikaku.testkit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** The JDK's HTTP client with a certificate, so that nothing of ours is believed. */
public final class BareClient {
  /** A path of the real system. */
  public static final String LOGIN = "/oqs-api-pro/MSA12020/ILI12020SV01/auth";

  /** A path of the real system. */
  public static final String SEARCH = "/oqs-api-pro/MSA01030/ILI01030SV01/search";

  private static final Pattern TOKEN = Pattern.compile("\"idToken\":\"([^\"]+)\"");

  private final URI base;
  private final HttpClient client;

  /** One with a certificate or none. */
  public BareClient(WebApiSimulator simulator, @Nullable TestIdentity identity) {
    this(simulator.uri(), simulator.certificates(), identity);
  }

  BareClient(URI base, TestCertificates trusted, @Nullable TestIdentity identity) {
    this.base = base;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(context(trusted, identity))
            .build();
  }

  /** One with a certificate of the usual clinic. */
  public static BareClient of(WebApiSimulator simulator) {
    return new BareClient(simulator, simulator.certificates().client("見本クリニック"));
  }

  static SSLContext context(TestCertificates trusted, @Nullable TestIdentity identity) {
    char[] password = "test".toCharArray();
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setCertificateEntry("ca", trusted.authority());
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      KeyManager[] keys = null;
      if (identity != null) {
        KeyManagerFactory factory =
            KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(identity.keyStore(password), password);
        keys = factory.getKeyManagers();
      }
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Gets. */
  public HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(10)).build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  /** Posts a text with any headers. */
  public HttpResponse<byte[]> post(String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(Duration.ofSeconds(10))
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  /** Posts JSON as the real system wants it. */
  public HttpResponse<byte[]> postJson(String path, String body, String... headers)
      throws IOException, InterruptedException {
    String[] all = new String[headers.length + 2];
    all[0] = "Content-Type";
    all[1] = "application/json;charset=UTF-8";
    System.arraycopy(headers, 0, all, 2, headers.length);
    return post(path, body, all);
  }

  /** Logs in with the usual account. */
  public HttpResponse<byte[]> login() throws IOException, InterruptedException {
    return postJson(
        LOGIN,
        "{\"userId\":\"%s\",\"password\":\"%s\"}"
            .formatted(WebApiSimulator.SAMPLE_USER, WebApiSimulator.SAMPLE_PASSWORD));
  }

  /** The token of a login. */
  public String token() throws IOException, InterruptedException {
    Matcher token = TOKEN.matcher(text(login()));
    if (!token.find()) {
      throw new IllegalStateException("the login brought no token");
    }
    return token.group(1);
  }

  /** Inquires. */
  public HttpResponse<byte[]> ask(String token, String body)
      throws IOException, InterruptedException {
    return postJson(SEARCH, body, "Authorization", token);
  }

  /** A body in UTF-8. */
  public static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }
}
