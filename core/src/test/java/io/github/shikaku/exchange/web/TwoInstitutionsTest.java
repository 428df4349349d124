package io.github.shikaku.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.shikaku.Shikaku;
import io.github.shikaku.exchange.web.TestServer.Reply;
import io.github.shikaku.model.MedicalInstitutionCode;
import io.github.shikaku.qualification.QualificationAnswer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Institutions share connections' pool and threads, and nothing else. */
class TwoInstitutionsTest {
  private static final Certificates AUTHORITY = Certificates.authority("Test CA");
  private static final Map<String, String> CERTIFICATES =
      Map.of("1319999991", "CN=A", "1319999983", "CN=B");

  /** Which certificate a request came with, and for which institution and with which token. */
  private record Seen(String client, String institution, String token) {}

  @Test
  void lookup_thousandInterleaved_eachUnderItsOwnCertificate() throws IOException {
    Queue<Seen> seen = new ConcurrentLinkedQueue<>();
    AtomicInteger fullHandshakes = new AtomicInteger();
    try (TestServer server =
            new TestServer(
                Certificates.serverContext(
                    AUTHORITY.server("localhost"), AUTHORITY.root(), fullHandshakes));
        Clients clients = new Clients();
        Shikaku a = client(clients, server, "A", "1319999991");
        Shikaku b = client(clients, server, "B", "1319999983")) {
      server.onLogin(question -> Reply.json(200, TestServer.token("of " + question.client())));
      server.onSearch(
          question -> {
            seen.add(
                new Seen(
                    question.client(),
                    institution(question.body()),
                    question.headers().getOrDefault("Authorization", "")));
            // Every third connection is closed, so that sessions are resumed all the time.
            Reply reply = Reply.json(200, TestServer.answer());
            return seen.size() % 3 == 0 ? reply.with("Connection", "close") : reply;
          });
      List<CompletableFuture<QualificationAnswer>> answers = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        answers.add(a.qualifications().lookupAsync(Clients.query()));
        answers.add(b.qualifications().lookupAsync(Clients.query()));
      }
      answers.forEach(CompletableFuture::join);

      assertThat(seen).hasSize(1_000);
      assertThat(seen)
          .allSatisfy(
              one -> {
                assertThat(one.client()).isEqualTo(CERTIFICATES.get(one.institution()));
                assertThat(one.token()).isEqualTo("of " + one.client());
              });
      assertThat(server.logins).hasValue(2);
      assertThat(server.connections).hasSizeGreaterThan(200);
      assertThat(fullHandshakes).hasValueLessThan(server.connections.size() / 2);
    }
  }

  /** A pool may keep parties apart by closing the other's connections; ours must not. */
  @Test
  void lookup_institutionsInTurn_keepTheirConnections() throws IOException {
    try (TestServer server =
            new TestServer(
                Certificates.serverContext(AUTHORITY.server("localhost"), AUTHORITY.root()));
        Clients clients = new Clients();
        Shikaku a = client(clients, server, "A", "1319999991");
        Shikaku b = client(clients, server, "B", "1319999983")) {
      server.onLogin(question -> Reply.json(200, TestServer.token("of " + question.client())));
      server.onSearch(question -> Reply.json(200, TestServer.answer()));
      for (int i = 0; i < 20; i++) {
        a.qualifications().lookup(Clients.query());
        b.qualifications().lookup(Clients.query());
      }

      // Not two: an answer is handed over before its connection is back in the pool.
      assertThat(server.connections).hasSizeLessThan(10);
    }
  }

  /** A relay server speaks for many institutions, with a certificate of its own. */
  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void lookup_interleavedUnderOneContext_allAreAnswered(String protocol) throws IOException {
    ClientIdentity shared =
        ClientIdentity.sslContext(
            Certificates.clientContext(AUTHORITY.client("Relay"), AUTHORITY.root()));
    Queue<Seen> seen = new ConcurrentLinkedQueue<>();
    AtomicInteger fullHandshakes = new AtomicInteger();
    try (TestServer server =
            new TestServer(
                Certificates.serverContext(
                    AUTHORITY.server("localhost"), AUTHORITY.root(), fullHandshakes),
                ssl -> ssl.setProtocols(new String[] {protocol}));
        Clients clients = new Clients();
        Shikaku a = relayed(clients, server, shared, "1319999991");
        Shikaku b = relayed(clients, server, shared, "1319999983")) {
      server.onLogin(question -> Reply.json(200, TestServer.token("token-" + server.logins.get())));
      server.onSearch(
          question -> {
            seen.add(
                new Seen(
                    question.client(),
                    institution(question.body()),
                    question.headers().getOrDefault("Authorization", "")));
            Reply reply = Reply.json(200, TestServer.answer());
            return seen.size() % 3 == 0 ? reply.with("Connection", "close") : reply;
          });
      List<CompletableFuture<QualificationAnswer>> answers = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        answers.add(a.qualifications().lookupAsync(Clients.query()));
        answers.add(b.qualifications().lookupAsync(Clients.query()));
      }
      List<String> failures = new ArrayList<>();
      for (CompletableFuture<QualificationAnswer> answer : answers) {
        answer.handle((came, failure) -> failure == null || failures.add("" + failure)).join();
      }

      assertThat(failures).isEmpty();
      assertThat(seen).hasSize(400).allMatch(one -> one.client().equals("CN=Relay"));
      assertThat(server.logins).as("one for each institution").hasValue(2);
      assertThat(seen.stream().map(one -> one.institution() + " " + one.token()).distinct())
          .as("each institution under its own token")
          .hasSize(2);
      assertThat(server.spoken).isNotEmpty().allMatch(spoken -> spoken.startsWith(protocol));
      assertThat(server.connections).hasSizeGreaterThan(100);
      assertThat(server.connections.size() - fullHandshakes.get())
          .as("sessions are resumed, also those that the other one began")
          .isGreaterThan(10);
    }
  }

  private static Shikaku relayed(
      Clients clients, TestServer server, ClientIdentity shared, String institution) {
    return Clients.builder(
            WebApiExchange.builder()
                .loginAt(server.address())
                .inquiriesAt(server.address())
                .identity(shared)
                .credentials(() -> WebAccount.of("user", "password".toCharArray()))
                .maxInFlight(4)
                .allowProvisionalLogin()
                .build())
        .institution(MedicalInstitutionCode.of(institution))
        .runtime(clients.runtime())
        .build();
  }

  private static String institution(String body) {
    int at = body.indexOf("\"MedicalInstitutionCode\":\"") + 26;
    return body.substring(at, at + 10);
  }

  private static Shikaku client(
      Clients clients, TestServer server, String name, String institution) {
    return Clients.builder(
            Clients.exchange(server, AUTHORITY)
                .identity(AUTHORITY.client(name).identity())
                .maxInFlight(4)
                .allowProvisionalLogin()
                .build())
        .institution(MedicalInstitutionCode.of(institution))
        .runtime(clients.runtime())
        .build();
  }
}
