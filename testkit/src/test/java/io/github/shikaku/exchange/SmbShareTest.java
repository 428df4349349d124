package io.github.shikaku.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.shikaku.Shikaku;
import io.github.shikaku.error.ExchangeUnavailableException;
import io.github.shikaku.error.NoAnswerException;
import io.github.shikaku.error.Sent;
import io.github.shikaku.model.MedicalInstitutionCode;
import io.github.shikaku.operation.CallOptions;
import io.github.shikaku.operation.Road;
import io.github.shikaku.qualification.QualificationAnswer;
import io.github.shikaku.qualification.QualificationQuery;
import io.github.shikaku.qualification.QualificationResultMessage;
import io.github.shikaku.testkit.TerminalSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The exchange folder as it is in the field: a share, on which nothing tells of a new file. */
class SmbShareTest {
  /** The build prints it. */
  private static final Path SKIPPED = Path.of("target/share-test-skipped.txt");

  private static final int EACH = 500;
  private static final int FIRST = 40_000_000;
  private static final int SECOND = 50_000_000;
  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir Path folder;

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private SmbShare share;
  private SmbShare.Mount mount;
  private TerminalSimulator terminal;

  @BeforeAll
  static void shareIsPossible() throws IOException {
    Files.deleteIfExists(SKIPPED);
    Optional<String> missing = SmbShare.missing();
    if (missing.isPresent()) {
      String why = "SmbShareTest is skipped: " + missing.get();
      Files.writeString(SKIPPED, why + "\n");
      assumeTrue(false, why);
    }
  }

  @BeforeEach
  void open() throws IOException {
    share = closing(SmbShare.start(folder));
    for (String sub : List.of("req", "res")) {
      Files.createDirectories(share.local().resolve(sub));
    }
    mount = share.mount("desk");
    terminal = closing(TerminalSimulator.builder(share.local()).start());
  }

  @AfterEach
  void close() {
    share.goOn();
    List<Exception> troubles = new ArrayList<>();
    for (AutoCloseable resource : opened) {
      try {
        resource.close();
      } catch (Exception e) {
        troubles.add(e);
      }
    }
    await().untilAsserted(() -> assertThat(SmbShare.leftIn(folder)).isEmpty());
    assertThat(troubles).isEmpty();
  }

  @Test
  void mount_fileMadeByTheServer_isThereWithoutAnEvent() throws Exception {
    Path local = share.local().resolve("res");
    Path mounted = mount.root().resolve("res");
    try (WatchService watching = folder.getFileSystem().newWatchService()) {
      WatchKey server = local.register(watching, StandardWatchEventKinds.ENTRY_CREATE);
      WatchKey client = mounted.register(watching, StandardWatchEventKinds.ENTRY_CREATE);
      Files.createFile(local.resolve("new"));
      await().until(() -> Files.exists(mounted.resolve("new")));
      assertThat(watching.poll(10, TimeUnit.SECONDS)).isSameAs(server);
      assertThat(watching.poll()).isNull();
      assertThat(client.isValid()).isTrue();
    }
  }

  @Test
  void lookup_throughTheShare_isAnsweredAndLeavesNothing() {
    QualificationAnswer answer = client(new FolderFiles()).qualifications().lookup(query());
    assertThat(answer.isConfirmedValid()).isTrue();
    assertThat(terminal.requestsTaken()).hasSize(1);
    await().until(() -> files("req").isEmpty() && files("res").isEmpty());
  }

  @Test
  void requests_ofTwoProcessesOnTwoMounts_haveTheirOwnNamesAndAnswers() throws Exception {
    List<String> answers =
        IntStream.range(0, EACH)
            .mapToObj(i -> List.of(FIRST + i, SECOND + i))
            .flatMap(List::stream)
            .map(number -> "ANSWERED " + number)
            .toList();
    Path other = share.mount("other").root();
    try (ChildProcess one = asking("one", mount.root(), FIRST);
        ChildProcess two = asking("two", other, SECOND)) {
      List<String> said = new ArrayList<>(one.toTheEnd());
      said.addAll(two.toTheEnd());
      assertThat(said)
          .filteredOn(line -> !line.startsWith("ASKED "))
          .containsExactlyInAnyOrderElementsOf(answers);
    }
    assertThat(terminal.requestsTaken()).hasSize(2 * EACH).doesNotHaveDuplicates();
    await().until(() -> files("res").isEmpty());
  }

