package io.github.shikaku.benchmarks;

import java.math.BigDecimal;

/**
 * What a value must keep to.
 *
 * @param upper whether values must not exceed the limit; else they must not fall below it
 * @param limit the limit, itself allowed
 */
record Bound(boolean upper, double limit) {
  static Bound atMost(double limit) {
    return new Bound(true, limit);
  }

  static Bound atLeast(double limit) {
    return new Bound(false, limit);
  }

  boolean holds(double value) {
    return upper ? value <= limit : value >= limit;
  }

  @Override
  public String toString() {
    return (upper ? "<=" : ">=") + BigDecimal.valueOf(limit).stripTrailingZeros().toPlainString();
  }
}
