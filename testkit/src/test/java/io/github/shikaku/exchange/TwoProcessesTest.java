package io.github.shikaku.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.shikaku.Endurance;
import io.github.shikaku.testkit.TerminalSimulator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two receipt computers write into one folder at once. */
class TwoProcessesTest {
  private static final int REQUESTS = 500;
  private static final int ROUNDS = Endurance.rounds(1);

  @TempDir(factory = MemoryFolder.class)
  Path folder;

  @Test
  void lookup_fiveHundredFromEachOfTwoProcesses_noNameTwiceNoAnswerLostOrMixedUp()
      throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      askFromTwoProcesses(folder.resolve("round-" + round));
    }
  }

  private static void askFromTwoProcesses(Path place) throws Exception {
    Desk desk = Desk.in(place);
    try (TerminalSimulator terminal =
            TerminalSimulator.builder(desk.exchange()).createFolders().start();
        ChildProcess one = asking(place, 20_000_000);
        ChildProcess other = asking(place, 30_000_000)) {
      List<String> said = new ArrayList<>(one.toTheEnd());
      said.addAll(other.toTheEnd());

      assertThat(said)
          .filteredOn(line -> !line.startsWith("ASKED "))
          .containsExactlyInAnyOrderElementsOf(
              IntStream.range(0, REQUESTS)
                  .mapToObj(i -> List.of(20_000_000 + i, 30_000_000 + i))
                  .flatMap(List::stream)
                  .map(number -> "ANSWERED " + number)
                  .toList());
      assertThat(terminal.requestsTaken()).hasSize(2 * REQUESTS).doesNotHaveDuplicates();
      await().atMost(Duration.ofSeconds(5)).until(desk::isTidy);
      assertThat(desk.journal().pending()).isEmpty();
    } finally {
      desk.close();
    }
  }

  private static ChildProcess asking(Path place, int first) throws Exception {
    return ChildProcess.start(AskingProcess.class, place, REQUESTS, REQUESTS, first);
  }
}
