package io.github.shikaku.testkit.message;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/** What the annotations of a model say that JSON has to know: which names are lists and groups. */
final class JsonShape {
  private final Set<String> lists = new HashSet<>();
  private final Set<String> groups = new HashSet<>();
  private final Set<String> scalars = new HashSet<>();

  private JsonShape() {}

  static JsonShape of(Class<?> model) {
    JsonShape shape = new JsonShape();
    shape.groups.add(model.getAnnotation(XmlRootElement.class).name());
    shape.add(model);
    if (!Collections.disjoint(shape.scalars, shape.groups)
        || !Collections.disjoint(shape.scalars, shape.lists)
        || !Collections.disjoint(shape.groups, shape.lists)) {
      throw new IllegalStateException("a name of the model means two things");
    }
    return shape;
  }

  private void add(Class<?> model) {
    for (Field field : model.getDeclaredFields()) {
      XmlElement element = field.getAnnotation(XmlElement.class);
      if (element == null) {
        continue;
      }
      XmlElementWrapper wrapper = field.getAnnotation(XmlElementWrapper.class);
      Class<?> type = field.getType();
      if (wrapper != null) {
        lists.add(wrapper.name());
        type = (Class<?>) ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0];
      }
      if (type == String.class) {
        scalars.add(element.name());
      } else {
        groups.add(element.name());
        add(type);
      }
    }
  }

  boolean isList(String name) {
    return lists.contains(name);
  }

  boolean isGroup(String name) {
    return groups.contains(name);
  }

  boolean isKnown(String name) {
    return scalars.contains(name) || groups.contains(name) || lists.contains(name);
  }
}
