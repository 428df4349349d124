package io.github.shikaku.wire;

import io.github.shikaku.model.Code;
import io.github.shikaku.model.CodeValue;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The codes of one table as they are received, each made once. Nearly all codes are numbers of one
 * or two digits, which are found by counting.
 */
final class KnownCodes<E extends Enum<E> & CodeValue> implements Function<String, Object> {
  private final Class<E> table;
  private final @Nullable Object[] byNumber = new @Nullable Object[110];
  private final Map<String, Object> others = new HashMap<>();

  KnownCodes(Class<E> table) {
    this.table = table;
    for (E entry : table.getEnumConstants()) {
      String wire = entry.code();
      int number = number(wire);
      if (number >= 0) {
        byNumber[number] = Code.received(table, wire);
      } else if (!wire.isEmpty()) {
        others.put(wire, Code.received(table, wire));
      }
    }
  }

  /** The code of an element that is absent. */
  Object notReported() {
    return Code.notReported(table);
  }

  @Override
  public Object apply(String text) {
    int number = number(text);
    Object code = number >= 0 ? byNumber[number] : others.get(text);
    return code == null ? Code.received(table, text) : code;
  }

  /** Different for all codes of one or two digits; -1 for others. */
  private static int number(String text) {
    int length = text.length();
    if (length == 1) {
      return digit(text, 0);
    }
    if (length != 2 || digit(text, 0) < 0 || digit(text, 1) < 0) {
      return -1;
    }
    return 10 + 10 * digit(text, 0) + digit(text, 1);
  }

  private static int digit(String text, int at) {
    int digit = text.charAt(at) - '0';
    return digit < 0 || digit > 9 ? -1 : digit;
  }
}
