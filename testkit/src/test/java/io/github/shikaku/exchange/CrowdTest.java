package io.github.shikaku.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.shikaku.Shikaku;
import io.github.shikaku.exchange.FaultyFiles.Touch;
import io.github.shikaku.model.MedicalInstitutionCode;
import io.github.shikaku.operation.CallOptions;
import io.github.shikaku.qualification.QualificationAnswer;
import io.github.shikaku.testkit.TerminalSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many files, many who wait, many institutions: neither threads nor looking grow with them. */
class CrowdTest {
  /** One that watches, one that keeps time, sixteen for folders, four for callbacks. */
  private static final int THREADS = 1 + 1 + 16 + 4;

  /**
   * A thousand names of answers and a thousand of rejections, where that is cheaper than a list.
   */
  private static final int LOOKS_OF_A_ROUND = 2_000;

  private static final Path HANDLES = Path.of("/proc/self/fd");

  @TempDir(factory = MemoryFolder.class)
  Path folder;

  @Test
  void lookup_thousandWaitAmongFiftyThousandFiles_allAreAnsweredByOneWatchAndOneScan()
      throws Exception {
    Desk desk = Desk.in(folder);
    FaultyFiles files = new FaultyFiles();
    try (TerminalSimulator terminal =
            TerminalSimulator.builder(desk.exchange()).createFolders().start();
        Shikaku shikaku =
            desk.open(
                way -> way.files(files).maxInFlight(2_000),
                client -> client.withoutJournal().timeout(Duration.ofMinutes(1)))) {
      terminal.pause();
      List<Path> foreign = foreignAnswers(desk.exchange().resolve("res"), 50_000);
      long watchesBefore = watches();
      List<CompletableFuture<QualificationAnswer>> waiting = new ArrayList<>();
      for (int i = 0; i < 1_000; i++) {
        waiting.add(shikaku.qualifications().lookupAsync(Desk.query("valid")));
      }
      await().atMost(Duration.ofSeconds(30)).until(() -> desk.requests().size() == 1_000);

      int before = rounds(files);
      long from = System.nanoTime();
      // A slow round is followed by a long rest, so on a busy machine the next may take its time.
      await()
          .pollDelay(Duration.ofSeconds(2))
          .atMost(Duration.ofSeconds(30))
          .until(() -> rounds(files) > before);
      long tenths = (System.nanoTime() - from) / 100_000_000;
      assertThat(rounds(files) - before)
          .as("rounds of looking for everybody in %d tenths of a second", tenths)
          .isLessThanOrEqualTo((int) tenths + 2);
      assertThat(threads()).isLessThanOrEqualTo(THREADS);
      assertThat(watches() - watchesBefore).as("watch services").isLessThanOrEqualTo(1);

      terminal.resume();
      for (CompletableFuture<QualificationAnswer> each : waiting) {
        assertThat(each).succeedsWithin(Duration.ofSeconds(30));
      }
      assertThat(terminal.requestsTaken()).hasSize(1_000).doesNotHaveDuplicates();
      assertThat(foreign).allMatch(Files::exists);
    } finally {
      desk.close();
    }
  }

  @Test
  void lookup_twoHundredInstitutionsOnOneRuntime_shareItsThreadsAndItsWatch() {
    long watchesBefore = watches();
    List<Shikaku> clients = new ArrayList<>();
    List<CompletableFuture<QualificationAnswer>> waiting = new ArrayList<>();
    try (ShikakuRuntime runtime = ShikakuRuntime.create()) {
      for (int i = 0; i < 200; i++) {
        Shikaku client = client(runtime, i);
        clients.add(client);
        waiting.add(
            client
                .qualifications()
                .lookupAsync(
                    Desk.query("valid"), CallOptions.defaults().timeout(Duration.ofMinutes(1))));
      }
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> clients.size() == requests(clients.size()));
      assertThat(threads()).isLessThanOrEqualTo(THREADS);
      assertThat(watches() - watchesBefore).as("watch services").isLessThanOrEqualTo(1);
      assertThat(waiting).noneMatch(CompletableFuture::isDone);
      clients.forEach(Shikaku::close);
      assertThat(waiting).allSatisfy(each -> assertThat(each).failsWithin(Duration.ofSeconds(5)));
    }
    await().until(() -> threads() == 0);
    assertThat(watches()).isLessThanOrEqualTo(watchesBefore);
  }

  private static int rounds(FaultyFiles files) {
    return files.count(Touch.LIST) + files.count(Touch.LOOK) / LOOKS_OF_A_ROUND;
  }

  private Path exchange(int institution) {
    return folder.resolve("institution-" + institution);
  }

  private Shikaku client(ShikakuRuntime runtime, int institution) {
    Path root = exchange(institution);
    try {
      Files.createDirectories(root.resolve("req"));
      Files.createDirectories(root.resolve("res"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Shikaku.builder()
        .institution(
            MedicalInstitutionCode.of("13199" + String.format(Locale.ROOT, "%05d", institution)))
        .exchange(FolderExchange.at(root).build())
        .runtime(runtime)
        .withoutJournal()
        .build();
  }

  private long requests(int institutions) {
    return Stream.iterate(0, i -> i < institutions, i -> i + 1)
        .filter(i -> hasRequest(exchange(i).resolve("req")))
        .count();
  }

  private static boolean hasRequest(Path req) {
    try (Stream<Path> files = Files.list(req)) {
      return files.anyMatch(file -> file.toString().endsWith(".xml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> foreignAnswers(Path res, int number) throws IOException {
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      files.add(
          Files.createFile(
              res.resolve(String.format(Locale.ROOT, "OQSsiquc01res_20201117%06d.xml", i))));
    }
    return files;
  }

  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().matches("shikaku-(watch|timer|io|callback)-.*"))
        .count();
  }

  /** The system's watch services that this process has open; none where that cannot be seen. */
  private static long watches() {
    if (!Files.isDirectory(HANDLES)) {
      return 0;
    }
    try (Stream<Path> handles = Files.list(HANDLES)) {
      return handles.filter(CrowdTest::isWatch).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isWatch(Path handle) {
    try {
      return Files.readSymbolicLink(handle).toString().contains("inotify");
    } catch (IOException e) {
      // Closed while it was looked at.
      return false;
    }
  }
}
