package io.github.shikaku.exchange;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What clients share: threads, the watch service, the scheduler, the clock and the executor on
 * which futures complete. Ten thousand clients may use one runtime; whoever creates it closes it,
 * after the clients.
 *
 * <p>Threads start when they are first needed and are daemons: one that watches, one that keeps
 * time, at most {@link Builder#ioThreads} that touch folders and at most {@link
 * Builder#callbackThreads} that complete futures.
 */
public final class ShikakuRuntime implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ShikakuRuntime.class);

  /** The time zone of every date on the wire. */
  public static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private final Clock clock;
  private final ScheduledThreadPoolExecutor scheduler;
  private final ThreadPoolExecutor io;
  private final Executor callbacks;
  private final @Nullable ExecutorService ownCallbacks;
  private final Map<Path, SharedHub> hubs = new HashMap<>();
  private final AnswerWatch watch;

  /** Set on a thread while it completes futures. */
  private final ThreadLocal<Boolean> completing = new ThreadLocal<>();

  private final Map<Class<?>, AutoCloseable> shared = new HashMap<>();
  private boolean closed;

  private static final class SharedHub {
    final FolderHub hub;
    int users;

    SharedHub(FolderHub hub) {
      this.hub = hub;
    }
  }

  private ShikakuRuntime(Builder builder) {
    clock = builder.clock.withZone(JAPAN);
    scheduler = new ScheduledThreadPoolExecutor(1, threads("shikaku-timer"));
    scheduler.setRemoveOnCancelPolicy(true);
    scheduler.setKeepAliveTime(30, TimeUnit.SECONDS);
    scheduler.allowCoreThreadTimeOut(true);
    io = pool(builder.ioThreads, "shikaku-io");
    if (builder.callbacks == null) {
      ownCallbacks = pool(builder.callbackThreads, "shikaku-callback");
      callbacks = neverRefusing(ownCallbacks);
    } else {
      ownCallbacks = null;
      callbacks = neverRefusing(builder.callbacks);
    }
    watch = new AnswerWatch(threads("shikaku-watch"));
  }

  /** A runtime with the defaults. */
  public static ShikakuRuntime create() {
    return builder().build();
  }

  /** Starts a runtime of one's own making. */
  public static Builder builder() {
    return new Builder();
  }

  /** The clock, in Japanese time. */
  public Clock clock() {
    return clock;
  }

  /** Today in Japan. */
  public LocalDate today() {
    return LocalDate.now(clock);
  }

  /** Where futures complete. */
  public Executor callbackExecutor() {
    return callbacks;
  }

  /** Whether this thread is just completing futures. */
  public boolean isCompleting() {
    return completing.get() != null;
  }

  /** Runs a task that completes futures on this thread, which waits for one of them. */
  public void complete(Runnable task) {
    Boolean before = completing.get();
    completing.set(true);
    try {
      task.run();
    } finally {
      if (before == null) {
        completing.remove();
      }
    }
  }

  /**
   * Runs a task after a while on the thread that keeps time, so it must be short and never touch a
   * folder or a network. Once the runtime is closed nothing runs any more.
   *
   * @return what cancels it
   */
  public Runnable after(Duration pause, Runnable task) {
    try {
      Future<?> scheduled = scheduler.schedule(task, pause.toNanos(), TimeUnit.NANOSECONDS);
      return () -> scheduled.cancel(false);
    } catch (RejectedExecutionException e) {
      log.debug("the runtime is closed; nothing is scheduled any more");
      return () -> {};
    }
  }

  /**
   * Where work runs that touches a disk or may block for another reason; a limited number of
   * threads.
   */
  public Executor background() {
    return io;
  }

  /**
   * Something of which all clients of this runtime use one, such as a pool of connections. Made
   * when it is first asked for, closed with the runtime.
   */
  public <T extends AutoCloseable> T shared(Class<T> type, Supplier<T> maker) {
    synchronized (shared) {
      if (closed) {
        throw new IllegalStateException("the runtime is closed");
      }
      return type.cast(shared.computeIfAbsent(type, key -> maker.get()));
    }
  }

  private void closeShared() {
    synchronized (shared) {
      closed = true;
      for (AutoCloseable one : shared.values()) {
        try {
          one.close();
        } catch (Exception e) {
          log.warn("something that clients shared could not be closed", e);
        }
      }
      shared.clear();
    }
  }

  /** Ends every thread. Clients must be closed before. */
  @Override
  public void close() {
    closeShared();
    watch.close();
    scheduler.shutdownNow();
    io.shutdown();
    if (ownCallbacks != null) {
      ownCallbacks.shutdown();
    }
  }

  AnswerWatch watch() {
    return watch;
  }

  /**
   * A queue of its own on the shared threads: tasks run one after the other, never two at a time.
   */
  public Lane newLane() {
    return new Lane(io);
  }

  /**
   * The hub of a folder, shared by all who use the folder; to be given back with {@link #release}.
   */
  FolderHub hub(Path root, Supplier<FolderHub> maker) {
    synchronized (hubs) {
      SharedHub shared = hubs.computeIfAbsent(root, key -> new SharedHub(maker.get()));
      shared.users++;
      return shared.hub;
    }
  }

  void release(Path root) {
    synchronized (hubs) {
      SharedHub shared = hubs.get(root);
      if (shared != null && --shared.users == 0) {
        hubs.remove(root);
        shared.hub.close();
      }
    }
  }

  /** An executor that is full or closed must not leave anybody without an outcome. */
  private Executor neverRefusing(Executor executor) {
    return task -> {
      Runnable completion = () -> complete(task);
      try {
        executor.execute(completion);
      } catch (RejectedExecutionException e) {
        log.debug("the callback executor refused; the task runs where it is");
        completion.run();
      }
    };
  }

  private static ThreadPoolExecutor pool(int size, String name) {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            size, size, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads(name));
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  private static ThreadFactory threads(String name) {
    AtomicInteger count = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, name + "-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  /** Collects what a runtime is made of. */
  public static final class Builder {
    private Clock clock = Clock.systemUTC();
    private int ioThreads = 16;
    private int callbackThreads = 4;
    private @Nullable Executor callbacks;

    private Builder() {}

    /** The clock; its zone does not matter, dates are always those of Japan. */
    public Builder clock(Clock value) {
      clock = value;
      return this;
    }

    /**
     * How many threads may touch folders at once, 16 by default. A folder uses one at most, so this
     * is also how many shares may hang before the healthy ones have to wait.
     */
    public Builder ioThreads(int number) {
      ioThreads = number;
      return this;
    }

    /**
     * How many threads complete futures, 4 by default; without effect with an executor of one's
     * own.
     */
    public Builder callbackThreads(int number) {
      callbackThreads = number;
      return this;
    }

    /**
     * Where futures complete; it is not closed with the runtime. What it refuses runs on a thread
     * of the runtime instead.
     */
    public Builder callbackExecutor(Executor executor) {
      callbacks = executor;
      return this;
    }

    /**
     * The runtime. No thread is started yet.
     *
     * @throws IllegalArgumentException when a number of threads is less than one
     */
    public ShikakuRuntime build() {
      return new ShikakuRuntime(this);
    }
  }
}
