package io.github.shikaku.exchange;

import io.github.shikaku.error.ExchangeUnavailableException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Request names of one exchange folder, unique among every process and terminal that shares it:
 * prefix, date and a number, reserved by creating a directory, the only exclusive thing on every
 * share.
 *
 * <p>The number starts at a place of each process's own, drawn at random, so that several processes
 * rarely meet. Not thread-safe: used on the folder's lane only.
 */
final class RequestNames {
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

  /** Numbers of four digits run from 1 to here. */
  private static final int SHORT = 9_999;

  /** Numbers of five digits follow, up to here. */
  private static final int LONG = 99_999;

  /** After so many taken names in a row the taken ones are listed instead of tried one by one. */
  private static final int PATIENCE = 8;

  private final FolderFiles files;
  private final Path work;
  private final boolean longerNames;
  private final int start;
  private final Map<String, Integer> tried = new HashMap<>();
  private @Nullable LocalDate today;
  private String date = "";

  RequestNames(FolderFiles files, Path work, boolean longerNames) {
    this.files = files;
    this.work = work;
    this.longerNames = longerNames;
    this.start = ThreadLocalRandom.current().nextInt(SHORT);
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
      return next(prefix + "_" + date, folders);
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
    String answer = FolderNames.answer(name);
    for (AnswerKind kind : AnswerKind.FILES) {
      if (files.exists(res.resolve(answer + kind.extension()))) {
        return true;
      }
    }
    return files.exists(res.resolve(name + ".err")) || files.exists(res.resolve(name + ".xml"));
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

  /** Makes the work folder, and starts a day from the beginning. */
  private void prepare(LocalDate day, ExchangeFolders folders) throws IOException {
    if (!files.isDirectory(folder())) {
      // An exchange folder that is away must not be made anew, nor the place where it is mounted.
      if (!files.isDirectory(folders.req())) {
        throw new NoSuchFileException(folders.req().toString());
      }
      make(work);
      make(folder());
    }
    if (!day.equals(today)) {
      today = day;
      date = DAY.format(day);
      tried.clear();
    }
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
}
