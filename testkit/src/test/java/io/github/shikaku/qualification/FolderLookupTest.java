package io.github.shikaku.qualification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.shikaku.Shikaku;
import io.github.shikaku.exchange.FileJournal;
import io.github.shikaku.exchange.FolderExchange;
import io.github.shikaku.model.MedicalInstitutionCode;
import io.github.shikaku.model.QualificationValidity;
import io.github.shikaku.testkit.TerminalSimulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLookupTest {
  @TempDir Path folder;

  @Test
  void lookup_plainPatient_isValidAndLeavesNothingBehind() throws Exception {
    Path root = folder.resolve("OQS");
    try (TerminalSimulator terminal = TerminalSimulator.builder(root).createFolders().start();
        Shikaku shikaku =
            Shikaku.builder()
                .institution(MedicalInstitutionCode.of("1319999991"))
                .exchange(FolderExchange.at(root).build())
                .journal(FileJournal.at(folder.resolve("journal")))
                .build()) {
      QualificationAnswer answer =
          shikaku
              .qualifications()
              .lookup(
                  QualificationQuery.builder()
                      .insurerNumber("06139992")
                      .symbol("1234")
                      .number("5678910")
                      .branch("01")
                      .birthdate(LocalDate.of(1970, 1, 1))
                      .build());
      assertThat(answer.validity().known()).isEqualTo(QualificationValidity.VALID);
      assertThat(answer.isConfirmedValid()).isTrue();
      assertThat(terminal.requestsTaken()).hasSize(1);
    }
    try (var left = Files.list(root.resolve("res"))) {
      assertThat(left).isEmpty();
    }
    try (var left = Files.list(root.resolve("req"))) {
      assertThat(left).isEmpty();
    }
  }
}
