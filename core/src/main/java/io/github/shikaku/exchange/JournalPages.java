package io.github.shikaku.exchange;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files of a journal that are free to be written over. Making and removing a file for every ticket
 * costs more than the ticket itself, and the disk has to be waited for twice: for the content and
 * for the name. Not thread-safe.
 */
final class JournalPages {
  private static final Logger log = LoggerFactory.getLogger(JournalPages.class);

  /** Entries are filled up to multiples of this, so that files keep their size. */
  private static final int UNIT = 1024;

  /** More are removed. So many lie there after a rush only, a few kilobytes each. */
  private static final int MOST = 1_024;

  private final Deque<Path> free = new ArrayDeque<>();

  /** The entry as it is written: blanks behind JSON mean nothing. */
  static byte[] filledUp(byte[] entry) {
    byte[] page = Arrays.copyOf(entry, (entry.length + UNIT - 1) / UNIT * UNIT);
    Arrays.fill(page, entry.length, page.length, (byte) ' ');
    return page;
  }

  /** Whether a file was free when its process ended. One that is empty never was. */
  static boolean isFree(byte[] content) {
    for (byte each : content) {
      if (each != ' ') {
        return false;
      }
    }
    return content.length > 0;
  }

  /** Writes durably over a free file; empty when there is none. */
  Optional<Path> writeOver(byte[] page) throws IOException {
    for (Path file = free.poll(); file != null; file = free.poll()) {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        writeAll(channel, page);
        channel.truncate(page.length);
        channel.force(false);
        return Optional.of(file);
      } catch (NoSuchFileException e) {
        log.debug("{} was cleared away", file);
      }
    }
    return Optional.empty();
  }

  /**
   * Blanks a file, which is not waited for: a ticket that comes back is asked for in vain, once.
   */
  void release(Path file) throws IOException {
    if (free.size() == MOST) {
      Files.deleteIfExists(file);
      return;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      byte[] blanks = new byte[Math.toIntExact(channel.size())];
      Arrays.fill(blanks, (byte) ' ');
      writeAll(channel, blanks);
      free.push(file);
    } catch (NoSuchFileException e) {
      log.debug("{} was cleared away", file);
    }
  }

  /** Removes the free files. */
  void clear() {
    for (Path file = free.poll(); file != null; file = free.poll()) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        log.debug("{} could not be removed and is removed next time", file);
      }
    }
  }

  private static void writeAll(FileChannel channel, byte[] content) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(content);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }
}
