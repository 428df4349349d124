package io.github.shikaku.exchange;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What becomes of our own answer files once the answer was handed over. Other products' files are
 * never touched.
 */
public final class AnswerFiles {
  private final boolean kept;
  private final Optional<Path> archive;

  private AnswerFiles(boolean kept, Optional<Path> archive) {
    this.kept = kept;
    this.archive = archive;
  }

  /** They are deleted: the default, because they hold personal data. */
  public static AnswerFiles delete() {
    return new AnswerFiles(false, Optional.empty());
  }

  /** They stay where they are; the terminal removes them after ResponseFileStayTime. */
  public static AnswerFiles keep() {
    return new AnswerFiles(true, Optional.empty());
  }

  /** They are moved into a folder of the institution, which must exist and must be looked after. */
  public static AnswerFiles archive(Path folder) {
    return new AnswerFiles(false, Optional.of(folder.toAbsolutePath()));
  }

  boolean isKept() {
    return kept;
  }

  Optional<Path> archiveFolder() {
    return archive;
  }
}
