package io.github.shikaku.exchange.web;

/**
 * Where the account for a login comes from: a vault, an encrypted setting, the operating system.
 * Asked once for each login, on the callback executor.
 */
@FunctionalInterface
public interface WebCredentials {
  /** The account. It is wiped as soon as the login was written, so hand out a new one each time. */
  WebAccount account();
}
