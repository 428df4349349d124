package io.github.shikaku.testkit;

/** What a request to the simulated Web API is for. */
public enum WebStep {
  /** A login. */
  LOGIN,
  /** An inquiry, for example a lookup. */
  INQUIRY,
  /** A look at the mark that tells a simulator. */
  MARK,
  /** Anything else. */
  OTHER
}
