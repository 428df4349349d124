package io.github.shikaku.exchange;

import io.github.shikaku.exchange.FolderFinding.Severity;
import io.github.shikaku.exchange.FolderFinding.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether a folder is fit to be an exchange folder, before a patient waits. It makes and
 * removes files and directories of its own only, whose names begin with {@code .shikaku-check-}; of
 * those of others at most the first bytes are read.
 *
 * <p>Whoever touches a share that hangs, hangs as well: run it on a thread that nobody needs.
 * Interrupting that thread ends the check early, with nothing left behind.
 */
public final class FolderCheck {
  private static final byte[] CONTENT = "shikaku check".getBytes(StandardCharsets.US_ASCII);
  private static final int ROUNDS = 5;
  private static final int FILES_LOOKED_AT = 20;
  private static final int HEAD = 64;
  private static final Duration EVENT_WAIT = Duration.ofSeconds(2);
  private static final Duration SLOW = Duration.ofMillis(250);

  /** Beyond this the day of the terminal may differ from ours around midnight. */
  private static final Duration SKEW = Duration.ofMinutes(1);

  /** Some file systems know no times and report 1970. */
  private static final Duration NO_TIME = Duration.ofDays(365);

  private final FolderExchange exchange;
  private final Clock clock;
  private final FolderFiles files;
  private final Path root;
  private final String mark = FolderNames.TEMPORARY + "check-" + UUID.randomUUID();

  private FolderCheck(FolderExchange exchange, Clock clock) {
    this.exchange = exchange;
    this.clock = clock;
    this.files = exchange.files();
    this.root = exchange.root();
  }

  /**
   * A check of everything that this exchange would use: its folder, its work folder and, where it
   * knows 連携アプリ's config folder, {@code encrypt.conf} there.
   */
  public static FolderCheck of(FolderExchange exchange) {
    return new FolderCheck(exchange, Clock.systemUTC());
  }

  /** The same check against another clock than the machine's. */
  public FolderCheck withClock(Clock value) {
    return new FolderCheck(exchange, value);
  }

  /** Everything that was found. */
  public List<FolderFinding> run() {
    List<FolderFinding> findings = new ArrayList<>();
    run(findings::add);
    return findings;
  }

  /** Hands every finding on as soon as it is made. */
  public void run(Consumer<FolderFinding> findings) {
    Report report = new Report(findings);
    List<String> names;
    try {
      names = files.list(root);
    } catch (IOException e) {
      report.problem(Topic.FOLDER, "フォルダーを読めません: " + kind(e), "it cannot be read: " + kind(e));
      return;
    }
    report.ok(Topic.FOLDER, "読めます: " + root, "it can be read: " + root);
    Path req = needed("req", names, report);
    Path res = needed("res", names, report);
    Path face = face(names, report);
    simulator(names, report);
    boolean requests = req != null && requests(req, report);
    boolean answers = res != null && answers(res, report);
    if (req != null && requests) {
      rename(req, report);
    }
    exclusiveDirectory(report);
    if (res != null && answers) {
      events(res, report);
    }
    if (req != null && requests) {
      latency(req, report);
    }
    encryption(res, face, report);
    if (req != null && requests) {
      clock(req, report);
    }
  }

  private @Nullable Path needed(String wanted, List<String> names, Report report) {
    Optional<Path> found = ExchangeFolders.named(files, root, names, wanted);
    List<String> spellings = names.stream().filter(name -> name.equalsIgnoreCase(wanted)).toList();
    if (found.isEmpty()) {
      report.problem(
          Topic.SUB_FOLDERS,
          wanted + (spellings.isEmpty() ? " がありません。" : " がフォルダーではありません。"),
          wanted + (spellings.isEmpty() ? " is missing" : " is no folder"));
      return null;
    }
    Path folder = found.get();
    if (spellings.size() > 1) {
      report.note(
          Topic.SUB_FOLDERS,
          wanted + " が大文字・小文字の違いで複数あります。使うのは " + folder.getFileName() + " です。",
          wanted + " is there in several cases; " + folder.getFileName() + " is used");
    } else {
      there(folder, report);
    }
    return folder;
  }

