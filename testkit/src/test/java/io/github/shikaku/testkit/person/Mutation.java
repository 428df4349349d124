package io.github.shikaku.testkit.person;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Copies a tree of records with one component replaced. */
final class Mutation {
  private Mutation() {}

  /** {@code path} names components; the first element of a list is taken where there is one. */
  @SuppressWarnings("unchecked")
  static <T extends Record> T of(T record, String path, @Nullable Object value) {
    return (T) replaced(record, path, value);
  }

  private static Object replaced(Object record, String path, @Nullable Object value) {
    int dot = path.indexOf('.');
    String head = dot < 0 ? path : path.substring(0, dot);
    RecordComponent[] components = record.getClass().getRecordComponents();
    @Nullable Object[] values = new @Nullable Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    boolean found = false;
    try {
      for (int i = 0; i < components.length; i++) {
        types[i] = components[i].getType();
        Object old = components[i].getAccessor().invoke(record);
        if (!components[i].getName().equals(head)) {
          values[i] = old;
        } else {
          found = true;
          values[i] = dot < 0 ? value : inside(old, path.substring(dot + 1), value);
        }
      }
      if (!found) {
        throw new IllegalArgumentException("no component " + head);
      }
      return record.getClass().getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object inside(@Nullable Object old, String path, @Nullable Object value) {
    if (old instanceof List<?> list) {
      List<Object> copy = new ArrayList<>(list);
      copy.set(0, replaced(copy.get(0), path, value));
      return copy;
    }
    if (old == null) {
      throw new IllegalArgumentException("nothing to go into at " + path);
    }
    return replaced(old, path, value);
  }
}
