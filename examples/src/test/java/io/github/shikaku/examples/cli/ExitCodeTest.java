package io.github.shikaku.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.shikaku.Shikaku;
import io.github.shikaku.error.AuditException;
import io.github.shikaku.error.CoreError;
import io.github.shikaku.error.ExchangeUnavailableException;
import io.github.shikaku.error.InvalidConfigurationException;
import io.github.shikaku.error.InvalidRequestException;
import io.github.shikaku.error.NoAnswerException;
import io.github.shikaku.error.ProvisionalLayoutException;
import io.github.shikaku.error.Sent;
import io.github.shikaku.error.UnusableAnswerException;
import io.github.shikaku.error.WebRejectionException;
import io.github.shikaku.exchange.FolderExchange;
import io.github.shikaku.model.Basis;
import io.github.shikaku.model.InterfaceId;
import io.github.shikaku.model.MedicalInstitutionCode;
import io.github.shikaku.model.Ticket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Failures that the scenarios of the simulator cannot bring about through the command. */
class ExitCodeTest {
  @TempDir Path exchange;

  @Test
  void of_refusalBeforeSending_isNotSent() {
    assertThat(ExitCode.of(new InvalidRequestException(List.of()))).isEqualTo(2);
    assertThat(ExitCode.of(new InvalidConfigurationException(List.of()))).isEqualTo(2);
    assertThat(ExitCode.of(new AuditException(CoreError.AUDIT_REFUSED, "full", null))).isEqualTo(2);
  }

  @Test
  void of_provisionalLayoutThatWasNotAllowed_isNotSent() throws IOException {
    Files.createDirectories(exchange.resolve("req"));
    Files.createDirectories(exchange.resolve("res"));
    try (Shikaku shikaku =
        Shikaku.builder()
            .institution(MedicalInstitutionCode.of("1319999991"))
            .exchange(FolderExchange.at(exchange).build())
            .journal(new ForgetfulJournal())
            .build()) {
      ProvisionalLayoutException refused =
          catchThrowableOfType(
              ProvisionalLayoutException.class,
              () -> shikaku.raw().send(InterfaceId.of("OQS-IF-049"), new byte[0]));
      assertThat(ExitCode.of(refused)).isEqualTo(2);
    }
    assertThat(exchange.resolve("req")).isEmptyDirectory();
  }

  @Test
  void of_otherFailures_isAsDocumented() {
    assertThat(ExitCode.of(new NoAnswerException(Sent.YES, null, "late"))).isEqualTo(4);
    assertThat(ExitCode.of(new UnusableAnswerException("cut"))).isEqualTo(5);
    assertThat(ExitCode.of(new AuditException(CoreError.AUDIT_TRAIL_BROKEN, "cut", null)))
        .isEqualTo(5);
    assertThat(ExitCode.of(new ExchangeUnavailableException("away", null))).isEqualTo(6);
    assertThat(ExitCode.of(new WebRejectionException(ticket(), 400, "no"))).isEqualTo(3);
    assertThat(ExitCode.of(new IllegalStateException())).isEqualTo(1);
  }

  private static Ticket ticket() {
    return new Ticket(
        InterfaceId.of("OQS-IF-001"),
        "web-OQS-IF-001-0",
        "0",
        MedicalInstitutionCode.of("1319999991"),
        "",
        null,
        Basis.KNOWN_NUMBER,
        Instant.EPOCH);
  }
}
