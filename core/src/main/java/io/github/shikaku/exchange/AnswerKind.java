package io.github.shikaku.exchange;

/** As what an answer may arrive; the official examples name all three. */
public enum AnswerKind {
  /** XML: whole as soon as its root element is closed. */
  XML(".xml"),
  /** A ZIP archive: whole when it stayed the same for a moment. */
  ZIP(".zip"),
  /** A PDF: whole when it stayed the same for a moment. */
  PDF(".pdf");

  private final String extension;

  AnswerKind(String extension) {
    this.extension = extension;
  }

  /** The ending of its file name, with the dot. */
  public String extension() {
    return extension;
  }
}
