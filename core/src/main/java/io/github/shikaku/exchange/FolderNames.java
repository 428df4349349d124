package io.github.shikaku.exchange;

import java.util.Locale;

/** How files in the exchange folder are called. */
final class FolderNames {
  /** Beginning of our temporary files; no request begins like this. */
  static final String TEMPORARY = ".shikaku-";

  private FolderNames() {}

  /** A request that is not published yet. While it exists, the request was never sent. */
  static String temporary(String request) {
    return TEMPORARY + request + ".tmp";
  }

  /** Name of the answer, without extension: {@code req_} becomes {@code res_}. */
  static String answer(String request) {
    int at = request.indexOf("req_");
    return at < 0 ? request : request.substring(0, at) + "res_" + request.substring(at + 4);
  }

  /** How the answers to requests of this prefix begin. */
  static String answerPrefix(String requestPrefix) {
    String start = answer(requestPrefix + "_");
    return start.substring(0, start.length() - 1);
  }

  /** What a file is found by: its name without extension, whatever the case. */
  static String key(String fileName) {
    int dot = fileName.lastIndexOf('.');
    return (dot > 0 ? fileName.substring(0, dot) : fileName).toLowerCase(Locale.ROOT);
  }
}
