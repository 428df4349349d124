package io.github.shikaku.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a trail ends: its last line. This is what the head file says.
 *
 * @param sequence number of the last line
 * @param hash its seal
 * @param start where it starts in the file
 * @param end where the next line will start
 */
record TrailEnd(long sequence, String hash, long start, long end) {
  /** The end after one more line. */
  TrailEnd after(byte[] line) {
    return new TrailEnd(sequence + 1, SealedLine.hashOf(line), end, end + line.length);
  }

  byte[] seal(ChainHash chainHash) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("head", 1L);
    members.put(TrailLine.SEQUENCE, sequence);
    members.put("last", hash);
    members.put("start", start);
    members.put("end", end);
    return SealedLine.seal(members, chainHash);
  }

  /** What a head file says; null when it is not as it was written. */
  static @Nullable TrailEnd read(Path head, ChainHash chainHash) throws IOException {
    try (LineReader lines = LineReader.open(head, 0)) {
      boolean oneLine = lines.next() && lines.isTerminated() && !lines.isTooLong();
      SealedLine line = oneLine ? SealedLine.read(lines.line(), lines.length(), chainHash) : null;
      if (line == null || !line.sealed() || line.number("head") != 1 || lines.next()) {
        return null;
      }
      TrailEnd end =
          new TrailEnd(
              line.number(TrailLine.SEQUENCE),
              line.text("last"),
              line.number("start"),
              line.number("end"));
      return end.isPlausible() ? end : null;
    }
  }

  private boolean isPlausible() {
    return sequence >= 0 && start >= 0 && end > start;
  }
}
