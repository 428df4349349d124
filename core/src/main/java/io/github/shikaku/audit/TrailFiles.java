package io.github.shikaku.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * The files of one trail.
 *
 * @param trail the records
 * @param head where the trail ends; replaced after every record
 * @param lock held while a sink is open; never deleted
 */
record TrailFiles(Path trail, Path head, Path lock) {
  static TrailFiles at(Path trail) {
    Path absolute = trail.toAbsolutePath().normalize();
    return new TrailFiles(absolute, beside(absolute, ".head"), beside(absolute, ".lock"));
  }

  /** Where the next version of a file is written before it takes the file's place. */
  static Path draftOf(Path file) {
    return beside(file, ".new");
  }

  /** Bytes in the trail; 0 when there is none. */
  long length() throws IOException {
    return Files.exists(trail) ? Files.size(trail) : 0;
  }

  Path folder() {
    return Objects.requireNonNull(trail.getParent(), "a file has a folder");
  }

  private static Path beside(Path file, String suffix) {
    return file.resolveSibling(file.getFileName() + suffix);
  }
}
