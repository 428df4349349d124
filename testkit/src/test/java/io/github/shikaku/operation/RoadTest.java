package io.github.shikaku.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.shikaku.RawRequests;
import io.github.shikaku.Shikaku;
import io.github.shikaku.audit.AuditOutcome;
import io.github.shikaku.audit.AuditPhase;
import io.github.shikaku.audit.AuditRecord;
import io.github.shikaku.audit.AuditSink;
import io.github.shikaku.audit.AuditTrail;
import io.github.shikaku.audit.CallContext;
import io.github.shikaku.audit.FileAuditSink;
import io.github.shikaku.audit.OperatorRole;
import io.github.shikaku.error.AuditException;
import io.github.shikaku.error.CoreError;
import io.github.shikaku.error.InvalidConfigurationException;
import io.github.shikaku.error.InvalidRequestException;
import io.github.shikaku.error.NoAnswerException;
import io.github.shikaku.error.ProvisionalLayoutException;
import io.github.shikaku.error.Violation;
import io.github.shikaku.exchange.FileJournal;
import io.github.shikaku.exchange.FolderExchange;
import io.github.shikaku.exchange.ShikakuRuntime;
import io.github.shikaku.model.Basis;
import io.github.shikaku.model.InterfaceId;
import io.github.shikaku.model.MedicalInstitutionCode;
import io.github.shikaku.model.Ticket;
import io.github.shikaku.qualification.LimitConsent;
import io.github.shikaku.qualification.QualificationAnswer;
import io.github.shikaku.qualification.QualificationQuery;
import io.github.shikaku.testkit.TerminalSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoadTest {
  private static final CallContext CLERK =
      CallContext.builder()
          .operatorId("staff-3")
          .role(OperatorRole.CLERK)
          .patientId("chart-88")
          .purpose("受付")
          .build();
  private static final byte[] BODY = "<XmlMsg></XmlMsg>".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;
  @AutoClose private final ShikakuRuntime runtime = ShikakuRuntime.create();
  private Path root;
  private final List<AuditRecord> records = new CopyOnWriteArrayList<>();

  @BeforeEach
  void root() throws IOException {
    root = folder.resolve("OQS");
    Files.createDirectories(root.resolve("req"));
    Files.createDirectories(root.resolve("res"));
  }

  @Test
  void lookup_onBehalfOfSomebody_isRecordedBeforeItIsSentAndWithItsOutcome() {
    AuditSink sink =
        record -> {
          if (record.phase() == AuditPhase.STARTED) {
            assertThat(requests()).isEmpty();
          }
          records.add(record);
        };
    try (TerminalSimulator terminal = TerminalSimulator.builder(root).start();
        Shikaku shikaku = client(sink)) {
      QualificationAnswer answer =
          shikaku
              .onBehalfOf(CLERK)
              .qualifications()
              .lookup(
                  query()
                      .basis(Basis.CERTIFICATE_SHOWN)
                      .limitConsent(
                          LimitConsent.given("staff-3", Instant.parse("2026-11-23T00:15:00Z")))
                      .build());
      assertThat(answer.basis()).isEqualTo(Basis.CERTIFICATE_SHOWN);
      assertThat(records).hasSize(2);
      AuditRecord first = records.get(0);
      assertThat(first.phase()).isEqualTo(AuditPhase.STARTED);
      assertThat(first.operation()).isEqualTo("qualification.lookup");
      assertThat(first.context()).isEqualTo(CLERK);
      assertThat(first.basis()).isEqualTo(Basis.CERTIFICATE_SHOWN);
      assertThat(first.consentAskedBy()).isEqualTo("staff-3");
      assertThat(terminal.requestsTaken()).singleElement().asString().startsWith(name(first));
      AuditRecord last = records.get(1);
      assertThat(last.phase()).isEqualTo(AuditPhase.FINISHED);
      assertThat(last.outcome()).isEqualTo(AuditOutcome.ANSWERED);
      assertThat(last.correlationId()).isEqualTo(first.correlationId());
    }
  }

  @Test
  void lookup_sinkRefuses_goesOnBecauseADeskMustWork() {
    AuditSink refusing =
        record -> {
          throw new AuditException(CoreError.AUDIT_REFUSED, "the disk is full", null);
        };
    try (TerminalSimulator terminal = TerminalSimulator.builder(root).start();
        Shikaku shikaku = client(refusing)) {
      assertThat(shikaku.qualifications().lookup(query().build()).isConfirmedValid()).isTrue();
      assertThat(terminal.requestsTaken()).hasSize(1);
    }
  }

  @Test
  void lookup_sinkBreaksWithAnError_neitherStopsNorKeepsTheCallerWaiting() throws Exception {
    AuditSink broken =
        record -> {
          throw new NoClassDefFoundError("somebody else's sink broke");
        };
    try (TerminalSimulator terminal = TerminalSimulator.builder(root).start();
        Shikaku shikaku = client(broken)) {
      assertThat(shikaku.qualifications().lookup(query().build()).isConfirmedValid()).isTrue();
      CompletableFuture<QualificationAnswer> called =
          shikaku.qualifications().lookupAsync(query().build());
      assertThat(called.get(10, TimeUnit.SECONDS).isConfirmedValid()).isTrue();
      assertThat(terminal.requestsTaken()).hasSize(2);
    }
  }

  @Test
  void lookup_withFileTrail_leavesATrailThatVerifies() {
    Path trail = folder.resolve("audit.jsonl");
    try (TerminalSimulator terminal = TerminalSimulator.builder(root).start();
        FileAuditSink sink = FileAuditSink.open(trail);
        Shikaku shikaku = client(sink)) {
      shikaku.qualifications().lookup(query().build());
      assertThat(terminal.requestsTaken()).hasSize(1);
    }
    assertThat(AuditTrail.verify(trail).records()).isEqualTo(2);
    assertThat(trail).content().doesNotContain("5678910").doesNotContain("1970");
  }

  @Test
  void raw_withoutContextOrTrailOrWithARefusingSink_sendsNothing() {
    AuditSink refusing =
        record -> {
          throw new IllegalStateException("somebody else's sink broke");
        };
    InterfaceId lookup = InterfaceId.of("OQS-IF-001");
    try (Shikaku shikaku = client(records::add)) {
      assertThatThrownBy(() -> shikaku.raw().send(lookup, BODY)).isInstanceOf(AuditException.class);
    }
    try (Shikaku shikaku = client(AuditSink.none())) {
      assertThatThrownBy(() -> shikaku.onBehalfOf(CLERK).raw().send(lookup, BODY))
          .isInstanceOf(AuditException.class);
    }
    try (Shikaku shikaku = client(refusing)) {
      assertThatThrownBy(() -> shikaku.onBehalfOf(CLERK).raw().send(lookup, BODY))
          .isInstanceOf(AuditException.class);
    }
    assertThat(requests()).isEmpty();
    assertThat(files("req")).isEmpty();
  }

  @Test
  void raw_provisionalInterfaceOutsideTheSimulator_isRefusedUnlessAllowed() {
    InterfaceId visit = InterfaceId.of("OQS-IF-025");
    try (Shikaku shikaku = client(records::add)) {
      assertThatThrownBy(() -> shikaku.onBehalfOf(CLERK).raw().send(visit, BODY))
          .isInstanceOfSatisfying(
              ProvisionalLayoutException.class,
              refused -> assertThat(refused.interfaceId()).hasValue(visit));
    }
    assertThat(records).isEmpty();
    assertThat(files("req")).isEmpty();
    try (Shikaku shikaku = builder(records::add).allowProvisional(visit).build()) {
      var waiting = shikaku.onBehalfOf(CLERK).raw().sendAsync(visit, BODY, CallOptions.defaults());
      await().until(() -> requests().size() == 1);
      waiting.cancel(false);
    }
    assertThat(requests()).singleElement().asString().startsWith("OQSsihvq01req_");
  }

  @Test
  void raw_provisionalInterfaceAtTheSimulator_isSent() {
    InterfaceId visit = InterfaceId.of("OQS-IF-025");
    try (TerminalSimulator terminal = TerminalSimulator.builder(root).start();
        Shikaku shikaku = client(records::add)) {
      terminal.pause();
      var waiting = shikaku.onBehalfOf(CLERK).raw().sendAsync(visit, BODY, CallOptions.defaults());
      await().until(() -> requests().size() == 1);
      waiting.cancel(false);
    }
  }

  @Test
  void lookup_characterTheEncodingCannotCarry_isRefusedNamingFieldAndCharacter() {
    try (Shikaku shikaku = client(AuditSink.none())) {
      assertThatThrownBy(() -> shikaku.qualifications().lookup(query().symbol("記𠮷1").build()))
          .isInstanceOfSatisfying(
              InvalidRequestException.class,
              refused ->
                  assertThat(refused.violations())
                      .singleElement()
                      .extracting(Violation::english)
                      .asString()
                      .contains("U+20BB7"));
    }
    assertThat(files("req")).isEmpty();
    assertThat(root.resolve(".shikaku")).doesNotExist();
  }

  @Test
  void build_anyClient_touchesNothing() {
    try (Shikaku shikaku = client(AuditSink.none())) {
      assertThat(shikaku.qualifications()).isNotNull();
      assertThat(root.resolve(".shikaku")).doesNotExist();
      assertThat(folder.resolve("journal")).doesNotExist();
    }
  }

  @Test
  void pending_journalSharedByTwoInstitutions_showsOnlyOnesOwn() {
    FileJournal shared = FileJournal.at(folder.resolve("shared"));
    MedicalInstitutionCode other = MedicalInstitutionCode.of("1319999992");
    CallOptions brief = CallOptions.defaults().timeout(Duration.ofMillis(300));
    try (TerminalSimulator terminal = TerminalSimulator.builder(root).start();
        Shikaku ours = builder(AuditSink.none()).journal(shared).build();
        Shikaku theirs = builder(AuditSink.none()).journal(shared).institution(other).build()) {
      QualificationQuery silent = query().number("7408341").symbol("4264").build();
      assertThatThrownBy(() -> theirs.qualifications().lookup(silent, brief))
          .isInstanceOf(NoAnswerException.class);
      Ticket ticket = theirs.qualifications().pending().get(0);
      assertThat(ours.qualifications().pending()).isEmpty();
      assertThatThrownBy(() -> ours.qualifications().await(ticket, brief))
          .isInstanceOf(InvalidRequestException.class);
      assertThat(theirs.qualifications().pending()).containsExactly(ticket);
      assertThat(terminal.requestsTaken()).hasSize(1);
    } finally {
      shared.close();
    }
  }

  @Test
  void lookup_numberWithATwinCharacter_recognisesTheEchoOfAShiftJisAnswer() {
    QualificationQuery.Builder twin = query().number("74－08−351");
    try (TerminalSimulator terminal = TerminalSimulator.builder(root).start();
        Shikaku shikaku = client(AuditSink.none())) {
      QualificationAnswer answer = shikaku.qualifications().lookup(twin.build());
      assertThat(answer.isConfirmedValid()).isFalse();
      assertThat(terminal.requestsTaken()).hasSize(1);
    }
  }

  @Test
  void lookup_interruptedWhileWaiting_namesTheTicketThatLivesOn() {
    Thread desk = Thread.currentThread();
    try (TerminalSimulator terminal = TerminalSimulator.builder(root).start();
        Shikaku shikaku = client(records::add)) {
      terminal.pause();
      Thread impatient =
          new Thread(
              () -> {
                await().until(() -> requests().size() == 1);
                desk.interrupt();
              });
      impatient.start();
      assertThatThrownBy(() -> shikaku.qualifications().lookup(query().build()))
          .isInstanceOfSatisfying(
              NoAnswerException.class, stopped -> assertThat(stopped.ticket()).isPresent());
      assertThat(Thread.interrupted()).isTrue();
      await().until(() -> records.size() == 2);
      assertThat(records.get(1).outcome()).isEqualTo(AuditOutcome.NO_ANSWER);
    }
  }

  @Test
  void await_ticketThatAnotherClientWaitsFor_failsWithARecordOfItsOwn() {
    List<AuditRecord> others = new CopyOnWriteArrayList<>();
    try (TerminalSimulator terminal = TerminalSimulator.builder(root).start();
        FileJournal journal = FileJournal.at(folder.resolve("watched"));
        Shikaku shikaku = builder(records::add).runtime(runtime).journal(journal).build();
        Shikaku other = builder(others::add).runtime(runtime).build()) {
      terminal.pause();
      var first = shikaku.qualifications().lookupAsync(query().build());
      await().until(() -> requests().size() == 1);
      Ticket ticket = journal.pending().get(0);
      assertThatThrownBy(() -> shikaku.qualifications().await(ticket))
          .isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> other.qualifications().await(ticket))
          .isInstanceOf(IllegalStateException.class);
      terminal.resume();
      assertThat(Road.join(first).isConfirmedValid()).isTrue();
    }
    assertThat(others).extracting(AuditRecord::outcome).containsExactly(null, AuditOutcome.FAILED);
    assertThat(records)
        .extracting(AuditRecord::outcome)
        .containsExactly(null, AuditOutcome.ANSWERED);
    assertThat(others.get(0).correlationId()).isNotEqualTo(records.get(0).correlationId());
  }

  @Test
  void raw_answeredAfterItsTime_isBroughtHomeByItsTicket() {
    InterfaceId lookup = InterfaceId.of("OQS-IF-001");
    CallOptions brief = CallOptions.defaults().timeout(Duration.ofMillis(300));
    try (Shikaku shikaku = client(records::add)) {
      RawRequests raw = shikaku.onBehalfOf(CLERK).raw();
      var waiting = raw.sendAsync(lookup, BODY, CallOptions.defaults());
      await().until(() -> requests().size() == 1);
      waiting.cancel(false);
      await().until(() -> raw.pending(lookup).size() == 1);
      Ticket ticket = raw.pending(lookup).get(0);
      write(root.resolve("res").resolve(ticket.name().replace("req_", "res_") + ".xml"));
      delete(root.resolve("req").resolve(ticket.name() + ".xml"));
      assertThat(ticket.basis()).isEqualTo(Basis.UNSTATED);
      assertThat(Road.join(raw.awaitAsync(ticket, brief)).content()).isEqualTo(BODY);
      await().until(() -> raw.pending(lookup).isEmpty());
    }
  }

  @Test
  void build_institutionThatIsNone_isRefused() {
    Shikaku.Builder builder =
        builder(AuditSink.none()).institution(MedicalInstitutionCode.received("../x"));
    assertThatThrownBy(builder::build)
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining("institution");
  }

  private static void write(Path file) {
    try {
      Files.write(file, BODY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Shikaku client(AuditSink sink) {
    return builder(sink).build();
  }

  private Shikaku.Builder builder(AuditSink sink) {
    return Shikaku.builder()
        .institution(MedicalInstitutionCode.of("1319999991"))
        .exchange(FolderExchange.at(root).build())
        .journal(FileJournal.at(folder.resolve("journal")))
        .timeout(Duration.ofSeconds(20))
        .auditSink(sink);
  }

  private static QualificationQuery.Builder query() {
    return QualificationQuery.builder()
        .insurerNumber("06139992")
        .symbol("1234")
        .number("5678910")
        .branch("01")
        .birthdate(LocalDate.of(1970, 1, 1));
  }

  private static String name(AuditRecord record) {
    return String.valueOf(record.requestName());
  }

  /** Published requests; temporary files are not. */
  private List<String> requests() {
    return files("req").stream().filter(name -> name.endsWith(".xml")).toList();
  }

  private List<String> files(String sub) {
    try (Stream<Path> files = Files.list(root.resolve(sub))) {
      return files.map(file -> String.valueOf(file.getFileName())).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
