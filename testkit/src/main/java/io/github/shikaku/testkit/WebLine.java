package io.github.shikaku.testkit;

/** How an answer travels down the connection. */
enum WebLine {
  /** As it should. */
  WHOLE,
  /** In eight pieces. */
  PIECES,
  /** The headers at once, the body later. */
  LATE_BODY,
  /** Half of the body, and then nothing. */
  STALLED,
  /** Half of the body, and then the connection is reset. */
  RESET_IN_THE_MIDDLE,
  /** The connection is reset instead of an answer. */
  RESET,
  /** The connection is closed instead of an answer. */
  CLOSED,
  /** The connection is closed after the answer without having said so. */
  CLOSED_AFTERWARDS,
  /** Nothing comes. */
  SILENT
}
