package io.github.shikaku.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

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
import io.github.shikaku.error.InvalidRequestException;
import io.github.shikaku.error.ProvisionalLayoutException;
import io.github.shikaku.error.Violation;
import io.github.shikaku.exchange.FileJournal;
import io.github.shikaku.exchange.FolderExchange;
import io.github.shikaku.model.Basis;
import io.github.shikaku.model.InterfaceId;
import io.github.shikaku.model.MedicalInstitutionCode;
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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
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
              refused -> assertThat(refused.interfaceId()).isEqualTo(visit));
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
