package io.github.shikaku.examples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.shikaku.model.Birthdate;
import io.github.shikaku.model.Code;
import io.github.shikaku.model.InsurerNumber;
import io.github.shikaku.model.OqsDate;
import io.github.shikaku.model.OqsMonth;
import io.github.shikaku.model.OqsTime;
import io.github.shikaku.model.Percentage;
import io.github.shikaku.model.WireValue;
import io.github.shikaku.model.Yen;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object of the fields of a message. What is absent is left out; what has not the form of
 * its field is printed as it came, so that nothing is lost.
 */
final class Fields {
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

  private final ObjectNode json = JsonNodeFactory.instance.objectNode();

  ObjectNode json() {
    return json;
  }

  Fields put(String name, @Nullable String text) {
    if (text != null) {
      json.put(name, text);
    }
    return this;
  }

  /** The JSON of a value; shares and amounts as numbers, for which the name says the unit. */
  Fields put(String name, @Nullable WireValue value) {
    if (value instanceof Code<?> code) {
      putCode(name, code);
    } else if (value instanceof Percentage share && share.percent().isPresent()) {
      json.put(name, share.percent().getAsInt());
    } else if (value instanceof Yen yen && yen.amount().isPresent()) {
      json.put(name, yen.amount().getAsLong());
    } else if (value != null) {
      json.put(name, text(value));
    }
    return this;
  }

  Fields put(String name, ObjectNode child) {
    if (!child.isEmpty()) {
      json.set(name, child);
    }
    return this;
  }

  Fields put(String name, ArrayNode children) {
    if (!children.isEmpty()) {
      json.set(name, children);
    }
    return this;
  }

  /** All components of a record under their own names. */
  static ObjectNode ofRecord(Record message) {
    Fields fields = new Fields();
    for (RecordComponent component : message.getClass().getRecordComponents()) {
      fields.putComponent(component.getName(), valueOf(component, message));
    }
    return fields.json();
  }

  private void putComponent(String name, @Nullable Object value) {
    if (value instanceof Percentage share) {
      put(name + "Percent", share);
    } else if (value instanceof Yen yen) {
      put(name + "Yen", yen);
    } else if (value instanceof WireValue wire) {
      put(name, wire);
    } else if (value instanceof Record group) {
      put(name, ofRecord(group));
    } else if (value instanceof Collection<?> items) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      for (Object item : items) {
        if (item instanceof WireValue wire) {
          array.add(text(wire));
        } else if (item instanceof Record group) {
          array.add(ofRecord(group));
        } else {
          array.add(item.toString());
        }
      }
      put(name, array);
    } else if (value != null) {
      put(name, value.toString());
    }
  }

  private static @Nullable Object valueOf(RecordComponent component, Record message) {
    try {
      return component.getAccessor().invoke(message);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("messages are public records", e);
    }
  }

  private void putCode(String name, Code<?> code) {
    if (code.isReported()) {
      json.putObject(name)
          .put("code", code.isKnown() ? code.wire().strip() : code.wire())
          .put("label", code.label().orElse(null));
    }
  }

  private static String text(WireValue value) {
    if (value instanceof OqsDate date) {
      return date.date().map(Object::toString).orElse(date.wire());
    }
    if (value instanceof Birthdate date) {
      return date.date().map(Object::toString).orElse(date.wire());
    }
    if (value instanceof OqsTime time) {
      return time.time().map(SECONDS::format).orElse(time.wire());
    }
    if (value instanceof OqsMonth month) {
      return month.month().map(Object::toString).orElse(month.wire());
    }
    return value instanceof InsurerNumber insurer ? insurer.natural() : value.wire();
  }
}
