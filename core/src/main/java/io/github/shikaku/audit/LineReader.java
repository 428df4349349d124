package io.github.shikaku.audit;

import java.io.Closeable;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Reads a trail line by line in constant memory, whatever lies in it. */
final class LineReader implements Closeable {
  private final InputStream in;
  private final byte[] chunk = new byte[1 << 16];
  private final byte[] line = new byte[SealedLine.LONGEST];
  private int at;
  private int limit;
  private long position;
  private long start;
  private int length;
  private boolean terminated;
  private boolean tooLong;
  private boolean holed;

  private LineReader(InputStream in, long position) {
    this.in = in;
    this.position = position;
  }

  /** Reads from a byte of the file on, without touching what lies before it. */
  static LineReader open(Path file, long position) throws IOException {
    FileInputStream in = new FileInputStream(file.toFile());
    try {
      in.skipNBytes(position);
      return new LineReader(in, position);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  static LineReader of(InputStream in) {
    return new LineReader(in, 0);
  }

  /** Goes to the next line; false at the end of the file. */
  boolean next() throws IOException {
    start = position;
    length = 0;
    terminated = false;
    tooLong = false;
    holed = false;
    while (!terminated && fill()) {
      take();
    }
    return position > start;
  }

  /** Goes to the end of the file. */
  void skipRest() throws IOException {
    boolean more = true;
    while (more) {
      more = next();
    }
  }

  private boolean fill() throws IOException {
    if (at < limit) {
      return true;
    }
    at = 0;
    limit = in.read(chunk, 0, chunk.length);
    return limit > 0;
  }

  private void take() {
    while (at < limit) {
      byte next = chunk[at++];
      position++;
      if (next == '\n') {
        terminated = true;
        return;
      }
      holed |= next == 0;
      if (length == line.length) {
        tooLong = true;
      } else {
        line[length++] = next;
      }
    }
  }

  /** The line, valid up to {@link #length()} and until the next call. */
  byte[] line() {
    return line;
  }

  /** Length without the line feed. */
  int length() {
    return length;
  }

  /** Where the line starts in the file. */
  long start() {
    return start;
  }

  /** Where the next line starts in the file. */
  long end() {
    return position;
  }

  /** Whether a line feed ends it. */
  boolean isTerminated() {
    return terminated;
  }

  /** Whether it is longer than any line of a trail. */
  boolean isTooLong() {
    return tooLong;
  }

  /** Whether it looks like what a crash or power cut leaves: unended, or with unwritten blocks. */
  boolean looksInterrupted() {
    return !terminated || holed;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
