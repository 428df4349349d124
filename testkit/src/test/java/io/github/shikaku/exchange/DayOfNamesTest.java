package io.github.shikaku.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.shikaku.Shikaku;
import io.github.shikaku.error.ExchangeUnavailableException;
import io.github.shikaku.testkit.TerminalSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names over a long day and over several days, also with a clock that is set. */
class DayOfNamesTest {
  @TempDir(factory = MemoryFolder.class)
  Path folder;

  private final SetClock clock = new SetClock();
  private final ShikakuRuntime runtime = ShikakuRuntime.builder().clock(clock).build();
  private Desk desk;
  private TerminalSimulator terminal;

  @BeforeEach
  void open() {
    desk = Desk.in(folder);
    terminal = TerminalSimulator.builder(desk.exchange()).createFolders().start();
  }

  @AfterEach
  void close() {
    runtime.close();
    desk.close();
    terminal.close();
  }

  @Test
  void lookup_tenThousandthOfADay_hasFiveDigitsAndIsAnswered() throws Exception {
    useUpFourDigits();
    try (Shikaku shikaku = desk.open(way -> {}, client -> client.runtime(runtime))) {
      assertThat(shikaku.qualifications().lookup(Desk.query("valid")).isConfirmedValid()).isTrue();
    }
    assertThat(terminal.requestsTaken()).singleElement().asString().matches(".*_\\d{8}\\d{5}.xml");
  }

  @Test
  void lookup_tenThousandthOfADayWithoutLongerNames_isRefusedAndNothingIsSent() throws Exception {
    useUpFourDigits();
    try (Shikaku shikaku =
        desk.open(FolderExchange.Builder::withoutLongerNames, client -> client.runtime(runtime))) {
      assertThatThrownBy(() -> shikaku.qualifications().lookup(Desk.query("valid")))
          .isInstanceOf(ExchangeUnavailableException.class)
          .hasMessageContaining("9999");
      assertThat(shikaku.qualifications().pending()).isEmpty();
    }
    assertThat(desk.isTidy()).isTrue();
    assertThat(terminal.requestsTaken()).isEmpty();
  }

  @Test
  void lookup_dayByDay_keepsTheNamesOfTwoDays() throws Exception {
    LocalDate first = LocalDate.now(clock);
    try (Shikaku shikaku = desk.open(way -> {}, client -> client.runtime(runtime))) {
      for (int day = 0; day < 3; day++) {
        assertThat(shikaku.qualifications().lookup(Desk.query("valid")).isConfirmedValid())
            .isTrue();
        clock.set(Duration.ofDays(1));
        makeADayOlder();
      }
      await()
          .pollInterval(Duration.ofSeconds(1))
          .until(
              () -> {
                shikaku.qualifications().lookup(Desk.query("valid"));
                return names(first) == 0;
              });
    }
    assertThat(names(first.plusDays(1))).isEqualTo(1);
    assertThat(names(first.plusDays(2))).isEqualTo(1);
  }

  private long names(LocalDate day) {
    return desk.files(".shikaku/names").stream()
        .filter(name -> name.contains("_" + day(day)))
        .count();
  }

  /** As the folder's own clock would, which nobody sets here. */
  private void makeADayOlder() throws IOException {
    for (String name : desk.files(".shikaku/names")) {
      Path path = desk.exchange().resolve(".shikaku/names").resolve(name);
      Instant older = Files.getLastModifiedTime(path).toInstant().minus(Duration.ofDays(1));
      Files.setLastModifiedTime(path, FileTime.from(older));
    }
  }

  @Test
  void lookup_clockSetBackBetweenAndUnderRequests_repeatsNoNameAndLosesNoAnswer() throws Exception {
    try (Shikaku shikaku = desk.open(way -> {}, client -> client.runtime(runtime))) {
      for (Duration set :
          new Duration[] {
            Duration.ofHours(-1), Duration.ofDays(-1), Duration.ofDays(1), Duration.ofDays(-400)
          }) {
        terminal.pause();
        var waiting = shikaku.qualifications().lookupAsync(Desk.query("valid"));
        await().until(() -> desk.requests().size() == 1);
        clock.set(set);
        terminal.resume();
        assertThat(waiting).succeedsWithin(Duration.ofSeconds(10));
        assertThat(shikaku.qualifications().lookup(Desk.query("valid")).isConfirmedValid())
            .isTrue();
      }
    }
    assertThat(terminal.requestsTaken()).hasSize(8).doesNotHaveDuplicates();
  }

  private void useUpFourDigits() throws IOException {
    Path names = Files.createDirectories(desk.exchange().resolve(".shikaku/names"));
    String stem = "OQSsiquc01req_" + day(LocalDate.now(clock));
    for (int i = 1; i <= 9_999; i++) {
      Files.createDirectory(names.resolve(stem + String.format(Locale.ROOT, "%04d", i)));
    }
  }

  private static String day(LocalDate date) {
    return DateTimeFormatter.BASIC_ISO_DATE.format(date);
  }
}
