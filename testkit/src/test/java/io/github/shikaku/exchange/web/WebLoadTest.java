package io.github.shikaku.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.shikaku.Shikaku;
import io.github.shikaku.audit.CallContext;
import io.github.shikaku.audit.OperatorRole;
import io.github.shikaku.error.CoreError;
import io.github.shikaku.error.NoAnswerException;
import io.github.shikaku.error.Sent;
import io.github.shikaku.error.ShikakuException;
import io.github.shikaku.exchange.Desk;
import io.github.shikaku.exchange.FileJournal;
import io.github.shikaku.exchange.ShikakuRuntime;
import io.github.shikaku.model.InterfaceId;
import io.github.shikaku.model.MedicalInstitutionCode;
import io.github.shikaku.operation.CallOptions;
import io.github.shikaku.qualification.QualificationAnswer;
import io.github.shikaku.qualification.QualificationQuery;
import io.github.shikaku.testkit.AnswerDelay;
import io.github.shikaku.testkit.WebApiSimulator;
import io.github.shikaku.testkit.WebFault;
import io.github.shikaku.testkit.WebRequest;
import io.github.shikaku.testkit.WebStep;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many at once: one login, one certificate each, nothing lost and nothing doubled. */
class WebLoadTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  private ShikakuRuntime runtime;

  @BeforeEach
  void open() {
    runtime = ShikakuRuntime.create();
  }

  @AfterEach
  void close() {
    runtime.close();
  }

  private Shikaku client(WebApiSimulator web) {
    return client(web, way -> {}, client -> {});
  }

  private Shikaku client(
      WebApiSimulator web,
      Consumer<WebApiExchange.Builder> change,
      Consumer<Shikaku.Builder> settings) {
    return Clinic.of(web)
        .open(
            way -> {
              way.connectTimeout(LONG).loginTimeout(LONG);
              change.accept(way);
            },
            client -> {
              client.runtime(runtime).timeout(LONG).auditSink(entry -> {});
              settings.accept(client);
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {64, 1_000})
  void login_thousandCallersAtOnce_isOne(int inFlight) {
    Accounts accounts = new Accounts(WebApiSimulator.SAMPLE_PASSWORD);
    try (WebApiSimulator web =
            WebApiSimulator.builder().delay(AnswerDelay.of(Duration.ofMillis(50))).start();
        Shikaku shikaku =
            client(web, way -> way.maxInFlight(inFlight).credentials(accounts), client -> {})) {
      List<CompletableFuture<QualificationAnswer>> all = ask(shikaku, 1_000);

      assertThat(all).allMatch(answer -> answer.join().isConfirmedValid());
      assertThat(web.processed(WebStep.LOGIN)).isEqualTo(1);
      assertThat(web.processed(WebStep.INQUIRY)).isEqualTo(1_000);
      assertThat(web.requests(WebStep.LOGIN)).hasSize(1);
      accounts.assertGivenAndWiped(1);
    }
  }

  /** An account with a wrong password that is tried again and again is locked soon. */
  @ParameterizedTest
  @ValueSource(ints = {64, 1_000})
  void login_refusedWhileManyWait_isTriedOnceForAllOfThem(int inFlight) {
    Accounts accounts = new Accounts("wrong");
    try (WebApiSimulator web = WebApiSimulator.builder().start();
        Shikaku shikaku =
            client(web, way -> way.maxInFlight(inFlight).credentials(accounts), client -> {})) {
      List<CompletableFuture<QualificationAnswer>> all = ask(shikaku, 1_000);

      List<String> errors = all.stream().map(WebLoadTest::error).distinct().toList();
      assertThat(errors).containsExactly(CoreError.WEB_LOGIN_REFUSED.id());
      assertThat(web.requests(WebStep.LOGIN)).hasSizeBetween(1, 2);
      assertThat(web.requests(WebStep.INQUIRY)).isEmpty();
      accounts.assertGivenAndWiped(web.requests(WebStep.LOGIN).size());
    }
  }

  private static List<CompletableFuture<QualificationAnswer>> ask(Shikaku shikaku, int times) {
    QualificationQuery query = Desk.query("valid");
    return IntStream.range(0, times)
        .mapToObj(i -> shikaku.qualifications().lookupAsync(query))
        .toList();
  }

  /** The id of the error that it failed with. */
  private static String error(CompletableFuture<?> one) {
    return one.handle(
            (answer, failure) -> {
              Throwable cause =
                  failure instanceof CompletionException ? failure.getCause() : failure;
              return cause instanceof ShikakuException known
                  ? known.errorId()
                  : String.valueOf(cause);
            })
        .join();
  }

  /** Two institutions share a runtime and its connections' pool, not their certificates. */
  @Test
  void twoInstitutions_thousandInterleavedLookups_eachUseTheirOwnCertificateAndToken() {
    try (WebApiSimulator web = WebApiSimulator.builder().start()) {
      Map<String, String> nameByInstitution =
          Map.of("1319999991", "クリニックA", "1319999983", "クリニックB");
      List<Shikaku> clients = new ArrayList<>();
      nameByInstitution.forEach(
          (institution, name) ->
              clients.add(
                  Clinic.of(web)
                      .open(
                          way -> way.identity(Clinic.identity(web.certificates().client(name))),
                          client ->
                              client
                                  .institution(MedicalInstitutionCode.of(institution))
                                  .runtime(runtime)
                                  .timeout(LONG))));
      QualificationQuery query = Desk.query("valid");
      List<CompletableFuture<QualificationAnswer>> all =
          IntStream.range(0, 1_000)
              .mapToObj(i -> clients.get(i % 2).qualifications().lookupAsync(query))
              .toList();

      assertThat(all).allMatch(answer -> answer.join().isConfirmedValid());
      List<WebRequest> asked = web.requests(WebStep.INQUIRY);
      assertThat(asked).hasSize(1_000);
      assertThat(asked)
          .allSatisfy(
              request -> {
                assertThat(request.status()).isEqualTo(200);
                assertThat(request.certificate())
                    .isEqualTo(nameByInstitution.get(request.institution()));
              });
      assertThat(web.processed(WebStep.LOGIN)).isEqualTo(2);
      clients.forEach(Shikaku::close);
    }
  }

  @Test
  void server_restartingUnderLoad_losesNoLookup() throws Exception {
    int workers = 4;
    int each = 60;
    try (WebApiSimulator web =
            WebApiSimulator.builder().delay(AnswerDelay.of(Duration.ofMillis(20))).start();
        Shikaku shikaku = client(web)) {
      QualificationQuery query = Desk.query("valid");
      AtomicInteger answered = new AtomicInteger();
      ExecutorService pool = Executors.newFixedThreadPool(workers);
      List<Future<?>> running = new ArrayList<>();
      for (int worker = 0; worker < workers; worker++) {
        running.add(
            pool.submit(
                () -> {
                  for (int i = 0; i < each; i++) {
                    if (shikaku.qualifications().lookup(query).isConfirmedValid()) {
                      answered.incrementAndGet();
                    }
                  }
                }));
      }
      for (int threshold : new int[] {60, 120, 180}) {
        await()
            .atMost(LONG)
            .pollInterval(Duration.ofMillis(2))
            .until(() -> answered.get() >= threshold || running.stream().allMatch(Future::isDone));
        web.restart();
      }
      for (Future<?> one : running) {
        one.get(60, TimeUnit.SECONDS);
      }
      pool.shutdown();

      assertThat(answered).hasValue(workers * each);
      assertThat(web.processed(WebStep.INQUIRY))
          .as("answers were under way when the server went, and were asked for again")
          .isGreaterThan((long) workers * each);
    }
  }

  /**
   * Callers do what the guide says: they send again what was not done, and leave alone what is
   * uncertain until somebody looked. Then nothing is lost, and nothing comes twice.
   */
  @Test
  void server_restartingUnderLoad_losesAndDoublesNothingThatChangesSomething(@TempDir Path folder) {
    int registrations = 200;
    int inFlight = 8;
    List<Integer> restarts = List.of(40, 90, 140);
    try (FileJournal journal = FileJournal.at(folder);
        WebApiSimulator web =
            WebApiSimulator.builder()
                .keepBodies()
                .delay(AnswerDelay.of(Duration.ofMillis(50)))
                .start();
        Shikaku shikaku =
            client(web, way -> way.maxInFlight(inFlight), client -> client.journal(journal))) {
      AtomicInteger done = new AtomicInteger();
      Map<Integer, CompletableFuture<Ended>> all = new HashMap<>();
      for (int i = 0; i < registrations; i++) {
        all.put(
            i, register(shikaku, i, LONG).whenComplete((ended, failure) -> done.incrementAndGet()));
      }
      for (int threshold : restarts) {
        await()
            .atMost(LONG)
            .pollInterval(Duration.ofMillis(2))
            .until(() -> done.get() >= threshold);
        web.restart();
      }
      Map<Integer, Ended> told = joined(all);
      Set<String> uncertain = names(told, Ended.UNCERTAIN);

      assertThat(uncertain)
          .as("requests were under way when the server went, and no others are uncertain")
          .isNotEmpty()
          .hasSizeLessThanOrEqualTo(inFlight * restarts.size());
      await("what is uncertain can be looked up").until(() -> open(journal).equals(uncertain));
      assertTrue(told, processed(web));

      for (int number : numbers(told, Ended.NOT_DONE)) {
        assertThat(register(shikaku, number, LONG).join()).isEqualTo(Ended.ANSWERED);
        told.put(number, Ended.ANSWERED);
      }
      await("what was answered is forgotten").until(() -> open(journal).equals(uncertain));
      assertThat(names(told, Ended.ANSWERED).size() + open(journal).size())
          .as("answered or still open")
          .isEqualTo(registrations);
      assertTrue(told, processed(web));
    }
  }

  /** Time runs out before, during and after the login, and after the token was refused. */
  @Test
  void login_slowerThanPatience_leavesNothingDoneThatIsSaidNotToBe(@TempDir Path folder) {
    Map<Integer, Ended> told = new HashMap<>();
    WebApiSimulator web = WebApiSimulator.builder().keepBodies().start();
    try (FileJournal journal = FileJournal.at(folder);
        web;
        Shikaku shikaku = client(web, way -> {}, client -> client.journal(journal))) {
      web.failAlways(WebStep.LOGIN, WebFault.slowFirstByte(Duration.ofMillis(200)));
      for (int round = 0; round < 6; round++) {
        Map<Integer, CompletableFuture<Ended>> all = new HashMap<>();
        for (int i = 0; i < 40; i++) {
          Duration patience = i < 38 ? Duration.ofMillis(50 + 10 * i) : LONG;
          all.put(100 * round + i, register(shikaku, 100 * round + i, patience));
        }
        told.putAll(joined(all));
        web.expireTokens();
      }
      await().until(() -> open(journal).equals(names(told, Ended.UNCERTAIN)));
    }

    assertThat(told).containsValues(Ended.ANSWERED, Ended.NOT_DONE);
    // The server is off: what did not come until now will never come.
    assertTrue(told, processed(web));
  }

  private static CompletableFuture<Ended> register(Shikaku shikaku, int number, Duration patience) {
    CallContext context =
        CallContext.builder()
            .operatorId("staff-1")
            .role(OperatorRole.CLERK)
            .purpose("trial")
            .build();
    return shikaku
        .onBehalfOf(context)
        .raw()
        .sendAsync(
            InterfaceId.of("OQS-IF-001"),
            numbered(number),
            CallOptions.defaults().timeout(patience).reference(name(number)))
        .handle((answer, failure) -> ended(failure));
  }

  private static Map<Integer, Ended> joined(Map<Integer, CompletableFuture<Ended>> all) {
    Map<Integer, Ended> told = new HashMap<>();
    all.forEach((number, ended) -> told.put(number, ended.join()));
    return told;
  }

  private static Set<Integer> numbers(Map<Integer, Ended> told, Ended how) {
    return told.entrySet().stream()
        .filter(one -> one.getValue() == how)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static Set<String> names(Map<Integer, Ended> told, Ended how) {
    return numbers(told, how).stream().map(WebLoadTest::name).collect(Collectors.toSet());
  }

  private static Set<String> open(FileJournal journal) {
    return journal.pending().stream()
        .flatMap(ticket -> ticket.callerReference().stream())
        .collect(Collectors.toSet());
  }

  /** How often each was acted upon. */
  private static Map<Integer, Integer> processed(WebApiSimulator web) {
    Map<Integer, Integer> times = new HashMap<>();
    for (WebRequest request : web.requests(WebStep.INQUIRY)) {
      if (request.processed()) {
        times.merge(number(request.body()), 1, Integer::sum);
      }
    }
    return times;
  }

  /** What callers were told is what happened, and nothing happened twice. */
  private static void assertTrue(Map<Integer, Ended> told, Map<Integer, Integer> processed) {
    assertThat(processed.values()).containsOnly(1);
    assertThat(processed.keySet()).containsAll(numbers(told, Ended.ANSWERED));
    assertThat(numbers(told, Ended.NOT_DONE))
        .as("said not to be done, and done")
        .filteredOn(processed::containsKey)
        .isEmpty();
  }

  /** What a caller was told. */
  private enum Ended {
    ANSWERED,
    NOT_DONE,
    UNCERTAIN
  }

  private static Ended ended(Throwable failure) {
    if (failure == null) {
      return Ended.ANSWERED;
    }
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    assertThat(cause).isInstanceOf(ShikakuException.class);
    return cause instanceof NoAnswerException unanswered && unanswered.sent() != Sent.NO
        ? Ended.UNCERTAIN
        : Ended.NOT_DONE;
  }

  private static byte[] numbered(int number) {
    return """
        {"XmlMsg":{"MessageHeader":{"QualificationConfirmationDate":"20261120",\
        "MedicalInstitutionCode":"1319999991","ArbitraryFileIdentifier":"%s"},\
        "MessageBody":{"QualificationConfirmSearchInfo":{"InsurerNumber":"06139992",\
        "InsuredIdentificationNumber":"5678910","Birthdate":"19700101",\
        "LimitApplicationCertificateRelatedConsFlg":"0"}}}}\
        """
        .formatted(name(number))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String name(int number) {
    return "N%04d".formatted(number);
  }

  private static int number(String body) {
    int at = body.indexOf("\"N") + 2;
    return Integer.parseInt(body.substring(at, at + 4));
  }
}
