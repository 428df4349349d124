package io.github.shikaku.wire;

import io.github.shikaku.model.Code;
import io.github.shikaku.model.WireValue;
import io.github.shikaku.wire.Layout.Content;
import io.github.shikaku.wire.Layout.Element;
import io.github.shikaku.wire.Layout.ElementKind;
import io.github.shikaku.wire.Layout.Place;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Derives layouts from annotated records. */
final class RecordLayouts {
  private final MethodHandles.Lookup lookup;
  private final Set<Class<?>> underway = new LinkedHashSet<>();
  private final Map<Type, Content> leaves = new HashMap<>();

  RecordLayouts(MethodHandles.Lookup lookup) {
    this.lookup = lookup;
  }

  <T extends Record> Layout<T> derive(Class<T> type, @Nullable String rootName) {
    if (!underway.add(type)) {
      throw new IllegalArgumentException(type.getName() + " contains itself");
    }
    RecordComponent[] components = type.getRecordComponents();
    List<Element> elements = new ArrayList<>();
    for (int slot = 0; slot < components.length; slot++) {
      elements.add(element(components[slot], slot));
    }
    underway.remove(type);
    return new Layout<>(rootName, elements, new RecordShape<>(type, lookup));
  }

  private Element element(RecordComponent component, int slot) {
    XmlElement annotation = component.getAccessor().getAnnotation(XmlElement.class);
    if (annotation == null || annotation.name().startsWith("#")) {
      throw new IllegalArgumentException(describe(component) + " needs @XmlElement(name = …)");
    }
    XmlElementWrapper wrapper = component.getAccessor().getAnnotation(XmlElementWrapper.class);
    boolean list = component.getType() == List.class;
    if (wrapper != null && !list) {
      throw new IllegalArgumentException(describe(component) + " has a wrapper but is no List");
    }
    Place place =
        new Place(
            annotation.name(),
            component.getName(),
            wrapper == null ? null : wrapper.name(),
            slot,
            list,
            annotation.required(),
            component.getAccessor().isAnnotationPresent(Secret.class));
    Type type = component.getGenericType();
    return new Element(place, content(list ? argument(type, component) : type, component));
  }

  private Content content(Type type, RecordComponent component) {
    if (type instanceof Class<?> raw && raw.isRecord() && !WireValue.class.isAssignableFrom(raw)) {
      return new Content(ElementKind.GROUP, derive(raw.asSubclass(Record.class), null), null, null);
    }
    Content leaf = leaves.get(type);
    if (leaf == null) {
      leaf = leaf(type, component);
      leaves.put(type, leaf);
    }
    return leaf;
  }

  private Content leaf(Type type, RecordComponent component) {
    if (type == String.class) {
      return new Content(ElementKind.TEXT, null, text -> text, null);
    }
    if (type instanceof ParameterizedType generic && generic.getRawType() == Code.class) {
      return code(argument(type, component));
    }
    if (type instanceof Class<?> raw && WireValue.class.isAssignableFrom(raw)) {
      return new Content(ElementKind.VALUE, null, factory(raw), null);
    }
    throw new IllegalArgumentException(
        describe(component) + " has a type that no element can have");
  }

  private static Type argument(Type type, RecordComponent component) {
    if (type instanceof ParameterizedType generic) {
      return generic.getActualTypeArguments()[0];
    }
    throw new IllegalArgumentException(describe(component) + " needs a type argument");
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // E of Code<E> is an enum of the code tables
  private static Content code(Type argument) {
    KnownCodes<?> known = new KnownCodes((Class<?>) argument);
    return new Content(ElementKind.CODE, null, known, known.notReported());
  }

  private Function<String, Object> factory(Class<?> type) {
    MethodHandle handle;
    try {
      handle =
          lookup
              .findStatic(type, "received", MethodType.methodType(type, String.class))
              .asType(MethodType.methodType(Object.class, String.class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(type.getName() + " needs a static received(String)", e);
    }
    return text -> {
      try {
        return (Object) handle.invokeExact(text);
      } catch (Throwable e) {
        throw propagate(e);
      }
    };
  }

  private static String describe(RecordComponent component) {
    return component.getDeclaringRecord().getName() + "." + component.getName();
  }

  private static RuntimeException propagate(@Nullable Throwable e) {
    if (e instanceof Error error) {
      throw error;
    }
    if (e instanceof RuntimeException unchecked) {
      return unchecked;
    }
    return new IllegalStateException("a record's method threw a checked exception", e);
  }

  /**
   * A record by its canonical constructor: called through a handle that is no constant it would
   * take several times as long.
   */
  private static final class RecordShape<T> implements Layout.Shape<T> {
    private final Constructor<T> constructor;
    private final MethodHandle[] accessors;

    RecordShape(Class<T> type, MethodHandles.Lookup lookup) {
      RecordComponent[] components = type.getRecordComponents();
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      try {
        constructor = type.getDeclaredConstructor(types);
        if (!constructor.canAccess(null) && !constructor.trySetAccessible()) {
          throw new IllegalArgumentException(type.getName() + " is not accessible");
        }
        accessors = new MethodHandle[components.length];
        for (int i = 0; i < components.length; i++) {
          accessors[i] =
              lookup
                  .unreflect(components[i].getAccessor())
                  .asType(MethodType.methodType(Object.class, Object.class));
        }
      } catch (ReflectiveOperationException e) {
        throw new IllegalArgumentException(type.getName() + " is not accessible", e);
      }
    }

    @Override
    public T build(@Nullable Object[] slots) {
      try {
        return constructor.newInstance(slots);
      } catch (InvocationTargetException e) {
        throw propagate(e.getCause());
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("a record cannot be made any more", e);
      }
    }

    @Override
    public @Nullable Object get(T message, int slot) {
      try {
        return (Object) accessors[slot].invokeExact((Object) message);
      } catch (Throwable e) {
        throw propagate(e);
      }
    }
  }
}