  /** A receipt computer in a process of its own, whose exchange folder is that mount. */
  private ChildProcess asking(String name, Path mounted, int firstNumber) throws IOException {
    Path desk = Files.createDirectories(folder.resolve(name));
    Files.createSymbolicLink(desk.resolve("OQS"), mounted);
    return ChildProcess.start(AskingProcess.class, desk, EACH, EACH, firstNumber);
  }

  @Test
  void lookups_ofTwoInstitutionsAtOnce_bringEachItsOwnAnswers() throws Exception {
    ShikakuRuntime runtime = closing(ShikakuRuntime.create());
    List<MedicalInstitutionCode> asking =
        List.of(Desk.INSTITUTION, MedicalInstitutionCode.of("2719999991"));
    Map<MedicalInstitutionCode, List<CompletableFuture<QualificationAnswer>>> asked =
        new LinkedHashMap<>();
    for (MedicalInstitutionCode who : asking) {
      Shikaku client = client(new FolderFiles(), runtime, who);
      asked.put(
          who,
          IntStream.range(0, 50)
              .mapToObj(i -> client.qualifications().lookupAsync(query()))
              .toList());
    }
    List<String> identifiers = new ArrayList<>();
    for (var of : asked.entrySet()) {
      for (CompletableFuture<QualificationAnswer> answer : of.getValue()) {
        QualificationResultMessage.Header header =
            answer.get(LONG.toSeconds(), TimeUnit.SECONDS).header();
        assertThat(header.institution()).isEqualTo(of.getKey());
        identifiers.add(header.fileIdentifier());
      }
    }
    assertThat(identifiers).hasSize(100).doesNotContainNull().doesNotHaveDuplicates();
    assertThat(terminal.requestsTaken()).hasSize(100).doesNotHaveDuplicates();
  }

  @Test
  void lookups_amongFiftyThousandFiles_areAnsweredAndLookingTakesATenthOfTheTime()
      throws Exception {
    for (int i = 0; i < 50_000; i++) {
      Files.createFile(share.local().resolve("res/OQSsiquc01res_20261119%05d.xml".formatted(i)));
    }
    terminal.pause();
    Listings listings = new Listings();
    Shikaku client = client(listings);
    List<CompletableFuture<QualificationAnswer>> waiting =
        IntStream.range(0, 40).mapToObj(i -> client.qualifications().lookupAsync(query())).toList();
    await().atMost(LONG).until(() -> requests() == waiting.size());
    await().atMost(LONG).until(() -> !listings.seen.isEmpty());
    int before = listings.seen.size() - 1;
    terminal.resume();
    CompletableFuture.allOf(waiting.toArray(CompletableFuture[]::new))
        .get(LONG.toSeconds(), TimeUnit.SECONDS);
    assertThat(waiting).allMatch(answer -> answer.join().isConfirmedValid());
    assertThat(listings.share(before)).isLessThanOrEqualTo(0.1);
  }

  @Test
  void lookups_shareUnmountedAndMountedAgain_getTheirAnswers() throws Exception {
    terminal.pause();
    Shikaku client = client(new FolderFiles());
    List<CompletableFuture<QualificationAnswer>> waiting =
        Stream.of("valid", "national")
            .map(scenario -> client.qualifications().lookupAsync(Desk.query(scenario)))
            .toList();
    await().until(() -> requests() == waiting.size());
    mount.unmount();
    assertThatThrownBy(() -> client.qualifications().lookup(query()))
        .isInstanceOf(ExchangeUnavailableException.class);
    assertThat(mount.isEmpty()).isTrue();
    terminal.resume();
    await().until(() -> files("res").size() == waiting.size());
    mount.mount();
    for (CompletableFuture<QualificationAnswer> answer : waiting) {
      assertThat(answer.get(30, TimeUnit.SECONDS).isConfirmedValid()).isTrue();
    }
    assertThat(client.qualifications().lookup(query()).isConfirmedValid()).isTrue();
    await().until(() -> files("res").isEmpty());
  }

  @Test
  void lookup_serverIsSwitchedOffAndOnAgain_failsInTimeAndThenWorks() throws Exception {
    Shikaku client = client(new FolderFiles());
    assertThat(client.qualifications().lookup(query()).isConfirmedValid()).isTrue();
    share.switchOff();
    long started = System.nanoTime();
    assertThatThrownBy(
            () -> client.qualifications().lookup(query(), timeout(Duration.ofSeconds(3))))
        .isInstanceOf(ExchangeUnavailableException.class);
    assertThat(since(started)).isLessThan(Duration.ofSeconds(10));
    assertThat(client.qualifications().pending()).isEmpty();
    share.switchOn();
    await()
        .atMost(LONG)
        .ignoreException(ExchangeUnavailableException.class)
        .until(() -> client.qualifications().lookup(query()).isConfirmedValid());
  }

