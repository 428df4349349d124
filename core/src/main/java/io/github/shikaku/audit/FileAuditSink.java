package io.github.shikaku.audit;

import io.github.shikaku.error.AuditException;
import io.github.shikaku.error.CoreError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the audit trail in a file of JSON lines. Every line seals itself and the line before it
 * (SHA-256, or HMAC-SHA256 with the vendor's key), and a head file beside it says where the trail
 * ends, so that {@link AuditTrail} finds any change, gap, other order or missing end. A record is
 * on the disk when {@link #record} returns.
 *
 * <p>When the disk is full the record is refused and the trail stays whole; later records try
 * again. After a crash, opening sets an unfinished line aside and notes its length in the trail; it
 * had not been acknowledged. A trail that was tampered with is not continued.
 *
 * <p>One sink per trail: a lock keeps a second one out, in the same process and in others. Put the
 * trail on a local disk; records that wait together are written together. Access logs are to be
 * kept for at least three years (標準仕様書 第2章別紙2): start a new file when one becomes too long, and
 * keep the old one with its head.
 */
public final class FileAuditSink implements AuditSink, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FileAuditSink.class);

  private final TrailFiles files;
  private final ChainHash hash;
  private final TrailLock lock;
  private final TrailStore store;
  private final Queue<Pending> queue = new ConcurrentLinkedQueue<>();
  private final ReentrantLock writing = new ReentrantLock();

  private TrailEnd end;
  private boolean trailDirty;
  private boolean headBehind;
  private boolean closed;

  private FileAuditSink(
      TrailFiles files, ChainHash hash, TrailLock lock, TrailStore store, TrailEnd end) {
    this.files = files;
    this.hash = hash;
    this.lock = lock;
    this.store = store;
    this.end = end;
  }

  /**
   * Opens a trail without a key, or starts it. Its folder is made when it is missing.
   *
   * @throws io.github.shikaku.error.InvalidConfigurationException when another sink has it open
   * @throws AuditException when the trail is not whole at its end, or cannot be written
   */
  public static FileAuditSink open(Path trail) {
    return open(trail, ChainHash.plain(), TrailDisk::open);
  }

  /**
   * Opens a trail with a key, or starts it. The key is copied, and wiped when the sink is closed.
   *
   * @param trail the file
   * @param key at least 16 random bytes, kept where whoever can write the trail cannot read it
   * @throws io.github.shikaku.error.InvalidConfigurationException when another sink has it open, or
   *     the key is too short
   * @throws AuditException when the trail is not whole at its end, has another key, or cannot be
   *     written
   */
  public static FileAuditSink open(Path trail, byte[] key) {
    return open(trail, ChainHash.keyed(key), TrailDisk::open);
  }

  /**
   * Opens a trail with a key of characters, used in UTF-8; otherwise as {@link #open(Path,
   * byte[])}.
   *
   * @param trail the file
   * @param key at least 16 random characters
   * @throws io.github.shikaku.error.InvalidConfigurationException when another sink has it open, or
   *     the key is too short
   * @throws AuditException when the trail is not whole at its end, has another key, or cannot be
   *     written
   */
  public static FileAuditSink open(Path trail, char[] key) {
    return open(trail, ChainHash.keyed(key), TrailDisk::open);
  }

  static FileAuditSink open(Path trail, ChainHash hash, StoreOpener opener) {
    Opening opening = new Opening(TrailFiles.at(trail), hash);
    try {
      return opening.open(opener);
    } catch (IOException e) {
      throw new AuditException(
          CoreError.AUDIT_REFUSED, "the audit trail cannot be opened: " + trail, e);
    } finally {
      opening.undoUnlessDone();
    }
  }

  /**
   * Keeps a record. It is on the disk when this returns; an interrupt does not keep it from that.
   *
   * @throws AuditException when it is refused: the disk is full or gone, the sink is closed, or
   *     somebody else wrote to the trail. It may then still stand in the trail, when only the head
   *     could not follow
   */
  @Override
  public void record(AuditRecord record) {
    Pending own = new Pending(record);
    queue.add(own);
    writing.lock();
    try {
      if (!own.isSettled()) {
        commit();
      }
    } finally {
      writing.unlock();
    }
    own.rethrow(files.trail());
  }

  /** Closes the trail and wipes the key. Later records are refused. */
  @Override
  public void close() {
    writing.lock();
    try {
      if (!closed) {
        closed = true;
        closeAll(store, lock, hash);
      }
    } catch (IOException e) {
      throw new AuditException(
          CoreError.AUDIT_REFUSED, "the audit trail cannot be closed: " + files.trail(), e);
    } finally {
      writing.unlock();
    }
  }

  private static void closeAll(@Nullable TrailStore store, @Nullable TrailLock lock, ChainHash hash)
      throws IOException {
    try {
      if (store != null) {
        store.close();
      }
    } finally {
      hash.close();
      if (lock != null) {
        lock.close();
      }
    }
  }

  /** Writes everything that waits; whoever comes first does it for all. */
  private void commit() {
    List<Pending> group = new ArrayList<>();
    for (Pending next = queue.poll(); next != null; next = queue.poll()) {
      group.add(next);
    }
    Refusal refusal = new Refusal(CoreError.AUDIT_REFUSED, "the record could not be written", null);
    try {
      refusal = write(group);
    } catch (IOException e) {
      refusal = new Refusal(CoreError.AUDIT_REFUSED, "the record could not be written", e);
    } finally {
      for (Pending pending : group) {
        pending.settle(refusal);
      }
    }
  }

  private @Nullable Refusal write(List<Pending> group) throws IOException {
    if (closed) {
      return new Refusal(CoreError.AUDIT_REFUSED, "the sink is closed", null);
    }
    repair();
    if (!store.isUntouched(end.end())) {
      return new Refusal(
          CoreError.AUDIT_TRAIL_BROKEN, "somebody else moved the trail or wrote to it", null);
    }
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    TrailEnd next = end;
    for (Pending pending : group) {
      byte[] line =
          SealedLine.seal(TrailLine.record(next.sequence() + 1, pending.record, next.hash()), hash);
      lines.writeBytes(line);
      next = next.after(line);
    }
    append(lines.toByteArray(), next);
    return null;
  }

  private void append(byte[] lines, TrailEnd next) throws IOException {
    trailDirty = true;
    try {
      store.write(end.end(), lines);
      store.force();
    } catch (IOException e) {
      cutBack(e);
      throw e;
    }
    end = next;
    trailDirty = false;
    headBehind = true;
    repair();
  }

  /** Takes back what a failed write left; where even that fails, the next record tries again. */
  private void cutBack(IOException failure) {
    try {
      repair();
    } catch (IOException e) {
      failure.addSuppressed(e);
      LOG.warn("audit trail takes no records until it can be repaired: {}", files.trail());
    }
  }

  /** Brings trail and head to the last line that was written wholly. */
  private void repair() throws IOException {
    if (trailDirty) {
      store.cut(end.end());
      store.force();
      trailDirty = false;
    }
    if (headBehind) {
      store.replaceHead(end.seal(hash));
      headBehind = false;
    }
  }

  /**
   * Puts a note of its length over an unfinished line; at any crash in between something unfinished
   * is left.
   */
  private void setAside(long unfinishedBytes) throws IOException {
    byte[] line =
        SealedLine.seal(TrailLine.recovered(end.sequence() + 1, unfinishedBytes, end.hash()), hash);
    TrailEnd next = end.after(line);
    store.cut(end.end() + 1);
    store.write(end.end(), line);
    store.force();
    end = next;
    LOG.warn(
        "audit trail {} ended within a line of {} bytes that was never acknowledged; noted as line"
            + " number {}",
        files.trail(),
        unfinishedBytes,
        end.sequence());
  }

  /** Opens the disk of a trail. */
  @FunctionalInterface
  interface StoreOpener {
    TrailStore open(TrailFiles files) throws IOException;
  }

  /** Opens a sink, and leaves nothing open when that fails. */
  private static final class Opening {
    private final TrailFiles files;
    private final ChainHash hash;
    private @Nullable TrailLock lock;
    private @Nullable TrailStore store;
    private boolean done;

    Opening(TrailFiles files, ChainHash hash) {
      this.files = files;
      this.hash = hash;
    }

    FileAuditSink open(StoreOpener opener) throws IOException {
      Files.createDirectories(files.folder());
      TrailLock taken = TrailLock.take(files);
      lock = taken;
      TrailOpening found = TrailOpening.of(files, hash);
      TrailStore opened = opener.open(files);
      store = opened;
      FileAuditSink sink = new FileAuditSink(files, hash, taken, opened, found.end());
      if (found.unfinishedBytes() > 0) {
        sink.setAside(found.unfinishedBytes());
      }
      sink.headBehind = true;
      sink.repair();
      done = true;
      return sink;
    }

    void undoUnlessDone() {
      if (done) {
        return;
      }
      try {
        closeAll(store, lock, hash);
      } catch (IOException e) {
        LOG.warn("audit trail could not be closed after it could not be opened", e);
      }
    }
  }

  /** Why a group of records was not taken. */
  private record Refusal(CoreError error, String reason, @Nullable IOException cause) {}

  /** A record on its way to the disk; settled under the lock. */
  private static final class Pending {
    private final AuditRecord record;
    private boolean settled;
    private @Nullable Refusal refusal;

    Pending(AuditRecord record) {
      this.record = record;
    }

    boolean isSettled() {
      return settled;
    }

    void settle(@Nullable Refusal why) {
      settled = true;
      refusal = why;
    }

    void rethrow(Path trail) {
      if (refusal != null) {
        throw new AuditException(
            refusal.error(), "audit trail " + trail + ": " + refusal.reason(), refusal.cause());
      }
    }
  }
}
