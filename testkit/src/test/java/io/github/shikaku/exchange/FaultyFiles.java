package io.github.shikaku.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The seam of the shared folder with faults put in: what Windows and a bad network do. */
public class FaultyFiles extends FolderFiles {
  /** What may be done to a folder. */
  public enum Touch {
    CREATE_DIRECTORY,
    LOOK,
    CREATE,
    WRITE,
    MOVE,
    READ,
    DELETE,
    LIST
  }

  /** Comes before each touch; throws where a look would only see nothing. */
  @FunctionalInterface
  public interface Fault {
    /** Goes by, holds the thread or fails. */
    void before(Touch touch, Path file) throws IOException;
  }

  private static final Fault NONE = (touch, file) -> {};

  private final Map<Touch, AtomicInteger> counts = new ConcurrentHashMap<>();
  private volatile Fault fault = NONE;

  /** From now on this fault. */
  public void put(Fault next) {
    fault = next;
  }

  /** From now on none. */
  public void mend() {
    fault = NONE;
  }

  /** How often this was done so far. */
  public int count(Touch touch) {
    return counter(touch).get();
  }

  private AtomicInteger counter(Touch touch) {
    return counts.computeIfAbsent(touch, key -> new AtomicInteger());
  }

  /** Tells of a touch, before it happens. */
  protected void touch(Touch touch, Path file) throws IOException {
    counter(touch).incrementAndGet();
    fault.before(touch, file);
  }

  private boolean fails(Path file) {
    try {
      touch(Touch.LOOK, file);
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  @Override
  void createDirectory(Path directory) throws IOException {
    touch(Touch.CREATE_DIRECTORY, directory);
    super.createDirectory(directory);
  }

  @Override
  boolean isDirectory(Path path) {
    return !fails(path) && super.isDirectory(path);
  }

  @Override
  boolean exists(Path path) {
    return !fails(path) && super.exists(path);
  }

  @Override
  boolean isGone(Path path) {
    return !fails(path) && super.isGone(path);
  }

  @Override
  void createEmpty(Path file) throws IOException {
    touch(Touch.CREATE, file);
    super.createEmpty(file);
  }

  @Override
  void write(Path file, byte[] content) throws IOException {
    touch(Touch.WRITE, file);
    super.write(file, content);
  }

  @Override
  void move(Path from, Path to) throws IOException {
    touch(Touch.MOVE, from);
    super.move(from, to);
  }

  @Override
  byte[] read(Path file, int limit) throws IOException {
    touch(Touch.READ, file);
    return super.read(file, limit);
  }

  @Override
  boolean deleteIfExists(Path file) throws IOException {
    touch(Touch.DELETE, file);
    return super.deleteIfExists(file);
  }

  @Override
  void list(Path folder, Consumer<String> names) throws IOException {
    touch(Touch.LIST, folder);
    super.list(folder, names);
  }
}
