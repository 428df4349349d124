package io.github.shikaku.qualification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.github.shikaku.Shikaku;
import io.github.shikaku.audit.CallContext;
import io.github.shikaku.audit.OperatorRole;
import io.github.shikaku.error.AuditException;
import io.github.shikaku.error.ExchangeUnavailableException;
import io.github.shikaku.error.InvalidRequestException;
import io.github.shikaku.error.NoAnswerException;
import io.github.shikaku.error.OqsSystemException;
import io.github.shikaku.error.ProvisionalLayoutException;
import io.github.shikaku.error.Sent;
import io.github.shikaku.error.ShikakuException;
import io.github.shikaku.error.TerminalRejectionException;
import io.github.shikaku.error.UnusableAnswerException;
import io.github.shikaku.error.Violation;
import io.github.shikaku.exchange.Desk;
import io.github.shikaku.model.InterfaceId;
import io.github.shikaku.model.ProcessingStatus;
import io.github.shikaku.model.QualificationValidity;
import io.github.shikaku.model.Ticket;
import io.github.shikaku.operation.CallOptions;
import io.github.shikaku.testkit.ExpectedOutcome;
import io.github.shikaku.testkit.Scenario;
import io.github.shikaku.testkit.ScenarioCatalogue;
import io.github.shikaku.testkit.TerminalSimulator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller gets in each situation, through a simulated terminal on real folders. */
class OutcomeTest {
  private static final CallOptions SHORT = CallOptions.defaults().timeout(Duration.ofMillis(600));

  @TempDir Path folder;

  private Desk desk;
  private TerminalSimulator terminal;
  private Shikaku shikaku;

  @BeforeEach
  void open() {
    desk = Desk.in(folder);
    terminal =
        TerminalSimulator.builder(desk.exchange())
            .createFolders()
            .lateness(Duration.ofMillis(1500))
            .start();
    shikaku = desk.open();
  }

  @AfterEach
  void close() {
    shikaku.close();
    desk.close();
    terminal.close();
  }