  private @Nullable Path face(List<String> names, Report report) {
    Optional<Path> found = ExchangeFolders.named(files, root, names, "face");
    if (found.isEmpty()) {
      report.note(
          Topic.SUB_FOLDERS,
          "face がありません。顔認証付きカードリーダーの結果は受け取れません。",
          "face is missing; what the card reader finds cannot be received");
      return null;
    }
    there(found.get(), report);
    return found.get();
  }

  private static void there(Path folder, Report report) {
    report.ok(
        Topic.SUB_FOLDERS, folder.getFileName() + " があります。", folder.getFileName() + " is there");
  }

  private static void simulator(List<String> names, Report report) {
    if (names.contains(FolderConnection.SIMULATOR_MARK)) {
      report.note(
          Topic.SIMULATOR, "ここで回答するのはシミュレーターです。", "a simulator answers here, not a terminal");
    }
  }

  private boolean requests(Path req, Report report) {
    try {
      writeAndDelete(req);
      report.ok(Topic.WRITE, "req に書いて消せます。", "files can be written to req and deleted");
      return true;
    } catch (IOException e) {
      report.problem(
          Topic.WRITE,
          "req に書けないか、消せません: " + kind(e),
          "files cannot be written to req or deleted: " + kind(e));
      return false;
    } finally {
      clear(temporary(req), report);
    }
  }

  /** Answers are deleted from res; a right to make files there is not needed, so it is no fault. */
  private boolean answers(Path res, Report report) {
    try {
      writeAndDelete(res);
      report.ok(Topic.WRITE, "res から消せます。", "files can be deleted from res");
      return true;
    } catch (IOException e) {
      report.note(
          Topic.WRITE,
          "res に書けないので、受け取った回答を消せるか分かりません: " + kind(e),
          "res cannot be written, so whether answers can be deleted is not known: " + kind(e));
      return false;
    } finally {
      clear(temporary(res), report);
    }
  }

  private void writeAndDelete(Path folder) throws IOException {
    files.write(temporary(folder), CONTENT);
    files.deleteIfExists(temporary(folder));
  }

  private void rename(Path req, Report report) {
    try {
      files.write(temporary(req), CONTENT);
      files.move(temporary(req), renamed(req));
      report.ok(Topic.RENAME, "名前を変えられます。", "a file can be renamed");
    } catch (IOException e) {
      report.problem(
          Topic.RENAME, "名前を変えられません: " + kind(e), "a file cannot be renamed: " + kind(e));
    } finally {
      clear(temporary(req), report);
      clear(renamed(req), report);
    }
  }

  private void exclusiveDirectory(Report report) {
    Path directory = placeOf(exchange.work()).resolve(mark);
    try {
      files.createDirectory(directory);
    } catch (IOException e) {
      report.problem(
          Topic.EXCLUSIVE_DIRECTORY,
          "要求の名前を予約するディレクトリーを作れません: " + kind(e),
          "the directory that reserves a name cannot be made: " + kind(e));
      return;
    }
    try {
      files.createDirectory(directory);
      report.problem(
          Topic.EXCLUSIVE_DIRECTORY,
          "同じディレクトリーを2回作れました。要求の名前が重なるおそれがあります。",
          "one directory could be made twice; names of requests may clash");
    } catch (FileAlreadyExistsException e) {
      report.ok(
          Topic.EXCLUSIVE_DIRECTORY, "同じディレクトリーは1回しか作れません。", "a directory can be made only once");
    } catch (IOException e) {
      report.note(
          Topic.EXCLUSIVE_DIRECTORY,
          "2回目の作成が思わぬ形で失敗しました: " + kind(e),
          "making it a second time failed in an unexpected way: " + kind(e));
    } finally {
      clear(directory, report);
    }
  }

