package io.github.shikaku.exchange;

import io.github.shikaku.error.ExchangeUnavailableException;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that the clients of one exchange folder share: the lane on which the folder is
 * touched, the names, the places in flight, and the finding of answers.
 *
 * <p>Answers are found by events and by looking, because a share delivers no events. For few
 * waiting requests their exact names are looked for; for many the folder is listed. That happens at
 * least every ten seconds and takes at most a tenth of the time; where a listing takes so long that
 * both cannot be, the rest grows, up to a minute.
 */
final class FolderHub implements AnswerWatch.Listener {
  private static final Logger log = LoggerFactory.getLogger(FolderHub.class);

  /** How often to look while it is not known that events come, and once it is. */
  private static final Duration WITHOUT_EVENTS = Duration.ofMillis(100);

  private static final Duration WITH_EVENTS = Duration.ofSeconds(1);

  /** How often to look at least, also while the folder does not respond. */
  private static final Duration SELDOM = Duration.ofSeconds(10);

  /** Looking may take one part in ten: nine parts of rest for each part of work. */
  private static final int REST = 9;

  /**
   * The longest rest in a folder that responds but takes more than a second to list, where a tenth
   * of the time and a look every ten seconds cannot both be had. One that takes longer than a ninth
   * of it needs clearing up.
   */
  private static final Duration LONGEST_REST = Duration.ofMinutes(1);

  /** What listing the folder costs, as long as it was not tried. */
  private static final long FIRST_GUESS = 1_000_000;

  /** How long to go on watching when nobody waits any more, because often somebody soon does. */
  private static final Duration BEFORE_REST = Duration.ofMinutes(1);

  /** The day's cleaning lets the first requests pass. */
  private static final Duration TIDYING = Duration.ofSeconds(1);

  private static final Duration FIRST_AGAIN = Duration.ofMillis(10);
  private static final Duration LAST_AGAIN = Duration.ofMillis(250);

  private final ShikakuRuntime runtime;
  private final FolderExchange settings;
  private final Lane lane;
  private final RequestNames names;
  private final OldNames oldNames;
  private final Permits permits;
  private final Map<String, FolderWait<?>> waiting = new ConcurrentHashMap<>();
  private final AtomicBoolean looking = new AtomicBoolean();
  private final AtomicBoolean overflowed = new AtomicBoolean();
  private volatile boolean eventsCome;
  private volatile boolean closed;

  // Touched on the lane only.
  private @Nullable ExchangeFolders folders;
  private @Nullable WatchKey watchKey;
  private long probeNanos;
  private long listNanos = FIRST_GUESS;
  private boolean idle;
  private long restingUntil = System.nanoTime();
  private int round;

  FolderHub(ShikakuRuntime runtime, FolderExchange settings) {
    this.runtime = runtime;
    this.settings = settings;
    this.lane = runtime.newLane();
    this.names = new RequestNames(settings.files(), settings.work(), settings.longerNames());
    this.oldNames = new OldNames(settings.files());
    this.permits = new Permits(settings.maxInFlight(), runtime.callbackExecutor());
  }

  Lane lane() {
    return lane;
  }

  RequestNames names() {
    return names;
  }

  Permits permits() {
    return permits;
  }

  /**
   * Removes old names once a day, a little later and bit by bit. On the lane only.
   *
   * @param name the name that was just reserved
   * @param temporary its temporary file, which was just made
   */
  void tidy(LocalDate day, String name, Path temporary) {
    if (oldNames.begin(day, names.folder().resolve(name), temporary)) {
      later(TIDYING, this::tidyOn);
    }
  }

  private void tidyOn() {
    if (!closed && oldNames.clean()) {
      lane.execute(this::tidyOn);
    }
  }

  /** The folder has one set of names and one line, made by whoever came first. */
  void warnUnlessLike(FolderExchange other) {
    if (!settings.work().equals(other.work())
        || settings.maxInFlight() != other.maxInFlight()
        || settings.longerNames() != other.longerNames()) {
      log.warn(
          "two clients of {} differ in workFolder, maxInFlight or withoutLongerNames; those of the"
              + " first are used for both",
          settings.root());
    }
  }

  /** The sub-folders; on the lane only. */
  ExchangeFolders folders() {
    if (folders == null) {
      folders = ExchangeFolders.find(settings.files(), settings.root());
    }
    return folders;
  }

  /**
   * Look for the sub-folders anew next time, because one of them did not work. On the lane only.
   */
  void forgetFolders() {
    folders = null;
  }

  /**
   * Whether somebody waits under this name; a name may come up again after the clock was set back.
   */
  boolean isAwaited(String request) {
    return waiting.containsKey(FolderNames.key(request + ".xml"));
  }