  static Stream<Scenario> scenarios() {
    return ScenarioCatalogue.standard().scenarios().stream();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void lookup_everyScenario_hasTheDocumentedOutcome(Scenario scenario) {
    QualificationQuery query = Desk.query(scenario.id());
    ExpectedOutcome outcome;
    try {
      shikaku
          .qualifications()
          .lookup(
              query,
              scenario.expected() == ExpectedOutcome.NO_ANSWER ? SHORT : CallOptions.defaults());
      outcome = ExpectedOutcome.ANSWER;
    } catch (TerminalRejectionException e) {
      outcome = ExpectedOutcome.REJECTED;
    } catch (OqsSystemException e) {
      outcome = ExpectedOutcome.SYSTEM_ERROR;
    } catch (NoAnswerException e) {
      outcome = ExpectedOutcome.NO_ANSWER;
    } catch (UnusableAnswerException e) {
      outcome = ExpectedOutcome.UNUSABLE;
    }
    assertThat(outcome).isEqualTo(scenario.expected());
    assertThat(terminal.requestsTaken().size())
        .isEqualTo(scenario.id().equals("not-taken") ? 0 : 1);
  }

  @ParameterizedTest
  @CsvSource({
    "invalid, INVALID",
    "replaced, INVALID_NEWER_EXISTS",
    "none, NOT_FOUND",
    "several, MULTIPLE",
  })
  void lookup_personWithoutValidQualification_isANormalAnswer(String id, String validity) {
    QualificationAnswer answer = shikaku.qualifications().lookup(Desk.query(id));
    assertThat(answer.validity().known().name()).isEqualTo(validity);
    assertThat(answer.isConfirmedValid()).isFalse();
    awaitTidy();
  }

  @ParameterizedTest
  @CsvSource({"masked-name, ●", "third-level-name, 德"})
  void lookup_nameWithARareCharacter_arrivesAsItIs(String id, String character) {
    QualificationAnswer answer = shikaku.qualifications().lookup(Desk.query(id));
    assertThat(answer.qualifications().get(0).name())
        .isNotNull()
        .matches(name -> name.text().contains(character));
    awaitTidy();
  }

  @Test
  void lookup_answerBeyondTheLimitOfTheExchange_isUnusableAndNoOtherLimitApplies() {
    try (Shikaku strict = desk.open(way -> way.maxAnswerBytes(200), client -> {})) {
      assertThatThrownBy(() -> strict.qualifications().lookup(Desk.query("valid")))
          .isInstanceOf(UnusableAnswerException.class);
    }
    try (Shikaku generous = desk.open(way -> way.maxAnswerBytes(32 << 20), client -> {})) {
      QualificationAnswer answer = generous.qualifications().lookup(Desk.query("ten-megabytes"));
      assertThat(answer.segment().isKnown()).isTrue();
    }
  }

  @Test
  void lookup_errorOfOnePerson_isANormalAnswerWithCodeAndMessageVerbatim() {
    QualificationAnswer answer = shikaku.qualifications().lookup(Desk.query("person-error"));
    assertThat(answer.status().known()).isEqualTo(ProcessingStatus.ERROR);
    assertThat(answer.resultCode()).contains("SIM-P001");
    assertThat(answer.resultMessage()).contains("【模擬】この方の資格を確認できませんでした");
    assertThat(answer.validity().known()).isEqualTo(QualificationValidity.UNKNOWN);
    awaitTidy();
  }

  @Test
  void build_everythingWrong_reportsEveryFieldAtOnceBeforeAnythingIsSent() {
    InvalidRequestException refused =
        catchThrowableOfType(
            InvalidRequestException.class,
            () ->
                QualificationQuery.builder().insurerNumber("123").number("").branch("abc").build());
    assertThat(refused.violations())
        .extracting(Violation::field)
        .contains("insurerNumber", "number", "branch", "birthdate");
  }

  @Test
  void lookup_characterThatShiftJisCannotCarry_isRefusedNamingFieldAndCharacter() {
    QualificationQuery query =
        QualificationQuery.builder()
            .insurerNumber("06139992")
            .symbol("見本𠮷")
            .number("5678910")
            .birthdate(LocalDate.of(1970, 1, 1))
            .build();
    InvalidRequestException refused =
        catchThrowableOfType(
            InvalidRequestException.class, () -> shikaku.qualifications().lookup(query));
    assertThat(refused.violations()).hasSize(1);
    assertThat(refused.violations().get(0).english()).contains("U+20BB7");
    assertThat(refused.violations().get(0).field()).isEqualTo("symbol");
    assertThat(terminal.requestsTaken()).isEmpty();
    assertThat(Files.exists(desk.exchange().resolve(".shikaku"))).isFalse();
  }

  @Test
  void lookup_rejectedByTheTerminal_bringsTheTextOfTheErr() {
    TerminalRejectionException rejected =
        catchThrowableOfType(
            TerminalRejectionException.class,
            () -> shikaku.qualifications().lookup(Desk.query("rejected")));
    assertThat(rejected.terminalText()).isEqualTo("SIM-L100 【模擬】要求を受け付けられません");
    assertThat(rejected.getMessage()).doesNotContain("SIM-L100");
    awaitTidy();
    assertThat(shikaku.qualifications().pending()).isEmpty();
  }

  @Test
  void lookup_systemError_bringsCodeAndMessageVerbatim() {
    OqsSystemException failed =
        catchThrowableOfType(
            OqsSystemException.class,
            () -> shikaku.qualifications().lookup(Desk.query("system-error")));
    assertThat(failed.code()).isEqualTo("SIM-S001");
    assertThat(failed.oqsMessage()).isEqualTo("【模擬】システムが異常終了しました");
    awaitTidy();
    assertThat(shikaku.qualifications().pending()).isEmpty();
  }

  @Test
  void lookup_takenAndNotAnswered_wasSentAndCanBeAwaitedOn() {
    NoAnswerException late = noAnswer("late");
    assertThat(late.sent()).isEqualTo(Sent.YES);
    Ticket ticket = late.ticket().orElseThrow();
    assertThat(shikaku.qualifications().pending()).containsExactly(ticket);
    QualificationAnswer answer = shikaku.qualifications().await(ticket);
    assertThat(answer.isConfirmedValid()).isTrue();
    assertThat(terminal.requestsTaken()).hasSize(1);
    awaitTidy();
    assertThat(shikaku.qualifications().pending()).isEmpty();
  }

  @Test
  void lookup_answeredAfterTheClientWasClosed_isBroughtHomeByTheNextOne() {
    CallOptions options = SHORT.reference("visit-4711");
    NoAnswerException late =
        catchThrowableOfType(
            NoAnswerException.class,
            () -> shikaku.qualifications().lookup(Desk.query("late"), options));
    assertThat(late.ticket()).isPresent();
    shikaku.close();
    desk.close();
    shikaku = desk.open();
    Ticket ticket = shikaku.qualifications().pending("visit-4711").orElseThrow();
    assertThat(late.ticket()).contains(ticket);
    assertThat(shikaku.qualifications().await(ticket).isConfirmedValid()).isTrue();
    assertThat(terminal.requestsTaken()).hasSize(1);
    awaitTidy();
  }

  @Test
  void lookup_neverTaken_isWithdrawnAndNeverSentLater() {
    terminal.pause();
    NoAnswerException late = noAnswer("valid");
    assertThat(late.sent()).isEqualTo(Sent.NO);
    assertThat(desk.isTidy()).isTrue();
    assertThat(shikaku.qualifications().pending()).isEmpty();
    terminal.resume();
    assertThat(shikaku.qualifications().lookup(Desk.query("national")).isConfirmedValid()).isTrue();
    assertThat(terminal.requestsTaken()).hasSize(1);
    assertThat(terminal.requestsTaken().get(0)).doesNotContain(late.ticket().orElseThrow().name());
  }

  @Test
  void await_withdrawnRequest_saysAtOnceThatItWasNeverSent() {
    terminal.pause();
    NoAnswerException late = noAnswer("valid");
    Ticket ticket = late.ticket().orElseThrow();
    assertThatThrownBy(() -> shikaku.qualifications().await(ticket))
        .isInstanceOfSatisfying(
            NoAnswerException.class, again -> assertThat(again.sent()).isEqualTo(Sent.NO));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"wrong-institution", "wrong-identifier", "truncated", "malformed", "duplicate"})
  void lookup_answerThatCannotBeUsed_failsAndLeavesTheFileInPlace(String id) {
    assertThatThrownBy(() -> shikaku.qualifications().lookup(Desk.query(id)))
        .isInstanceOf(UnusableAnswerException.class);
    assertThat(desk.files("res")).hasSize(1);
    assertThat(shikaku.qualifications().pending()).hasSize(1);
  }