  @Test
  void lookups_shareHangs_endInTimeOnOneThreadAndAreWithdrawnWhenItGoesOn() throws Exception {
    ShikakuRuntime runtime = closing(ShikakuRuntime.create());
    Shikaku first = client(new FolderFiles(), runtime, Desk.INSTITUTION);
    Shikaku second = client(new FolderFiles(), runtime, MedicalInstitutionCode.of("2719999991"));
    assertThat(second.qualifications().lookup(query()).isConfirmedValid()).isTrue();
    terminal.pause();
    CompletableFuture<QualificationAnswer> sent =
        first.qualifications().lookupAsync(query(), timeout(Duration.ofSeconds(2)));
    await().until(() -> requests() == 1);
    share.hang();
    long started = System.nanoTime();
    CompletableFuture<QualificationAnswer> unsent =
        second.qualifications().lookupAsync(query(), timeout(Duration.ofSeconds(2)));
    await()
        .atMost(Duration.ofSeconds(10))
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> {
              assertThat(threadsInTheFolder()).isLessThanOrEqualTo(1);
              return sent.isDone() && unsent.isDone();
            });
    assertThat(since(started)).isLessThan(Duration.ofSeconds(10));
    assertThat(failure(sent)).isEqualTo(Sent.UNKNOWN);
    assertThat(failure(unsent)).isEqualTo(Sent.NO);
    assertThat(threadsInTheFolder()).isEqualTo(1);

    assertThat(first.qualifications().pending()).hasSize(1);
    share.goOn();
    await().until(() -> requests() == 0);
    await().until(() -> first.qualifications().pending().isEmpty());
    terminal.resume();
    assertThat(second.qualifications().lookup(query()).isConfirmedValid()).isTrue();
    assertThat(terminal.requestsTaken()).hasSize(2);
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }

  private static CallOptions timeout(Duration time) {
    return CallOptions.defaults().timeout(time);
  }

  private static Sent failure(CompletableFuture<?> future) {
    return catchThrowableOfType(NoAnswerException.class, () -> Road.join(future)).sent();
  }

  private static long threadsInTheFolder() {
    return Thread.getAllStackTraces().values().stream()
        .filter(
            stack ->
                Arrays.stream(stack)
                    .anyMatch(call -> call.getClassName().equals(FolderFiles.class.getName())))
        .count();
  }

  private Shikaku client(FolderFiles files) {
    return client(files, closing(ShikakuRuntime.create()), Desk.INSTITUTION);
  }

  private Shikaku client(FolderFiles files, ShikakuRuntime runtime, MedicalInstitutionCode who) {
    return closing(
        Shikaku.builder()
            .institution(who)
            .exchange(FolderExchange.at(mount.root()).files(files).build())
            .runtime(runtime)
            .journal(closing(FileJournal.at(folder.resolve("journal-" + who.wire()))))
            .timeout(LONG)
            .build());
  }

  private <T extends AutoCloseable> T closing(T resource) {
    opened.push(resource);
    return resource;
  }

  private static QualificationQuery query() {
    return Desk.query("valid");
  }

  /** Published requests; temporary files are not. */
  private long requests() {
    return files("req").stream().filter(name -> name.endsWith(".xml")).count();
  }

  private List<String> files(String sub) {
    try (Stream<Path> found = Files.list(share.local().resolve(sub))) {
      return found.map(file -> String.valueOf(file.getFileName())).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Notes when the folder of answers was listed. */
  private static final class Listings extends FolderFiles {
    private record Listing(long start, long end) {}

    private final List<Listing> seen = new CopyOnWriteArrayList<>();

    @Override
    void list(Path folder, Consumer<String> names) throws IOException {
      long start = System.nanoTime();
      super.list(folder, names);
      if (folder.endsWith("res")) {
        seen.add(new Listing(start, System.nanoTime()));
      }
    }

    /** What part of the time from one listing to the next was listing. */
    double share(int from) {
      Listing one = seen.get(from);
      Listing next = seen.get(from + 1);
      return (double) (one.end() - one.start()) / (next.start() - one.start());
    }
  }
}
