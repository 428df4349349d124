package io.github.shikaku.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.shikaku.testkit.WebApiSimulator;
import java.util.ArrayList;
import java.util.List;

/** Accounts as an application hands them out, remembered to see what becomes of them. */
final class Accounts implements WebCredentials {
  private final String password;
  private final List<char[]> given = new ArrayList<>();

  Accounts(String password) {
    this.password = password;
  }

  @Override
  public synchronized WebAccount account() {
    char[] one = password.toCharArray();
    given.add(one);
    return WebAccount.of(WebApiSimulator.SAMPLE_USER, one);
  }

  /** That many were asked for, and nothing is left of any. */
  synchronized void assertGivenAndWiped(int times) {
    assertThat(given).hasSize(times);
    assertThat(given)
        .allSatisfy(one -> assertThat(one).containsOnly('\0').hasSize(password.length()));
  }
}
