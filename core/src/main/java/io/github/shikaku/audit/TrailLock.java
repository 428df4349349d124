package io.github.shikaku.audit;

import io.github.shikaku.error.InvalidConfigurationException;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that one sink at a time writes a trail, in this process and in all others. The lock
 * lies on a file of its own, because on Windows a locked trail could not be read.
 */
final class TrailLock implements Closeable {
  /**
   * Trails of this process. File locks belong to the process: closing any second handle of the lock
   * file would give up the lock of the first sink, so a second sink must not even open it.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path held;
  private final RandomAccessFile file;

  private TrailLock(Path held, RandomAccessFile file) {
    this.held = held;
    this.file = file;
  }

  static TrailLock take(TrailFiles files) throws IOException {
    Path held = files.folder().toRealPath().resolve(files.lock().getFileName());
    if (!HELD.add(held)) {
      throw taken(files, "in this process");
    }
    boolean locked = false;
    try {
      TrailLock lock = lock(files, held);
      locked = true;
      return lock;
    } finally {
      if (!locked) {
        HELD.remove(held);
      }
    }
  }

  private static TrailLock lock(TrailFiles files, Path held) throws IOException {
    RandomAccessFile file = new RandomAccessFile(files.lock().toFile(), "rw");
    @Nullable FileLock lock = null;
    try {
      lock = file.getChannel().tryLock();
    } catch (OverlappingFileLockException e) {
      throw taken(files, "in this process");
    } finally {
      if (lock == null) {
        file.close();
      }
    }
    if (lock == null) {
      throw taken(files, "by another process");
    }
    return new TrailLock(held, file);
  }

  private static InvalidConfigurationException taken(TrailFiles files, String by) {
    return new InvalidConfigurationException(
        List.of(
            "the audit trail "
                + files.trail()
                + " is already open "
                + by
                + "; share one sink, or give every process a trail of its own"));
  }

  @Override
  public void close() throws IOException {
    try {
      file.close();
    } finally {
      HELD.remove(held);
    }
  }
}
