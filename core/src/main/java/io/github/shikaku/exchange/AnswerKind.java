package io.github.shikaku.exchange;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** As what an answer may arrive; the official examples of files name the first three. */
public enum AnswerKind {
  /** XML: whole as soon as its root element is closed. */
  XML(".xml"),
  /** A ZIP archive: whole when it stayed the same for a moment. */
  ZIP(".zip"),
  /** A PDF: whole when it stayed the same for a moment. */
  PDF(".pdf"),
  /** JSON: over the Web API only, never a file. */
  JSON(".json");

  /** Those that appear in folders. */
  static final Set<AnswerKind> FILES = Collections.unmodifiableSet(EnumSet.of(XML, ZIP, PDF));

  private final String extension;

  AnswerKind(String extension) {
    this.extension = extension;
  }

  /** The ending of its file name, with the dot. */
  public String extension() {
    return extension;
  }
}
