package io.github.shikaku.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.shikaku.testkit.AnswerDelay;
import io.github.shikaku.testkit.TerminalSimulator;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

class ShikakuTerminalTest {
  private static final Set<Path> FOLDERS = new HashSet<>();

  @AfterAll
  static void foldersAreGone() {
    assertThat(FOLDERS).hasSize(4).allSatisfy(folder -> assertThat(folder).doesNotExist());
  }

  @Nested
  @ExtendWith(ShikakuTerminal.class)
  class ByAnnotation {
    @RepeatedTest(2)
    void parameters_areTheTerminalOfThisTest(
        @ExchangeFolder Path exchange, TerminalSimulator simulator) {
      assertThat(FOLDERS.add(exchange)).isTrue();
      assertThat(simulator.exchange()).isEqualTo(exchange);
      assertThat(exchange.resolve("req")).isDirectory();
      assertThat(exchange.resolve(".shikaku-simulator")).exists();
    }
  }

  @Nested
  class ByField {
    @RegisterExtension
    final ShikakuTerminal terminal = ShikakuTerminal.with(s -> s.delay(AnswerDelay.realistic(1)));

    @RepeatedTest(2)
    void field_isTheTerminalOfThisTest(TerminalSimulator simulator) {
      assertThat(FOLDERS.add(terminal.exchange())).isTrue();
      assertThat(terminal.simulator()).isSameAs(simulator);
      assertThat(terminal.exchange().resolve("face")).isDirectory();
    }
  }

  @Test
  void simulator_outsideATest_isRefused() {
    assertThatThrownBy(() -> new ShikakuTerminal().simulator())
        .isInstanceOf(IllegalStateException.class);
  }
}
