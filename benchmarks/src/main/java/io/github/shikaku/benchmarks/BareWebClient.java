package io.github.shikaku.benchmarks;

import io.github.shikaku.testkit.TestCertificates;
import io.github.shikaku.testkit.TestIdentity;
import io.github.shikaku.testkit.WebApiSimulator;
import io.github.shikaku.wire.Catalogue;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.Message;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityConsumer;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityProducer;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.apache.hc.core5.http.nio.support.BasicResponseConsumer;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.reactor.IOReactorConfig;

/** HttpClient as it comes, with a pool like ours: it posts bytes and reads bytes. */
final class BareWebClient implements AutoCloseable {
  private static final char[] PASSWORD = "benchmark".toCharArray();
  private static final int CONNECTIONS = 1_024;
  private static final Pattern TOKEN = Pattern.compile("\"idToken\"\\s*:\\s*\"([^\"]+)\"");

  private final CloseableHttpAsyncClient client;
  private final HttpHost host;
  private final String path;
  private final String token;

  BareWebClient(WebSimulatorProcess server, TestIdentity identity) throws Exception {
    URI address = server.address();
    host = new HttpHost(address.getScheme(), address.getHost(), address.getPort());
    client =
        HttpAsyncClients.custom()
            .setConnectionManager(
                PoolingAsyncClientConnectionManagerBuilder.create()
                    .setTlsStrategy(
                        new DefaultClientTlsStrategy(context(server.certificates(), identity)))
                    .setDefaultTlsConfig(
                        TlsConfig.custom().setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1).build())
                    .setMaxConnTotal(CONNECTIONS)
                    .setMaxConnPerRoute(CONNECTIONS)
                    .build())
            .setIOReactorConfig(
                IOReactorConfig.custom()
                    .setIoThreadCount(Math.min(4, Runtime.getRuntime().availableProcessors()))
                    .build())
            .disableContentCompression()
            // Or no connection with a client certificate would be used twice.
            .disableConnectionState()
            .disableCookieManagement()
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .build();
    client.start();
    path = Catalogue.standard().require(Samples.LOOKUP).knownWebPath().orElseThrow();
    token = login();
  }

  private String login() {
    String account =
        "{\"userId\":\"%s\",\"password\":\"%s\"}"
            .formatted(WebApiSimulator.SAMPLE_USER, WebApiSimulator.SAMPLE_PASSWORD);
    byte[] answer =
        post(
                Catalogue.standard().web().loginPath().value(),
                "",
                account.getBytes(StandardCharsets.UTF_8))
            .join();
    Matcher found = TOKEN.matcher(new String(answer, StandardCharsets.UTF_8));
    if (!found.find()) {
      throw new IllegalStateException("no token");
    }
    return found.group(1);
  }

  /** Posts a question and reads the answer. */
  CompletableFuture<byte[]> ask(byte[] question) {
    return post(path, token, question);
  }

  private CompletableFuture<byte[]> post(String to, String authorization, byte[] body) {
    BasicHttpRequest request = new BasicHttpRequest("POST", host, to);
    request.addHeader("Accept", "application/json");
    if (!authorization.isEmpty()) {
      request.addHeader("Authorization", authorization);
    }
    CompletableFuture<byte[]> answer = new CompletableFuture<>();
    Future<?> unused =
        client.execute(
            new BasicRequestProducer(
                request, new BasicAsyncEntityProducer(body, ContentType.APPLICATION_JSON)),
            new BasicResponseConsumer<>(new BasicAsyncEntityConsumer()),
            new FutureCallback<Message<HttpResponse, byte[]>>() {
              @Override
              public void completed(Message<HttpResponse, byte[]> result) {
                if (result.getHead().getCode() == 200) {
                  answer.complete(result.getBody());
                } else {
                  failed(new IOException("status " + result.getHead().getCode()));
                }
              }

              @Override
              public void failed(Exception cause) {
                answer.completeExceptionally(cause);
              }

              @Override
              public void cancelled() {
                answer.cancel(false);
              }
            });
    return answer;
  }

  private static SSLContext context(TestCertificates trusted, TestIdentity identity)
      throws GeneralSecurityException, IOException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(identity.keyStore(PASSWORD), PASSWORD);
    KeyStore anchors = KeyStore.getInstance("PKCS12");
    anchors.load(null, null);
    anchors.setCertificateEntry("authority", trusted.authority());
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(anchors);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