  @Test
  void lookup_encryptedAnswer_namesTheEncryption() {
    assertThatThrownBy(() -> shikaku.qualifications().lookup(Desk.query("encrypted")))
        .isInstanceOf(UnusableAnswerException.class)
        .hasMessageContaining("encrypt.conf");
  }

  @ParameterizedTest
  @ValueSource(strings = {"req", "res"})
  void lookup_missingFolder_isUnavailableAndNamesIt(String missing) throws Exception {
    terminal.close();
    Files.delete(desk.exchange().resolve(missing));
    assertThatThrownBy(() -> shikaku.qualifications().lookup(Desk.query("valid")))
        .isInstanceOf(ExchangeUnavailableException.class)
        .hasMessageContaining("'" + missing + "'");
    assertThat(desk.exchange().resolve(missing)).doesNotExist();
    assertThat(desk.exchange().resolve(".shikaku")).doesNotExist();
    assertThat(shikaku.qualifications().pending()).isEmpty();
  }

  @Test
  void send_provisionalLayout_isRefusedUnlessTheSimulatorAnswersOrTheVendorAllowsIt()
      throws Exception {
    InterfaceId provisional = InterfaceId.of("OQS-IF-025");
    CallContext context =
        CallContext.builder()
            .operatorId("staff-1")
            .role(OperatorRole.CLERK)
            .purpose("trial")
            .build();
    byte[] body = "<XmlMsg/>".getBytes(StandardCharsets.US_ASCII);
    terminal.pause();
    Files.delete(desk.exchange().resolve(".shikaku-simulator"));
    assertThatThrownBy(() -> shikaku.onBehalfOf(context).raw().send(provisional, body))
        .isInstanceOf(ProvisionalLayoutException.class);
    assertThat(desk.isTidy()).isTrue();
    shikaku.close();
    shikaku = desk.open(way -> {}, client -> client.allowProvisional(provisional));
    assertThatThrownBy(() -> shikaku.onBehalfOf(context).raw().send(provisional, body))
        .as("no sink takes the record")
        .isInstanceOf(AuditException.class);
    assertThat(desk.isTidy()).isTrue();
  }

  @Test
  void everyFailure_hasAStableIdAMessageForTheDeskAndSomebodyWhoActs() {
    for (String id : List.of("rejected", "system-error", "wrong-identifier")) {
      ShikakuException failure =
          catchThrowableOfType(
              ShikakuException.class, () -> shikaku.qualifications().lookup(Desk.query(id)));
      assertThat(failure.errorId()).matches("SHK-C-\\d{3}");
      assertThat(failure.userMessage(Locale.JAPANESE)).isNotBlank();
      assertThat(failure.userMessage(Locale.ENGLISH)).isNotBlank();
      assertThat(failure.remedy()).isNotNull();
    }
  }

  private NoAnswerException noAnswer(String id) {
    return catchThrowableOfType(
        NoAnswerException.class, () -> shikaku.qualifications().lookup(Desk.query(id), SHORT));
  }

  private void awaitTidy() {
    await().atMost(Duration.ofSeconds(5)).until(desk::isTidy);
  }
}
