package io.github.shikaku.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.shikaku.model.Basis;
import io.github.shikaku.model.InterfaceId;
import io.github.shikaku.model.MedicalInstitutionCode;
import io.github.shikaku.model.Ticket;
import io.github.shikaku.wire.Catalogue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FolderHubTest {
  /** Longer than the longest pause between two rounds of looking in a folder that responds. */
  private static final Duration A_WHILE = Duration.ofMillis(1_500);

  private static final int FEW = 20;

  @TempDir Path root;

  private final Counting files = new Counting();
  private final ShikakuRuntime runtime = ShikakuRuntime.create();
  private @Nullable ExchangeConnection connection;

  /** Counts every look into the folder. */
  private static final class Counting extends FolderFiles {
    final AtomicInteger looks = new AtomicInteger();
    final AtomicInteger reads = new AtomicInteger();
    private final CountDownLatch never = new CountDownLatch(1);
    private final AtomicInteger looksSinceListing = new AtomicInteger();
    volatile Duration takes = Duration.ZERO;
    final AtomicReference<Duration> nextLookTakesLonger = new AtomicReference<>(Duration.ZERO);
    volatile Duration listingTakes = Duration.ZERO;

    @Override
    byte[] read(Path file, int limit) throws IOException {
      byte[] content = super.read(file, limit);
      reads.incrementAndGet();
      return content;
    }

    private void takeTime(Duration time) {
      try {
        boolean unused = never.await(time.toNanos(), TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    boolean exists(Path file) {
      looks.incrementAndGet();
      takeTime(takes.plus(nextLookTakesLonger.getAndSet(Duration.ZERO)));
      looksSinceListing.incrementAndGet();
      return super.exists(file);
    }

    @Override
    void list(Path folder, Consumer<String> names) throws IOException {
      looks.incrementAndGet();
      takeTime(takes.plus(listingTakes));
      looksSinceListing.set(0);
      super.list(folder, names);
    }
  }

  @BeforeEach
  void makeFolders() throws IOException {
    Files.createDirectory(root.resolve("req"));
    Files.createDirectory(root.resolve("res"));
    connection =
        FolderExchange.at(root)
            .files(files)
            .build()
            .connect(
                new ConnectionSetup(
                    runtime,
                    MedicalInstitutionCode.of("1319999991"),
                    Journal.none(),
                    Catalogue.standard().web()));
  }

  @AfterEach
  void close() {
    connection().close();
    runtime.close();
  }

  @Test
  void looking_whileNobodyWaits_stopsAndStartsAgainWithTheNextWait() throws Exception {
    CompletableFuture<String> first = wait(1);
    answer(1);
    assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo("<a></a>");

    assertThatNobodyLooks();

    CompletableFuture<String> second = wait(2);
    CompletableFuture<String> third = wait(3);
    answer(3);
    answer(2);
    assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo("<a></a>");
    assertThat(third.get(10, TimeUnit.SECONDS)).isEqualTo("<a></a>");
  }

  @Test
  void looking_theFirstLookWasSlow_doesNotListForEver() throws Exception {
    files.nextLookTakesLonger.set(Duration.ofMillis(500));
    files.listingTakes = Duration.ofMillis(50);
    for (int i = 1; i <= FEW; i++) {
      CompletableFuture<String> unused = wait(i);
    }
    // Far more looks at names without a listing in between than the one of each round.
    await().atMost(Duration.ofSeconds(30)).until(() -> files.looksSinceListing.get() > 20 * FEW);
  }

  @Test
  void looking_afterAWaitWasCancelled_stops() {
    CompletableFuture<String> given = wait(1);
    await().until(() -> files.looks.get() > 0);
    assertThat(given.cancel(false)).isTrue();

    assertThatNobodyLooks();
  }

  @Test
  void looking_manyForeignFilesComeWhileNobodyWaits_isNotProvoked() throws Exception {
    CompletableFuture<String> first = wait(1);
    answer(1);
    assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo("<a></a>");
    assertThatNobodyLooks();
    int before = files.looks.get();

    // Far more than the watch keeps, so it says that it lost some.
    for (int i = 0; i < 2_000; i++) {
      Files.createFile(root.resolve("res").resolve("OQSsiquc01res_20201019" + i + ".xml"));
    }

    await().during(A_WHILE).until(() -> files.looks.get() == before);
  }

  @ParameterizedTest
  @CsvSource({
    // took, responds, events come: pause
    "0, true, false, 100",
    "0, true, true, 1000",
    "50, true, false, 450",
    "1100, true, true, 9900",
    "1300, true, true, 11700",
    "1300, false, true, 10000",
    "600000, true, false, 60000",
    "600000, false, false, 10000"
  })
  void pause_afterARound_isNineTimesAsLongAndAtMostTenSecondsWhereThatIsPossible(
      long took, boolean responds, boolean eventsCome, long pause) {
    Duration rest = FolderHub.rest(Duration.ofMillis(took).toNanos(), responds);
    assertThat(FolderHub.pause(rest, eventsCome)).hasMillis(pause);
  }

  @Test
  void overflow_againAndAgain_looksOnlyWhenTheRestIsOver() throws Exception {
    files.takes = Duration.ofMillis(20);
    CompletableFuture<String> waiting = wait(1);
    await().until(() -> files.looks.get() > 1);
    FolderHub hub =
        runtime.hub(root, () -> new FolderHub(runtime, FolderExchange.at(root).build()));
    try {
      long started = System.nanoTime();
      int before = files.looks.get();
      for (int i = 0; i < 2_000; i++) {
        hub.overflow();
        CompletableFuture<Void> behind = new CompletableFuture<>();
        hub.lane().execute(() -> behind.complete(null));
        behind.get(10, TimeUnit.SECONDS);
      }
      long spent = (files.looks.get() - before) * files.takes.toNanos();
      long passed = System.nanoTime() - started;
      assertThat(spent).isLessThanOrEqualTo(passed / 10 + 4 * files.takes.toNanos());
    } finally {
      runtime.release(root);
    }
    answer(1);
    assertThat(waiting.get(10, TimeUnit.SECONDS)).isEqualTo("<a></a>");
  }

  @Test
  void looking_answerEndsInACommentOrInstruction_isTaken() throws Exception {
    CompletableFuture<String> waiting = wait(1);
    String answer = "<a></a>\n<!-- " + "x".repeat(400) + " -->\n<?made by=\"somebody\"?>\n";
    Files.writeString(answerFile(1, ".xml"), answer);
    assertThat(waiting.get(4, TimeUnit.SECONDS)).isEqualTo(answer);
  }

  @Test
  void look_onlyTheDeclarationIsThere_waitsForMore() throws Exception {
    Files.writeString(answerFile(1, ".xml"), "<?xml version=\"1.0\"?>");
    Looker looker = new Looker();
    assertThat(looker.looksAgain()).isTrue();
    answer(1);
    assertThat(looker.looksAgain()).isFalse();
    assertThat(looker.taken).hasValue("XML <a></a>");
  }

  /** No timer, no event and no second look. */
  @Test
  void look_wholeAnswer_isTakenAtOnce() throws Exception {
    answer(1);
    Looker looker = new Looker();
    assertThat(looker.looksAgain()).isFalse();
    assertThat(looker.taken).hasValue("XML <a></a>");
    assertThat(files.reads).hasValue(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = AnswerKind.class,
      names = {"ZIP", "PDF"})
  void look_answerThatOnlyStopsGrowing_isTakenWhenTwoReadingsAgree(AnswerKind kind)
      throws Exception {
    Looker looker = new Looker();
    for (String grown : List.of("", "P", "PK", "PK3")) {
      Files.writeString(answerFile(1, kind.extension()), grown);
      assertThat(looker.looksAgain()).isTrue();
      assertThat(looker.taken).hasNullValue();
    }
    await().until(() -> !looker.looksAgain());
    assertThat(looker.taken).hasValue(kind + " PK3");
  }

  @ParameterizedTest
  @EnumSource(names = "JSON", mode = EnumSource.Mode.EXCLUDE)
  void looking_answerOfAnyKind_isTaken(AnswerKind kind) throws Exception {
    CompletableFuture<String> waiting =
        connection()
            .await(ticket(1), Duration.ofMinutes(1), new AnyKind(), runtime.callbackExecutor());
    Files.writeString(answerFile(1, kind.extension()), "<a></a>");
    assertThat(waiting.get(10, TimeUnit.SECONDS)).isEqualTo(kind + " <a></a>");
  }

  @Test
  void looking_jsonFile_isNobodysAnswer() throws Exception {
    CompletableFuture<String> waiting =
        connection()
            .await(ticket(1), Duration.ofMinutes(1), new AnyKind(), runtime.callbackExecutor());
    Files.writeString(answerFile(1, ".json"), "{}");
    Files.writeString(answerFile(1, ".xml"), "<a></a>");
    assertThat(waiting.get(10, TimeUnit.SECONDS)).isEqualTo("XML <a></a>");
  }

  /** Looks only when told to. */
  private final class Looker {
    final AtomicReference<@Nullable String> taken = new AtomicReference<>();
    private final FolderWait<String> wait =
        new FolderWait<>(ticket(1), new AnyKind(), Runnable::run, 1024, Duration.ofMinutes(1));

    boolean looksAgain() {
      return wait.look(
          files, ExchangeFolders.find(files, root), (answer, failure) -> taken.set(answer));
    }
  }

  /** The round that was due when the last wait ended may still come. */
  private void assertThatNobodyLooks() {
    AtomicInteger before = new AtomicInteger(-1);
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(A_WHILE)
        .until(() -> before.getAndSet(files.looks.get()) == files.looks.get());
  }

  private ExchangeConnection connection() {
    return Objects.requireNonNull(connection);
  }

  private CompletableFuture<String> wait(int number) {
    return connection()
        .await(
            ticket(number),
            Duration.ofMinutes(1),
            answer -> new String(answer.content(), StandardCharsets.UTF_8),
            runtime.callbackExecutor());
  }

  private void answer(int number) throws IOException {
    Files.writeString(answerFile(number, ".xml"), "<a></a>");
  }

  private Path answerFile(int number, String extension) {
    return root.resolve("res").resolve(FolderNames.answer(ticket(number).name()) + extension);
  }

  private static final class AnyKind implements AnswerReader<String> {
    @Override
    public String read(RawAnswer answer) {
      return answer.kind() + " " + new String(answer.content(), StandardCharsets.UTF_8);
    }

    @Override
    public Set<AnswerKind> kinds() {
      return EnumSet.allOf(AnswerKind.class);
    }
  }

  private static Ticket ticket(int number) {
    return new Ticket(
        InterfaceId.of("OQS-IF-001"),
        "OQSsiquc01req_20261123000" + number,
        "identifier" + number,
        MedicalInstitutionCode.of("1319999991"),
        "",
        null,
        Basis.CERTIFICATE_SHOWN,
        Instant.parse("2026-11-23T00:15:00Z"));
  }
}
