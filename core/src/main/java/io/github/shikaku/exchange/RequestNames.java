package io.github.shikaku.exchange;

import io.github.shikaku.error.ExchangeUnavailableException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Request names of one exchange folder, unique among every process and terminal that shares it:
 * prefix, date and a number, reserved by creating a directory, the only exclusive thing on every
 * share.
 *
 * <p>The number starts each day at a place derived from the process and the folder, so that several
 * processes rarely meet. Not thread-safe: used on the folder's lane only.
 */
final class RequestNames {
  private static final Logger log = LoggerFactory.getLogger(RequestNames.class);
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

  /** Numbers of four digits run from 1 to here. */
  private static final int SHORT = 9_999;

  /** Numbers of five digits follow, up to here. */
  private static final int LONG = 99_999;

  /** After so many taken names in a row the taken ones are listed instead of tried one by one. */
  private static final int PATIENCE = 8;

  /**
   * Names are kept so long: they also cover requests in flight that stand in neither req nor res.
   */
  private static final int DAYS_KEPT = 2;

  private final FolderFiles files;
  private final Path work;
  private final boolean longerNames;
  private final int start;
  private final Map<String, Integer> tried = new HashMap<>();
  private @Nullable LocalDate cleaned;

  RequestNames(FolderFiles files, Path work, boolean longerNames) {
    this.files = files;
    this.work = work;
    this.longerNames = longerNames;
    this.start =
        Math.floorMod(Objects.hash(ProcessHandle.current().pid(), host(), work, this), SHORT);
  }

  /** Where names are reserved. */
  Path folder() {
    return work.resolve("names");
  }

  /**
   * Reserves {@code <prefix>_<yyyyMMdd><number>}.
   *
   * @throws ExchangeUnavailableException when the folder cannot be written or the day's names are
   *     used up
   */
  String reserve(String prefix, LocalDate day, ExchangeFolders folders) {
    try {
      prepare(day, folders);
      return next(prefix + "_" + DAY.format(day), folders);
    } catch (IOException e) {
      throw new ExchangeUnavailableException("no name can be reserved in " + work, e);
    }
  }

  private String next(String stem, ExchangeFolders folders) throws IOException {
    int last = longerNames ? LONG : SHORT;
    int misses = 0;
    BitSet taken = new BitSet();
    for (int i = tried.getOrDefault(stem, 0); i < last; i++) {
      int number = number(i);
      if (taken.get(number)) {
        continue;
      }
      String name = stem + fourDigits(number);
      if (take(name, folders)) {
        tried.put(stem, i + 1);
        return name;
      }
      misses++;
      if (misses % PATIENCE == 0) {
        taken = taken(stem);
      }
    }
    tried.put(stem, last);
    throw new ExchangeUnavailableException(
        "all " + last + " request names of " + stem + " are in use", null);
  }

  /**
   * The i-th number to try: round the four-digit ones from our starting point, then round the
   * longer ones.
   */
  private int number(int i) {
    return i < SHORT ? (start + i) % SHORT + 1 : SHORT + 1 + (start + i - SHORT) % (LONG - SHORT);
  }

  private static String fourDigits(int number) {
    String digits = Integer.toString(number);
    return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
  }

  /** Ours when the directory is, and when no other product has a file of that name lying about. */
  private boolean take(String name, ExchangeFolders folders) throws IOException {
    try {
      files.createDirectory(folder().resolve(name));
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (IOException e) {
      if (files.isDirectory(folder().resolve(name))) {
        return false;
      }
      throw e;
    }
    return !files.exists(folders.req().resolve(name + ".xml")) && !isInUse(name, folders.res());
  }

  /** An answer of any kind, or a rejection, would be taken for ours. */
  private boolean isInUse(String name, Path res) {
    return Arrays.stream(AnswerKind.values())
            .anyMatch(
                kind -> files.exists(res.resolve(FolderNames.answer(name) + kind.extension())))
        || files.exists(res.resolve(name + ".err"))
        || files.exists(res.resolve(name + ".xml"));
  }

  private BitSet taken(String stem) throws IOException {
    BitSet taken = new BitSet();
    files.list(
        folder(),
        name -> {
          if (name.startsWith(stem) && isNumber(name.substring(stem.length()))) {
            taken.set(Integer.parseInt(name.substring(stem.length())));
          }
        });
    return taken;
  }

  private static boolean isNumber(String text) {
    return (text.length() == 4 || text.length() == 5)
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Makes the work folder and, once a day, removes names and leftovers that are old enough. */
  private void prepare(LocalDate day, ExchangeFolders folders) throws IOException {
    if (!files.isDirectory(folder())) {
      // An exchange folder that is away must not be made anew, nor the place where it is mounted.
      if (!files.isDirectory(folders.req())) {
        throw new NoSuchFileException(folders.req().toString());
      }
      make(work);
      make(folder());
    }
    if (day.equals(cleaned)) {
      return;
    }
    cleaned = day;
    tried.clear();
    LocalDate oldest = day.minusDays(DAYS_KEPT);
    int removed = clean(folder(), "", oldest) + clean(folders.req(), FolderNames.TEMPORARY, oldest);
    log.debug("{} old names and leftovers removed", removed);
  }

  /** Never its parents: where a share is not mounted they would be made on the local disk. */
  private void make(Path directory) throws IOException {
    try {
      files.createDirectory(directory);
    } catch (IOException e) {
      if (!files.isDirectory(directory)) {
        throw e;
      }
    }
  }

  private int clean(Path folder, String start, LocalDate oldest) throws IOException {
    int removed = 0;
    for (String name : files.list(folder)) {
      if (name.startsWith(start) && isBefore(name, oldest) && remove(folder.resolve(name))) {
        removed++;
      }
    }
    return removed;
  }

  private boolean remove(Path path) {
    try {
      return files.deleteIfExists(path);
    } catch (IOException e) {
      log.debug("{} could not be removed and stays", path.getFileName());
      return false;
    }
  }

  private static boolean isBefore(String name, LocalDate oldest) {
    int digits = name.indexOf('_') + 1;
    if (digits == 0 || name.length() < digits + 8) {
      return false;
    }
    try {
      return LocalDate.parse(name.substring(digits, digits + 8), DAY).isBefore(oldest);
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      log.debug("this machine has no name");
      return "";
    }
  }
}
