package io.github.shikaku.exchange.web;

import java.util.Arrays;

/** An account of the Web API for one login; wipes its password when closed. */
public final class WebAccount implements AutoCloseable {
  private final String user;
  private final char[] password;
  private volatile boolean wiped;

  private WebAccount(String user, char[] password) {
    this.user = user;
    this.password = password;
  }

  /** An account. The array is taken over, not copied, and wiped after use. */
  public static WebAccount of(String user, char[] password) {
    return new WebAccount(user, password);
  }

  String user() {
    return user;
  }

  char[] password() {
    return password;
  }

  boolean isWiped() {
    return wiped;
  }

  /** Wipes the password. */
  @Override
  public void close() {
    wiped = true;
    Arrays.fill(password, '\0');
  }

  /** Neither user nor password. */
  @Override
  public String toString() {
    return "WebAccount[***]";
  }
}