  /** Whether somebody else has begun to wait for the same answer. */
  boolean isAwaitedByAnother(FolderWait<?> wait) {
    FolderWait<?> now = waiting.get(wait.requestKey());
    return now != null && now != wait;
  }

  /** Starts waiting; false when somebody waits for this answer already. */
  boolean add(FolderWait<?> wait) {
    if (waiting.putIfAbsent(wait.answerKey(), wait) != null) {
      return false;
    }
    waiting.put(wait.requestKey(), wait);
    lane.execute(() -> lookUnlessCrowded(wait));
    if (looking.compareAndSet(false, true)) {
      lane.execute(this::lookAround);
    } else {
      lane.execute(this::wake);
    }
    return true;
  }

  void remove(FolderWait<?> wait) {
    waiting.remove(wait.answerKey(), wait);
    waiting.remove(wait.requestKey(), wait);
  }

  @Override
  public void changed(String fileName) {
    FolderWait<?> wait = waiting.get(FolderNames.key(fileName));
    if (wait != null) {
      eventsCome = true;
      lookSoon(wait);
    }
  }

  @Override
  public void overflow() {
    if (overflowed.compareAndSet(false, true)) {
      lane.execute(this::lookAfterOverflow);
    }
  }

  /** Looks now, but not before the rest after the last round is over; some events were lost. */
  private void lookAfterOverflow() {
    long left = restingUntil - System.nanoTime();
    if (waiting.isEmpty()) {
      overflowed.set(false);
    } else if (left > 0) {
      unlessWoken(Duration.ofNanos(left), this::lookAround);
    } else {
      lookAround();
    }
  }

  @Override
  public void lost() {
    eventsCome = false;
    lane.execute(
        () -> {
          watchKey = null;
          folders = null;
        });
  }

  void close() {
    closed = true;
    try {
      lane.execute(this::unwatch);
    } catch (RejectedExecutionException e) {
      log.warn(
          "the runtime was closed before the last client of {}; close it after its clients",
          settings.root());
    }
  }

  /**
   * Where one listing is cheaper than many names, a listing finds the newcomer's answer as well.
   */
  private void lookUnlessCrowded(FolderWait<?> wait) {
    if (namesAreCheaper(waiting.size() / 2)) {
      look(wait, FIRST_AGAIN);
    }
  }

  private boolean namesAreCheaper(int waits) {
    return waits * probeNanos <= listNanos;
  }

  private void lookSoon(FolderWait<?> wait) {
    if (wait.queued.compareAndSet(false, true)) {
      lane.execute(() -> look(wait, FIRST_AGAIN));
    }
  }

  /**
   * Looks for exactly this answer before the waiting for it ends, because the last round of looking
   * may have been a while ago. On the lane only.
   *
   * @return true when that brought an outcome
   */
  <T> boolean lastLook(FolderWait<T> wait) {
    ExchangeFolders known = foldersIfThere();
    if (wait.isDone() || known == null) {
      return false;
    }
    AtomicBoolean found = new AtomicBoolean();
    wait.look(
        settings.files(),
        known,
        (answer, failure) -> {
          found.set(true);
          finish(wait, answer, failure);
        });
    return found.get();
  }

  private <T> void look(FolderWait<T> wait, Duration nextPause) {
    wait.queued.set(false);
    ExchangeFolders known = foldersIfThere();
    if (wait.isDone() || known == null) {
      return;
    }
    long started = System.nanoTime();
    boolean again =
        wait.look(settings.files(), known, (answer, failure) -> finish(wait, answer, failure));
    if (waiting.get(wait.answerKey()) == wait && !again) {
      // Only looking in vain tells what a name costs: an answer is read either way.
      probeNanos = Math.min(sinceNanos(started), average(probeNanos, started));
    }
    if (again && wait.again.compareAndSet(false, true)) {
      Duration longer = nextPause.multipliedBy(2);
      Duration next = longer.compareTo(LAST_AGAIN) > 0 ? LAST_AGAIN : longer;
      Runnable lookAgain =
          () -> {
            wait.again.set(false);
            look(wait, next);
          };
      later(nextPause, lookAgain);
    }
  }

  private <T> void finish(FolderWait<T> wait, @Nullable T answer, @Nullable Throwable failure) {
    remove(wait);
    wait.completion.execute(
        () -> {
          if (failure != null) {
            wait.future.completeExceptionally(failure);
          } else {
            wait.future.complete(answer);
          }
        });
  }

