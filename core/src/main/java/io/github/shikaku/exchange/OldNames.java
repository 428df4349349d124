package io.github.shikaku.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes reserved names and leftovers that are old enough, once a day and a few at a time, so that
 * requests need not wait for it. Used on the folder's lane only.
 *
 * <p>The clock of this machine alone does not decide: one that runs days ahead would remove what
 * others need today. Whatever is removed must also be old by the time that the folder gives its
 * files, compared with a file that was just made there.
 */
final class OldNames {
  private static final Logger log = LoggerFactory.getLogger(OldNames.class);

  /**
   * Names are kept so long: they also cover requests in flight that stand in neither req nor res.
   */
  private static final int DAYS_KEPT = 2;

  private static final int AT_ONCE = 20;

  private final FolderFiles files;
  private final Deque<Old> found = new ArrayDeque<>();
  private @Nullable LocalDate cleaned;
  private @Nullable Round round;
  private int removed;

  /** What may be removed if its folder, too, says that it is from before then. */
  private record Old(Path path, Instant before) {}

  /** One day's cleaning. */
  private record Round(LocalDate day, Place names, Place leftovers) {}

  /** A folder and its own time. */
  private record Place(Path folder, Instant now) {}

  OldNames(FolderFiles files) {
    this.files = files;
  }

  /**
   * Takes up the day's cleaning unless that was done.
   *
   * @param name the directory of a name that was just reserved
   * @param temporary a temporary file that was just made
   * @return true when there is something to do with {@link #clean}
   */
  boolean begin(LocalDate day, Path name, Path temporary) {
    if (day.equals(cleaned) || round != null) {
      return false;
    }
    try {
      round = new Round(day, place(name), place(temporary));
      removed = 0;
      return true;
    } catch (IOException e) {
      log.debug("old names stay for now: the folder gives no times", e);
      return false;
    }
  }

  private Place place(Path justMade) throws IOException {
    return new Place(Objects.requireNonNull(justMade.getParent()), files.lastModified(justMade));
  }

  /** Removes a few; true when there may be more. */
  boolean clean() {
    Round today = round;
    if (today == null) {
      return false;
    }
    if (found.isEmpty()) {
      return find(today);
    }
    for (int i = 0; i < AT_ONCE && !found.isEmpty(); i++) {
      remove(found.remove());
    }
    if (found.isEmpty()) {
      finish(today);
    }
    return !found.isEmpty();
  }

  private boolean find(Round today) {
    try {
      LocalDate oldest = today.day().minusDays(DAYS_KEPT);
      find(today.names(), "", oldest);
      find(today.leftovers(), FolderNames.TEMPORARY, oldest);
    } catch (IOException e) {
      log.debug("old names cannot be listed now", e);
      found.clear();
      round = null;
      return false;
    }
    if (found.isEmpty()) {
      finish(today);
    }
    return !found.isEmpty();
  }

  private void find(Place place, String start, LocalDate oldest) throws IOException {
    Instant before = place.now().minus(Duration.ofDays(DAYS_KEPT));
    files.list(
        place.folder(),
        name -> {
          if (name.startsWith(start) && isBefore(name, oldest)) {
            found.add(new Old(place.folder().resolve(name), before));
          }
        });
  }

  private void finish(Round today) {
    cleaned = today.day();
    round = null;
    log.debug("{} old names and leftovers removed", removed);
  }

  private void remove(Old old) {
    try {
      if (files.lastModified(old.path()).isBefore(old.before())
          && files.deleteIfExists(old.path())) {
        removed++;
      }
    } catch (IOException e) {
      log.debug("{} could not be removed and stays", old.path().getFileName());
    }
  }

  private static boolean isBefore(String name, LocalDate oldest) {
    int digits = name.indexOf('_') + 1;
    if (digits == 0 || name.length() < digits + 8) {
      return false;
    }
    try {
      return LocalDate.parse(name.substring(digits, digits + 8), DateTimeFormatter.BASIC_ISO_DATE)
          .isBefore(oldest);
    } catch (DateTimeException e) {
      return false;
    }
  }
}
