package io.github.shikaku.examples.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.shikaku.Shikaku;
import io.github.shikaku.error.NoAnswerException;
import io.github.shikaku.error.ShikakuException;
import io.github.shikaku.exchange.Exchange;
import io.github.shikaku.exchange.FolderExchange;
import io.github.shikaku.exchange.ShikakuRuntime;
import io.github.shikaku.exchange.web.ClientIdentity;
import io.github.shikaku.exchange.web.WebAccount;
import io.github.shikaku.exchange.web.WebApiExchange;
import io.github.shikaku.model.MedicalInstitutionCode;
import io.github.shikaku.model.WireFormat;
import io.github.shikaku.qualification.LimitConsent;
import io.github.shikaku.qualification.QualificationAnswer;
import io.github.shikaku.qualification.QualificationQuery;
import io.github.shikaku.testkit.Scenario;
import io.github.shikaku.testkit.ScenarioCatalogue;
import io.github.shikaku.testkit.ScenarioQuery;
import io.github.shikaku.testkit.WebApiSimulator;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lookups against simulators, in a folder and over the Web API: one person every way, then many
 * scenarios on both roads.
 */
final class Demo {
  private static final List<String> SCENARIOS =
      List.of(
          "national",
          "latter-stage-20",
          "elderly",
          "limit",
          "preschool",
          "public-assistance",
          "invalid",
          "replaced",
          "none",
          "several",
          "notice",
          "person-error",
          "unknown-codes",
          "undisclosed",
          "pieces",
          "system-error",
          "rejected",
          "silent",
          "not-taken",
          "wrong-institution",
          "truncated",
          "bomb");

  private final Path folder;
  private final WebApiSimulator web;
  private final ShikakuRuntime runtime;
  private final ScenarioCatalogue catalogue = ScenarioCatalogue.standard();

  Demo(Path folder, WebApiSimulator web, ShikakuRuntime runtime) {
    this.folder = folder;
    this.web = web;
    this.runtime = runtime;
  }

  /** The first sample person, in every way there is. */
  List<Result> everyWay() {
    List<Scenario> one = List.of(catalogue.byId("valid"));
    return Stream.of(WireFormat.XML_SHIFT_JIS, WireFormat.XML_UTF_8, WireFormat.JSON_UTF_8)
        .flatMap(format -> ask(List.of(format), one).stream())
        .toList();
  }

  /** Many things that can happen, all at the same time on both roads. */
  List<Result> scenarios() {
    return ask(
        List.of(WireFormat.XML_SHIFT_JIS, WireFormat.JSON_UTF_8),
        SCENARIOS.stream().map(catalogue::byId).toList());
  }

  private List<Result> ask(List<WireFormat> formats, List<Scenario> scenarios) {
    List<Shikaku> clients = formats.stream().map(this::client).toList();
    try {
      List<CompletableFuture<Result>> asked = new ArrayList<>();
      for (Scenario scenario : scenarios) {
        for (int i = 0; i < clients.size(); i++) {
          asked.add(ask(clients.get(i), formats.get(i), scenario));
        }
      }
      return asked.stream().map(CompletableFuture::join).toList();
    } finally {
      clients.forEach(Shikaku::close);
    }
  }

  private Shikaku client(WireFormat format) {
    return Shikaku.builder()
        .institution(MedicalInstitutionCode.of("1319999991"))
        .exchange(format == WireFormat.JSON_UTF_8 ? overWeb() : inFolder(format))
        .runtime(runtime)
        .journal(new ForgetfulJournal())
        .timeout(Duration.ofSeconds(6))
        .build();
  }

  private Exchange inFolder(WireFormat format) {
    return FolderExchange.at(folder).format(format).settle(Duration.ofSeconds(1)).build();
  }

  private Exchange overWeb() {
    char[] password = "demo".toCharArray();
    return WebApiExchange.builder()
        .loginAt(web.uri())
        .inquiriesAt(web.uri())
        .identity(
            ClientIdentity.keyStore(
                web.certificates().client("見本クリニック").keyStore(password.clone()), password))
        .credentials(
            () ->
                WebAccount.of(
                    WebApiSimulator.SAMPLE_USER, WebApiSimulator.SAMPLE_PASSWORD.toCharArray()))
        .trustAnchor(web.certificates().authority())
        .build();
  }

  private CompletableFuture<Result> ask(Shikaku shikaku, WireFormat format, Scenario scenario) {
    long started = System.nanoTime();
    return shikaku
        .qualifications()
        .lookupAsync(query(scenario))
        .handle(
            (answer, failure) ->
                new Result(
                    format,
                    scenario,
                    answer,
                    failure instanceof CompletionException wrapped ? wrapped.getCause() : failure,
                    Duration.ofNanos(System.nanoTime() - started)));
  }

  private QualificationQuery query(Scenario scenario) {
    ScenarioQuery ask = scenario.query(runtime.today());
    return QualificationQuery.builder()
        .insurerNumber(ask.insurerNumber())
        .symbol(Objects.requireNonNullElse(ask.symbol(), ""))
        .number(ask.number())
        .branch(Objects.requireNonNullElse(ask.branch(), ""))
        .birthdate(ask.birthdate())
        .limitConsent(LimitConsent.given("見本職員", Instant.now(runtime.clock())))
        .build();
  }

  /**
   * What came of one lookup.
   *
   * @param format how it was asked
   * @param scenario what was asked for
   * @param answer the answer, null when there was none
   * @param failure what happened instead, null when there was an answer
   * @param took how long it took
   */
  record Result(
      WireFormat format,
      Scenario scenario,
      @Nullable QualificationAnswer answer,
      @Nullable Throwable failure,
      Duration took) {

    int exitCode() {
      return failure == null ? ExitCode.OK : ExitCode.of(failure);
    }

    boolean isAsExpected() {
      return exitCode() == expectedExitCode();
    }

    private int expectedExitCode() {
      return (format == WireFormat.JSON_UTF_8 ? scenario.expectedOnWeb() : scenario.expected())
          .exitCode();
    }

    /** The outcome in a few words that hold nothing personal. */
    String outcome() {
      if (answer != null) {
        boolean judged = answer.validity().isReported();
        return judged
            ? answer.validity() + answer.resultMessage().map(text -> " " + text).orElse("")
            : answer.status() + answer.resultMessage().map(text -> " " + text).orElse("");
      }
      String name = failure == null ? "" : failure.getClass().getSimpleName();
      if (failure instanceof NoAnswerException none) {
        return name + " (sent: " + none.sent() + ")";
      }
      return failure instanceof ShikakuException known ? name + " " + known.errorId() : name;
    }

    ObjectNode json(Console console) {
      ObjectNode json = JsonNodeFactory.instance.objectNode();
      json.put("scenario", scenario.id())
          .put("number", scenario.number())
          .put("what", console.isJapanese() ? scenario.japanese() : scenario.english())
          .put("request", format.name())
          .put("outcome", outcome())
          .put("exitCode", exitCode())
          .put("expectedExitCode", expectedExitCode())
          .put("millis", took.toMillis());
      if (answer != null) {
        json.set("answer", AnswerJson.of(new Fields().put("interface", "OQS-IF-002"), answer));
      } else if (failure instanceof ShikakuException known) {
        json.set("error", Failures.json(console, known));
      }
      return json;
    }
  }
}
