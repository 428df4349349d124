package io.github.shikaku.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.shikaku.Endurance;
import io.github.shikaku.Shikaku;
import io.github.shikaku.error.NoAnswerException;
import io.github.shikaku.error.Sent;
import io.github.shikaku.model.Ticket;
import io.github.shikaku.operation.CallOptions;
import io.github.shikaku.operation.Road;
import io.github.shikaku.qualification.QualificationAnswer;
import io.github.shikaku.testkit.TerminalSimulator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A terminal that is switched off and on again takes what waits for it and nothing else. */
class StoppedTerminalTest {
  private static final int ROUNDS = Endurance.rounds(4);

  @TempDir(factory = MemoryFolder.class)
  Path folder;

  private final SetClock clock = new SetClock();
  private final ShikakuRuntime runtime = ShikakuRuntime.builder().clock(clock).build();
  private Desk desk;
  private TerminalSimulator terminal;
  private Shikaku shikaku;

  @BeforeEach
  void open() {
    desk = Desk.in(folder);
    terminal = TerminalSimulator.builder(desk.exchange()).createFolders().start();
    shikaku = desk.open(way -> {}, client -> client.runtime(runtime));
  }

  @AfterEach
  void close() {
    shikaku.close();
    runtime.close();
    desk.close();
    terminal.close();
  }

  @Test
  void resume_afterAnHour_takesNoneOfTheRequestsThatWereWithdrawn() throws Exception {
    terminal.pause();
    List<CompletableFuture<QualificationAnswer>> asked = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      asked.add(ask(Duration.ofMillis(300)));
    }
    for (CompletableFuture<QualificationAnswer> each : asked) {
      assertThat(noAnswer(each).sent()).isEqualTo(Sent.NO);
    }
    assertThat(desk.isTidy()).isTrue();
    assertThat(shikaku.qualifications().pending()).isEmpty();

    clock.set(Duration.ofHours(1));
    terminal.resume();
    assertThat(terminal.awaitIdle(Duration.ofSeconds(5))).isTrue();
    assertThat(terminal.requestsTaken()).isEmpty();
    assertThat(shikaku.qualifications().lookup(Desk.query("valid")).isConfirmedValid()).isTrue();
    assertThat(terminal.requestsTaken()).hasSize(1);
  }

  @Test
  void resume_whileRequestsAreBeingWithdrawn_eachIsEitherTakenOrWithdrawnAndTheCallerKnows()
      throws Exception {
    Random random = new Random(6139992);
    int sent = 0;
    for (int round = 0; round < ROUNDS; round++) {
      terminal.pause();
      List<CompletableFuture<QualificationAnswer>> asked = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        asked.add(ask(Duration.ofMillis(250 + random.nextInt(150))));
      }
      CompletableFuture<Void> resumed =
          CompletableFuture.runAsync(
              terminal::resume,
              CompletableFuture.delayedExecutor(280 + random.nextInt(60), TimeUnit.MILLISECONDS));
      for (CompletableFuture<QualificationAnswer> each : asked) {
        sent += wasSent(each) ? 1 : 0;
      }
      resumed.join();
    }
    assertThat(terminal.awaitIdle(Duration.ofSeconds(5))).isTrue();
    assertThat(terminal.requestsTaken()).hasSize(sent).doesNotHaveDuplicates();
    assertThat(shikaku.qualifications().pending()).isEmpty();
  }

  private boolean wasSent(CompletableFuture<QualificationAnswer> asked) {
    try {
      return Road.join(asked).isConfirmedValid();
    } catch (NoAnswerException late) {
      Ticket ticket = late.ticket().orElseThrow();
      assertThat(late.sent()).isNotEqualTo(Sent.UNKNOWN);
      return late.sent() == Sent.YES && shikaku.qualifications().await(ticket).isConfirmedValid();
    }
  }

  private CompletableFuture<QualificationAnswer> ask(Duration timeout) {
    return shikaku
        .qualifications()
        .lookupAsync(Desk.query("valid"), CallOptions.defaults().timeout(timeout));
  }

  private static NoAnswerException noAnswer(CompletableFuture<QualificationAnswer> asked) {
    return catchThrowableOfType(NoAnswerException.class, () -> Road.join(asked));
  }
}
