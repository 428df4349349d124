package io.github.shikaku.model;

/** Which way the messages of an interface travel. */
public enum Direction {
  /** From the institution to OQS (要求). */
  REQUEST,
  /** From OQS to the institution (結果). */
  ANSWER,
  /** Not known. */
  UNKNOWN
}
