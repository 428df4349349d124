package io.github.shikaku.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.shikaku.exchange.FolderFinding.Severity;
import io.github.shikaku.exchange.FolderFinding.Topic;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderCheckTest {
  @TempDir Path temporary;
  private Path root;

  @BeforeEach
  void folders() throws IOException {
    root = temporary.resolve("oqs");
    for (String name : List.of("req", "res", "face")) {
      Files.createDirectories(root.resolve(name));
    }
  }

  @Test
  void run_fitFolder_everyTopicIsFine() {
    List<FolderFinding> findings = check(new FolderFiles());
    assertThat(findings).extracting(FolderFinding::severity).containsOnly(Severity.OK);
    Set<Topic> expected = new HashSet<>(List.of(Topic.values()));
    expected.remove(Topic.SIMULATOR);
    assertThat(findings)
        .extracting(FolderFinding::topic)
        .containsOnly(expected.toArray(Topic[]::new));
  }

  @Test
  void run_anyFolder_leavesNothingBehindAndTouchesNothing() throws IOException {
    Files.writeString(root.resolve("req/OQSsiquc01req_202611230001.xml"), "<XmlMsg/>");
    Files.writeString(root.resolve("res/OQSsiquc01res_202611230002.xml"), "<XmlMsg></XmlMsg>");
    Files.writeString(root.resolve("res/.shikaku-check-of-another.tmp"), "shikaku check");
    Files.createDirectories(root.resolve(".shikaku/names/OQSsiquc01req_202611230003"));
    Map<String, String> before = everything();
    check(new FolderFiles());
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void run_missingRoot_isTheOnlyProblem() {
    root = temporary.resolve("nowhere");
    assertThat(check(new FolderFiles()))
        .extracting(FolderFinding::topic, FolderFinding::severity)
        .containsExactly(tuple(Topic.FOLDER, Severity.PROBLEM));
    assertThat(root).doesNotExist();
  }

  @Test
  void run_fileInPlaceOfRoot_isAProblem() throws IOException {
    root = Files.writeString(temporary.resolve("file"), "");
    assertThat(check(new FolderFiles()))
        .extracting(FolderFinding::topic, FolderFinding::severity)
        .containsExactly(tuple(Topic.FOLDER, Severity.PROBLEM));
  }

  @Test
  void run_missingSubFolders_areNamedAndNotMade() throws IOException {
    Files.delete(root.resolve("req"));
    Files.delete(root.resolve("face"));
    List<FolderFinding> findings = check(new FolderFiles());
    assertThat(of(findings, Topic.SUB_FOLDERS))
        .extracting(FolderFinding::english, FolderFinding::severity)
        .containsExactly(
            tuple("req is missing", Severity.PROBLEM),
            tuple("res is there", Severity.OK),
            tuple("face is missing; what the card reader finds cannot be received", Severity.NOTE));
    assertThat(of(findings, Topic.RENAME)).isEmpty();
    assertThat(root.resolve("req")).doesNotExist();
  }

  @Test
  void run_fileInPlaceOfSubFolder_isAProblem() throws IOException {
    Files.delete(root.resolve("req"));
    Files.writeString(root.resolve("req"), "");
    assertThat(of(check(new FolderFiles()), Topic.SUB_FOLDERS))
        .extracting(FolderFinding::english, FolderFinding::severity)
        .contains(tuple("req is no folder", Severity.PROBLEM));
  }

  @Test
  void run_subFoldersInCapitals_areFound() throws IOException {
    for (String name : List.of("req", "res", "face")) {
      Files.move(root.resolve(name), root.resolve(name.toUpperCase(Locale.ROOT)));
    }
    assertThat(of(check(new FolderFiles()), Topic.SUB_FOLDERS))
        .extracting(FolderFinding::english, FolderFinding::severity)
        .containsExactly(
            tuple("REQ is there", Severity.OK),
            tuple("RES is there", Severity.OK),
            tuple("FACE is there", Severity.OK));
  }

  @Test
  void run_subFolderInSeveralCases_saysWhichIsUsed() throws IOException {
    Files.createDirectory(root.resolve("REQ"));
    assertThat(of(check(new FolderFiles()), Topic.SUB_FOLDERS))
        .extracting(FolderFinding::english, FolderFinding::severity)
        .contains(tuple("req is there in several cases; req is used", Severity.NOTE));
  }

  @Test
  void run_simulator_isNamed() throws IOException {
    Files.writeString(root.resolve(".shikaku-simulator"), "{}");
    assertThat(of(check(new FolderFiles()), Topic.SIMULATOR))
        .extracting(FolderFinding::severity)
        .containsExactly(Severity.NOTE);
  }

  @Test
  void run_readOnlyRequests_isAProblem() {
    List<FolderFinding> findings = check(new ReadOnly("req"));
    assertThat(problems(findings)).containsExactly(Topic.WRITE);
    assertThat(of(findings, Topic.WRITE))
        .extracting(FolderFinding::english)
        .contains(
            "files cannot be written to req or deleted: FileSystemException (Read-only file"
                + " system)");
    assertThat(of(findings, Topic.LATENCY)).isEmpty();
  }

  @Test
  void run_readOnlyAnswers_isNoProblemBecauseOnlyDeletingIsNeeded() {
    List<FolderFinding> findings = check(new ReadOnly("res"));
    assertThat(problems(findings)).isEmpty();
    assertThat(of(findings, Topic.WRITE))
        .extracting(FolderFinding::severity)
        .containsExactly(Severity.OK, Severity.NOTE);
    assertThat(of(findings, Topic.RENAME)).hasSize(1);
  }

  @Test
  void run_renamingRefused_isAProblemAndLeavesNothing() throws IOException {
    List<FolderFinding> findings =
        check(
            new FolderFiles() {
              @Override
              void move(Path from, Path to) throws IOException {
                throw new AccessDeniedException(from.toString());
              }
            });
    assertThat(problems(findings)).containsExactly(Topic.RENAME, Topic.LATENCY);
    assertThat(everything()).isEmpty();
  }

  @Test
  void run_deletingRefused_namesWhatStaysBehind() throws IOException {
    List<FolderFinding> findings =
        check(
            new FolderFiles() {
              @Override
              boolean deleteIfExists(Path file) throws IOException {
                throw new AccessDeniedException(file.toString());
              }
            });
    assertThat(problems(findings)).contains(Topic.WRITE);
    String told = String.join("\n", findings.stream().map(FolderFinding::english).toList());
    for (String name : everything().keySet()) {
      assertThat(told).contains(name);
    }
  }

  @Test
  void run_directoryThatCanBeMadeTwice_isAProblem() {
    List<FolderFinding> findings =
        check(
            new FolderFiles() {
              @Override
              void createDirectory(Path directory) throws IOException {
                Files.createDirectories(directory);
              }
            });
    assertThat(problems(findings)).containsExactly(Topic.EXCLUSIVE_DIRECTORY);
  }

  @Test
  void run_workFolderThatCannotBeMade_isAProblem() throws IOException {
    Path work = Files.writeString(temporary.resolve("work"), "");
    FolderExchange exchange = FolderExchange.at(root).workFolder(work).build();
    assertThat(problems(FolderCheck.of(exchange).run())).containsExactly(Topic.EXCLUSIVE_DIRECTORY);
  }

  @Test
  void run_share_saysThatEventsMayNotCome() {
    List<FolderFinding> findings =
        check(
            new FolderFiles() {
              @Override
              String storeType(Path folder) {
                return "fuse.smbnetfs";
              }
            });
    assertThat(of(findings, Topic.EVENTS))
        .extracting(FolderFinding::severity)
        .containsExactly(Severity.NOTE);
  }

  @Test
  void run_slowFolder_tellsHowSlow() {
    List<FolderFinding> findings =
        check(
            new FolderFiles() {
              @Override
              void move(Path from, Path to) throws IOException {
                CountDownLatch never = new CountDownLatch(1);
                try {
                  assertThat(never.await(260, TimeUnit.MILLISECONDS)).isFalse();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
                super.move(from, to);
              }
            });
    assertThat(of(findings, Topic.LATENCY))
        .extracting(FolderFinding::severity)
        .containsExactly(Severity.NOTE);
    assertThat(of(findings, Topic.LATENCY).get(0).english()).matches(".* \\d{3}\\.\\d ms: .*");
  }

  @Test
  void run_encryptedLookingAnswer_isSuspected() throws IOException {
    byte[] noise = new byte[256];
    new Random(5).nextBytes(noise);
    noise[0] = 'S';
    Files.write(root.resolve("face/OQSsiquc01res_face_1.XML"), noise);
    assertThat(of(check(new FolderFiles()), Topic.ENCRYPTION))
        .extracting(FolderFinding::english, FolderFinding::severity)
        .containsExactly(tuple("a file looks encrypted: OQSsiquc01res_face_1.XML", Severity.NOTE));
  }

  @Test
  void run_answerThatIsTakenMeanwhile_isSkipped() throws IOException {
    Files.writeString(root.resolve("res/OQSsiquc01res_202611230001.xml"), "<XmlMsg></XmlMsg>");
    List<FolderFinding> findings =
        check(
            new FolderFiles() {
              @Override
              byte[] read(Path file, int limit) throws IOException {
                Files.delete(file);
                return super.read(file, limit);
              }
            });
    assertThat(of(findings, Topic.ENCRYPTION))
        .extracting(FolderFinding::severity)
        .containsExactly(Severity.OK);
  }

  @Test
  void run_encryptConf_decides() throws IOException {
    Path config = Files.createDirectory(temporary.resolve("config"));
    FolderExchange exchange = FolderExchange.at(root).terminalConfig(config).build();

    assertThat(problems(FolderCheck.of(exchange).run())).containsExactly(Topic.ENCRYPTION);
    Files.writeString(config.resolve("encrypt.conf"), "OQSsiquc01=n\r\n");
    assertThat(problems(FolderCheck.of(exchange).run())).isEmpty();
    Files.writeString(config.resolve("encrypt.conf"), "OQSsiquc01res=e\r\n");
    assertThat(problems(FolderCheck.of(exchange).run())).containsExactly(Topic.ENCRYPTION);
  }

  @Test
  void run_clocksApart_tellsHowFar() {
    FolderCheck check = FolderCheck.of(FolderExchange.at(root).build());
    Clock behind = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-10));
    FolderFinding late = of(check.withClock(behind).run(), Topic.CLOCK).get(0);
    assertThat(late.severity()).isEqualTo(Severity.NOTE);
    assertThat(late.english()).matches("the folder's clock is (59\\d|600) s off.*");
    Clock ahead = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(10));
    FolderFinding early = of(check.withClock(ahead).run(), Topic.CLOCK).get(0);
    assertThat(early.english()).matches("the folder's clock is -60\\d s off.*");
  }

  @Test
  void run_folderWithoutTimes_saysSo() {
    List<FolderFinding> findings =
        check(
            new FolderFiles() {
              @Override
              Instant lastModified(Path file) {
                return FileTime.fromMillis(0).toInstant();
              }
            });
    assertThat(of(findings, Topic.CLOCK).get(0).english()).contains("cannot be relied on");
  }

  @Test
  void run_interrupted_saysNoMoreAndLeavesNothing() throws Exception {
    CountDownLatch reached = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    FolderFiles stuck =
        new FolderFiles() {
          @Override
          void move(Path from, Path to) throws IOException {
            reached.countDown();
            try {
              go.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
            super.move(from, to);
          }
        };
    FutureTask<List<FolderFinding>> task = new FutureTask<>(() -> check(stuck));
    Thread thread = new Thread(task, "check");
    thread.start();
    assertThat(reached.await(10, TimeUnit.SECONDS)).isTrue();
    thread.interrupt();
    assertThat(task.get(10, TimeUnit.SECONDS))
        .extracting(FolderFinding::topic)
        .containsOnly(Topic.FOLDER, Topic.SUB_FOLDERS, Topic.WRITE);
    assertThat(everything()).isEmpty();
  }

  @Test
  void message_locale_decidesTheLanguage() {
    FolderFinding finding = new FolderFinding(Topic.RENAME, Severity.OK, "良い", "good");
    assertThat(finding.message(Locale.JAPAN)).isEqualTo("良い");
    assertThat(finding.message(Locale.GERMANY)).isEqualTo("good");
  }

  private List<FolderFinding> check(FolderFiles files) {
    return FolderCheck.of(FolderExchange.at(root).files(files).build()).run();
  }

  private static List<FolderFinding> of(List<FolderFinding> findings, Topic topic) {
    return findings.stream().filter(one -> one.topic() == topic).toList();
  }

  private static List<Topic> problems(List<FolderFinding> findings) {
    return findings.stream()
        .filter(one -> one.severity() == Severity.PROBLEM)
        .map(FolderFinding::topic)
        .toList();
  }

  /** Every file with its content and time, and every directory but the three that belong there. */
  private Map<String, String> everything() throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.toList()) {
        String name = root.relativize(file).toString();
        if (Files.isRegularFile(file)) {
          all.put(name, Files.readString(file) + Files.getLastModifiedTime(file));
        } else if (!List.of("", "req", "res", "face").contains(name)) {
          all.put(name, "directory");
        }
      }
    }
    return all;
  }

  /** Who is root can write everywhere, so that a folder must say by itself that it is read-only. */
  private static final class ReadOnly extends FolderFiles {
    private final String folder;

    ReadOnly(String folder) {
      this.folder = folder;
    }

    @Override
    void write(Path file, byte[] content) throws IOException {
      if (folder.equals(String.valueOf(file.getName(file.getNameCount() - 2)))) {
        throw new FileSystemException(file.toString(), null, "Read-only file system");
      }
      super.write(file, content);
    }
  }
}
