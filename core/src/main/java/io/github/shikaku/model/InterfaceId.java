package io.github.shikaku.model;

import java.io.Serializable;

/**
 * Official id of an interface (インターフェイスID), for example {@code OQS-IF-001}.
 *
 * @param value the id as the interface list writes it
 */
public record InterfaceId(String value) implements Serializable, Comparable<InterfaceId> {
  /**
   * An id as the interface list writes it.
   *
   * @throws IllegalArgumentException when it is blank
   */
  public static InterfaceId of(String value) {
    String trimmed = value.strip();
    if (trimmed.isEmpty()) {
      throw new IllegalArgumentException("an interface id must not be blank");
    }
    return new InterfaceId(trimmed);
  }

  @Override
  public int compareTo(InterfaceId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
