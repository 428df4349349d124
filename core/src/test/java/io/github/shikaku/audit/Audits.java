package io.github.shikaku.audit;

import io.github.shikaku.model.Basis;
import io.github.shikaku.model.InterfaceId;
import io.github.shikaku.model.MedicalInstitutionCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Records, trails and changes to them, for the tests of this package. */
final class Audits {
  static final Instant NOON = Instant.parse("2026-11-23T03:00:00Z");
  static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);

  private Audits() {}

  static CallContext context() {
    return CallContext.builder()
        .operatorId("op-17")
        .role(OperatorRole.CLERK)
        .patientId("KANJA-4711")
        .purpose("受付")
        .build();
  }

  static AuditRecord started(String correlationId) {
    return AuditRecord.started(
            "qualification.lookup",
            InterfaceId.of("OQS-IF-001"),
            MedicalInstitutionCode.of("1319999991"))
        .context(context())
        .basis(Basis.KNOWN_NUMBER)
        .consent("op-17", NOON)
        .build(NOON, correlationId);
  }

  static AuditRecord finished(String correlationId, int second) {
    return started(correlationId).answered(NOON.plusSeconds(second), "OQSsiquc01req_202611230001");
  }

  /** Writes records {@code c1} to {@code c<n>}. */
  static void write(Path trail, int records) {
    try (FileAuditSink sink = FileAuditSink.open(trail)) {
      for (int i = 1; i <= records; i++) {
        sink.record(finished("c" + i, i));
      }
    }
  }

  static Path head(Path trail) {
    return TrailFiles.at(trail).head();
  }

  static List<String> lines(Path trail) throws IOException {
    return new ArrayList<>(Files.readAllLines(trail));
  }

  static void rewrite(Path trail, List<String> lines) throws IOException {
    Files.writeString(trail, lines.isEmpty() ? "" : String.join("\n", lines) + "\n");
  }

  static void copy(Path from, Path to) throws IOException {
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
  }

  static boolean holds(List<String> lines, String correlationId) {
    return lines.stream()
        .anyMatch(line -> line.contains("\"correlation\":\"" + correlationId + "\""));
  }
}
