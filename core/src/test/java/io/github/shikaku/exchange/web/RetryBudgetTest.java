package io.github.shikaku.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RetryBudgetTest {
  private final RetryBudget budget = new RetryBudget();

  @Test
  void takeRetry_withoutRequests_isTenInARow() {
    assertThat(taken(100)).isEqualTo(10);
  }

  @Test
  void takeRetry_afterTenRequests_isOneMore() {
    assertThat(taken(100)).isEqualTo(10);
    requests(9);
    assertThat(taken(100)).isZero();
    requests(1);
    assertThat(taken(100)).isEqualTo(1);
  }

  @Test
  void takeRetry_afterManyRequests_isNeverMoreThanTenInARow() {
    requests(100_000);
    assertThat(taken(100)).isEqualTo(10);
  }

  private void requests(int number) {
    for (int i = 0; i < number; i++) {
      budget.request();
    }
  }

  private int taken(int tries) {
    int taken = 0;
    for (int i = 0; i < tries; i++) {
      taken += budget.takeRetry() ? 1 : 0;
    }
    return taken;
  }
}