  /** One round of looking for every waiting request; schedules the next. On the lane only. */
  private void lookAround() {
    if (closed) {
      return;
    }
    overflowed.set(false);
    idle = waiting.isEmpty();
    if (idle) {
      unlessWoken(BEFORE_REST, this::rest);
      return;
    }
    long started = System.nanoTime();
    ExchangeFolders known = foldersIfThere();
    if (known != null) {
      watch(known);
      lookForAll(started);
    }
    long took = sinceNanos(started);
    Duration rest = rest(took);
    restingUntil = System.nanoTime() + rest.toNanos();
    unlessWoken(pause(rest, eventsCome), this::lookAround);
  }

  private void unlessWoken(Duration pause, Runnable task) {
    int next = ++round;
    later(
        pause,
        () -> {
          if (next == round) {
            task.run();
          }
        });
  }

  /** Somebody waits again: do not let the long pause of idleness run out first. */
  private void wake() {
    if (idle) {
      lookAround();
    }
  }

  private Duration rest(long nanos) {
    return isLong(nanos) ? rest(nanos, responds()) : rest(nanos, true);
  }

  private static boolean isLong(long nanos) {
    return Duration.ofNanos(nanos * REST).compareTo(SELDOM) > 0;
  }

  /** How long not to look after a round of looking that took so long. */
  static Duration rest(long nanos, boolean responds) {
    Duration rest = Duration.ofNanos(nanos * REST);
    Duration longest = responds ? LONGEST_REST : SELDOM;
    return rest.compareTo(longest) > 0 ? longest : rest;
  }

  /** When to look again if nothing tells earlier. */
  static Duration pause(Duration rest, boolean eventsCome) {
    Duration base = eventsCome ? WITH_EVENTS : WITHOUT_EVENTS;
    return rest.compareTo(base) > 0 ? rest : base;
  }

  /** Whether the folder is slow because it is crowded, and not because it is going away. */
  private boolean responds() {
    ExchangeFolders known = foldersIfThere();
    return known != null && settings.files().isDirectory(known.res());
  }

  /** Nobody waited for a while: no watch and no timer until somebody does. */
  private void rest() {
    unwatch();
    idle = false;
    looking.set(false);
    if (!waiting.isEmpty() && looking.compareAndSet(false, true)) {
      lane.execute(this::lookAround);
    }
  }

  private void lookForAll(long started) {
    List<FolderWait<?>> all = waits();
    if (!all.isEmpty()) {
      // One name in every round, or a slow start would speak for listing for ever.
      look(all.remove(0), FIRST_AGAIN);
    }
    if (namesAreCheaper(all.size())) {
      for (FolderWait<?> wait : all) {
        look(wait, FIRST_AGAIN);
      }
    } else {
      lookByList(started);
    }
  }

  private void lookByList(long started) {
    ExchangeFolders known = foldersIfThere();
    if (known == null || waiting.isEmpty()) {
      return;
    }
    Set<FolderWait<?>> found = new LinkedHashSet<>();
    try {
      settings
          .files()
          .list(
              known.res(),
              name -> {
                FolderWait<?> wait = waiting.get(FolderNames.key(name));
                if (wait != null) {
                  found.add(wait);
                }
              });
      listNanos = listNanos == FIRST_GUESS ? sinceNanos(started) : average(listNanos, started);
    } catch (IOException e) {
      log.debug("{} cannot be listed now", known.res(), e);
      folders = null;
    }
    for (FolderWait<?> wait : found) {
      look(wait, FIRST_AGAIN);
    }
  }

  private List<FolderWait<?>> waits() {
    List<FolderWait<?>> waits = new ArrayList<>();
    waiting.forEach(
        (key, wait) -> {
          if (key.equals(wait.answerKey())) {
            waits.add(wait);
          }
        });
    return waits;
  }

  private static long average(long before, long started) {
    return Math.max(1, (before * 3 + sinceNanos(started)) / 4);
  }

  private static long sinceNanos(long started) {
    return System.nanoTime() - started;
  }

  /** The folders, or null while they cannot be reached. */
  private @Nullable ExchangeFolders foldersIfThere() {
    try {
      return folders();
    } catch (ExchangeUnavailableException e) {
      log.debug("waiting for the exchange folder to come back", e);
      return null;
    }
  }

  private void watch(ExchangeFolders known) {
    if (watchKey == null || !watchKey.isValid()) {
      watchKey = runtime.watch().register(known.res(), this);
    }
  }

  private void unwatch() {
    if (watchKey != null) {
      runtime.watch().unregister(watchKey);
      watchKey = null;
    }
  }

  private void later(Duration pause, Runnable onLane) {
    runtime.after(pause, () -> lane.execute(onLane));
  }
}
