package io.github.shikaku.examples.cli;

import java.util.List;

/** One document to be looked into. */
final class InspectedFile {
  private final String path;
  private final List<String> names;
  private final byte[] content;

  /** Names that may tell its interface come with the nearest first. */
  InspectedFile(String path, List<String> names, byte[] content) {
    this.path = path;
    this.names = List.copyOf(names);
    this.content = content;
  }

  /** Its path; behind {@code !/} the name within a ZIP. */
  String path() {
    return path;
  }

  List<String> names() {
    return names;
  }

  byte[] content() {
    return content;
  }

  boolean isZip() {
    return startsWith('P', 'K', 3, 4);
  }

  boolean isPdf() {
    return startsWith('%', 'P', 'D', 'F');
  }

  /** Whether its first character is that of a JSON document. */
  boolean isJson() {
    int at = startsWith(0xEF, 0xBB, 0xBF) ? 3 : 0;
    while (at < content.length && content[at] <= ' ' && content[at] > 0) {
      at++;
    }
    return at < content.length && (content[at] == '{' || content[at] == '[');
  }

  private boolean startsWith(int... start) {
    if (content.length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if (content[i] != (byte) start[i]) {
        return false;
      }
    }
    return true;
  }
}
