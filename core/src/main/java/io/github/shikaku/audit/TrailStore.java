package io.github.shikaku.audit;

import java.io.Closeable;
import java.io.IOException;

/** The few things a sink does to the disk; the seam at which a test lets them fail. */
interface TrailStore extends Closeable {
  /** Writes at a byte of the trail; on failure any part may have been written. */
  void write(long position, byte[] lines) throws IOException;

  /** Cuts the trail off. */
  void cut(long length) throws IOException;

  /** Returns when everything written to the trail is on the disk. */
  void force() throws IOException;

  /** Replaces the head file as a whole and for good; on failure either version may stand there. */
  void replaceHead(byte[] line) throws IOException;

  /** Whether the trail still lies in its place and has this length, so nobody else touched it. */
  boolean isUntouched(long length) throws IOException;
}
