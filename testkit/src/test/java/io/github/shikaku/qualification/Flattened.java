package io.github.shikaku.qualification;

import io.github.shikaku.model.InsurerNumber;
import io.github.shikaku.model.PersonalText;
import io.github.shikaku.model.WireValue;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A typed answer as texts by path, so that two of them can be compared field by field. */
final class Flattened {
  private static final String TWINS = "\u2212\uFF0D\u301C\uFF5E\u2014\u2015\u2016\u2225";

  private final Map<String, String> fields = new TreeMap<>();

  private Flattened() {}

  static Map<String, String> of(QualificationAnswer answer) {
    Flattened flat = new Flattened();
    flat.add("answer", answer.message());
    for (int i = 0; i < answer.unknown().size(); i++) {
      // Which of several the name meant is told differently where lists look different.
      flat.fields.put(
          "unknown[" + i + "]",
          answer
                  .unknown()
                  .get(i)
                  .path()
                  .replaceAll("\\[\\d+]|/ResultOfQualificationConfirmation", "")
              + "="
              + answer.unknown().get(i).value().text());
    }
    flat.fields.put("basis", answer.basis().name());
    flat.fields.put("confirmedValid", String.valueOf(answer.isConfirmedValid()));
    return flat.fields;
  }

  private void add(String path, @Nullable Object value) {
    if (value == null) {
      return;
    }
    if (value instanceof PersonalText text) {
      fields.put(path, folded(text.text()));
    } else if (value instanceof InsurerNumber number) {
      // Files pad it with spaces, the Web API with zeros.
      fields.put(path, number.natural());
    } else if (value instanceof WireValue wire) {
      fields.put(path, folded(wire.wire()));
    } else if (value instanceof Record) {
      for (RecordComponent component : value.getClass().getRecordComponents()) {
        add(path + "." + component.getName(), read(component, value));
      }
    } else if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        add(path + "[" + i + "]", list.get(i));
      }
    } else {
      fields.put(path, folded(Objects.toString(value)));
    }
  }

  private static @Nullable Object read(RecordComponent component, Object record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Characters that Shift_JIS and Unicode only spell differently become one. */
  private static String folded(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int at = TWINS.indexOf(c);
      out.append(at >= 0 && at % 2 == 0 ? TWINS.charAt(at + 1) : c);
    }
    return out.toString();
  }
}