  /** The work folder is made with the first request, so its place may not be there yet. */
  private Path placeOf(Path folder) {
    Path place = folder;
    while (!files.exists(place) && place.getParent() != null) {
      place = place.getParent();
    }
    return place;
  }

  /** On a share a change of our own may be notified while one by the terminal is not. */
  private void events(Path res, Report report) {
    if (isShare()) {
      report.note(
          Topic.EVENTS,
          "共有なので、端末による変更は通知されないことがあります。回答は定期的に見て探します。",
          "a share may not notify what the terminal changes; answers are looked for");
      return;
    }
    try (WatchService watching = res.getFileSystem().newWatchService()) {
      res.register(watching, StandardWatchEventKinds.ENTRY_CREATE);
      files.write(temporary(res), CONTENT);
      if (watching.poll(EVENT_WAIT.toMillis(), TimeUnit.MILLISECONDS) != null) {
        report.ok(Topic.EVENTS, "変更が通知されます。", "changes are notified");
      } else {
        report.note(
            Topic.EVENTS,
            "変更が通知されません。回答は定期的に見て探します。",
            "changes are not notified; answers are looked for");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | UnsupportedOperationException e) {
      report.note(
          Topic.EVENTS,
          "監視できません（" + kind(e) + "）。回答は定期的に見て探します。",
          "it cannot be watched (" + kind(e) + "); answers are looked for");
    } finally {
      clear(temporary(res), report);
    }
  }

  private boolean isShare() {
    String type = files.storeType(root).toLowerCase(Locale.ROOT);
    return root.toString().startsWith("\\\\")
        || List.of("cifs", "smb", "nfs", "fuse").stream().anyMatch(type::contains);
  }

  private void latency(Path req, Report report) {
    long[] nanos = new long[ROUNDS];
    try {
      for (int i = 0; i < ROUNDS; i++) {
        long started = System.nanoTime();
        files.write(temporary(req), CONTENT);
        files.move(temporary(req), renamed(req));
        files.deleteIfExists(renamed(req));
        nanos[i] = System.nanoTime() - started;
      }
    } catch (IOException e) {
      report.problem(Topic.LATENCY, "途中で失敗しました: " + kind(e), "it failed on the way: " + kind(e));
      return;
    } finally {
      clear(temporary(req), report);
      clear(renamed(req), report);
    }
    Arrays.sort(nanos);
    Duration median = Duration.ofNanos(nanos[ROUNDS / 2]);
    String time = String.format(Locale.ROOT, "%.1f ms", median.toNanos() / 1e6);
    if (median.compareTo(SLOW) > 0) {
      report.note(
          Topic.LATENCY,
          "書いて名前を変えて消すのに " + time + " かかります。遅い共有です。",
          "to write, rename and delete takes " + time + ": a slow share");
    } else {
      report.ok(
          Topic.LATENCY,
          "書いて名前を変えて消すのに " + time + " です。",
          "to write, rename and delete takes " + time);
    }
  }

  private void encryption(@Nullable Path res, @Nullable Path face, Report report) {
    Path config = exchange.terminalConfig();
    if (config != null) {
      encryptionSetting(config, report);
    }
    try {
      String suspected = res == null ? null : suspected(res);
      if (suspected == null && face != null) {
        suspected = suspected(face);
      }
      if (suspected == null) {
        report.ok(Topic.ENCRYPTION, "暗号化されたように見えるファイルはありません。", "no file looks encrypted");
      } else {
        report.note(
            Topic.ENCRYPTION,
            "暗号化されているように見えるファイルがあります: " + suspected,
            "a file looks encrypted: " + suspected);
      }
    } catch (IOException e) {
      report.note(Topic.ENCRYPTION, "調べられません: " + kind(e), "it cannot be told: " + kind(e));
    }
  }

  private static void encryptionSetting(Path config, Report report) {
    try {
      EncryptionSetting setting = EncryptionSetting.read(config);
      if (setting.encrypted("OQSsiquc01req").isPresent()) {
        report.problem(
            Topic.ENCRYPTION,
            "encrypt.conf で資格確認の暗号化が有効です。無効（n）にしてください。",
            "encrypt.conf switches encryption of qualification checks on; it must be n");
      } else {
        report.ok(
            Topic.ENCRYPTION, "encrypt.conf で暗号化は無効です。", "encrypt.conf switches encryption off");
      }
    } catch (IOException e) {
      report.problem(
          Topic.ENCRYPTION,
          "encrypt.conf を読めません: " + kind(e),
          "encrypt.conf cannot be read: " + kind(e));
    }
  }

  private @Nullable String suspected(Path folder) throws IOException {
    List<String> xml =
        files.list(folder).stream()
            .filter(name -> name.toLowerCase(Locale.ROOT).endsWith(".xml"))
            .limit(FILES_LOOKED_AT)
            .toList();
    for (String name : xml) {
      if (looksEncrypted(folder.resolve(name))) {
        return name;
      }
    }
    return null;
  }

  /** What cannot be read now - its owner may have taken it, as it should - tells nothing. */
  private boolean looksEncrypted(Path file) {
    try {
      return EncryptionSetting.looksEncrypted(files.read(file, HEAD));
    } catch (IOException e) {
      return false;
    }
  }

  private void clock(Path req, Report report) {
    try {
      Instant before = clock.instant();
      files.write(temporary(req), CONTENT);
      Instant there = files.lastModified(temporary(req));
      Duration skew = outside(there, before, clock.instant());
      if (skew.abs().compareTo(NO_TIME) > 0) {
        report.note(
            Topic.CLOCK,
            "このフォルダーのファイルの時刻は当てになりません。",
            "the times of files in this folder cannot be relied on");
      } else if (skew.abs().compareTo(SKEW) > 0) {
        report.note(
            Topic.CLOCK,
            "フォルダーの時計が " + skew.toSeconds() + " 秒ずれています。時刻合わせを確認してください。",
            "the folder's clock is " + skew.toSeconds() + " s off; check time synchronisation");
      } else {
        report.ok(Topic.CLOCK, "時計は合っています。", "the clocks agree");
      }
    } catch (IOException e) {
      report.note(Topic.CLOCK, "調べられません: " + kind(e), "it cannot be told: " + kind(e));
    } finally {
      clear(temporary(req), report);
    }
  }

  /** How far a time lies outside an interval; positive when it is later. */
  private static Duration outside(Instant time, Instant from, Instant to) {
    if (time.isBefore(from)) {
      return Duration.between(from, time);
    }
    return time.isAfter(to) ? Duration.between(to, time) : Duration.ZERO;
  }

  private Path temporary(Path folder) {
    return folder.resolve(mark + ".tmp");
  }

  private Path renamed(Path folder) {
    return folder.resolve(mark + ".renamed");
  }

  private void clear(Path own, Report report) {
    try {
      files.deleteIfExists(own);
    } catch (IOException e) {
      report.note(
          Topic.WRITE,
          "この調査のファイルを消せず、残りました: " + own,
          "a file of this check cannot be deleted and stays behind: " + own);
    }
  }

  /** What happened, without the path, which is known. */
  private static String kind(Exception e) {
    String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    boolean told = reason == null || reason.isBlank() || e instanceof NoSuchFileException;
    return e.getClass().getSimpleName() + (told ? "" : " (" + reason + ")");
  }

  /** Where findings go; those of a check that was interrupted would be false. */
  private record Report(Consumer<FolderFinding> findings) {
    void ok(Topic topic, String japanese, String english) {
      add(new FolderFinding(topic, Severity.OK, japanese, english));
    }

    void note(Topic topic, String japanese, String english) {
      add(new FolderFinding(topic, Severity.NOTE, japanese, english));
    }

    void problem(Topic topic, String japanese, String english) {
      add(new FolderFinding(topic, Severity.PROBLEM, japanese, english));
    }

    private void add(FolderFinding finding) {
      if (!Thread.currentThread().isInterrupted()) {
        findings.accept(finding);
      }
    }
  }
}
