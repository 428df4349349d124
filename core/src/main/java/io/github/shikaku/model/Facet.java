package io.github.shikaku.model;

/** What there is to know about an interface, each with its own evidence. */
public enum Facet {
  /** The official id and what it stands for. It is not on the wire. */
  ID,
  /** The prefix of the file name, which is also the API identifier (API識別ID). */
  PREFIX,
  /** The elements of the message and their order. */
  LAYOUT,
  /** The path of the Web API. */
  WEB_PATH
}
