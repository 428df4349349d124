package io.github.shikaku.wire;

import io.github.shikaku.model.CharacterCode;
import io.github.shikaku.model.Code;
import io.github.shikaku.model.CodeValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Fills any annotated record with random content, from a seed. */
public final class RandomMessages {
  private static final String SHIFT_JIS_CHARACTERS =
      "0123456789ABCxyz-_/.:;()&<>'\"\\~ 　ｱｲｳﾞﾟァ、。・記号番号資格確認東京都千代田区－～―∥￠￡￢●○徳高崎";
  private static final String UTF_8_CHARACTERS = SHIFT_JIS_CHARACTERS + "①髙﨑德𠮷−〜—‖¢£¬é\t\n";

  private final Random random;
  private final WireEncoding encoding;
  private final String characters;

  /** Text that the encoding carries and gives back unchanged. */
  public RandomMessages(long seed, WireEncoding encoding) {
    random = new Random(seed);
    this.encoding = encoding;
    characters = encoding == WireEncoding.UTF_8 ? UTF_8_CHARACTERS : SHIFT_JIS_CHARACTERS;
  }

  /** A record with at least one component set, and all nested records below it likewise. */
  public <T extends Record> T next(Class<T> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    @Nullable Object[] values = new @Nullable Object[components.length];
    int always = random.nextInt(components.length);
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      boolean present = i == always || random.nextInt(4) > 0 || mustBePresent(components[i]);
      values[i] = value(components[i].getGenericType(), present);
    }
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean mustBePresent(RecordComponent component) {
    jakarta.xml.bind.annotation.XmlElement element =
        component.getAccessor().getAnnotation(jakarta.xml.bind.annotation.XmlElement.class);
    return element != null && element.required();
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private @Nullable Object value(Type type, boolean present) {
    if (type instanceof ParameterizedType generic && generic.getRawType() == Code.class) {
      Class table = (Class<?>) generic.getActualTypeArguments()[0];
      String wire =
          table == CharacterCode.class ? encoding.identifier() : code(table.getEnumConstants());
      return Code.received(table, present ? wire : null);
    }
    if (type instanceof ParameterizedType generic) {
      List<Object> list = new ArrayList<>();
      for (int i = present ? 1 + random.nextInt(3) : 0; i > 0; i--) {
        Object item = value(generic.getActualTypeArguments()[0], true);
        if (item != null) {
          list.add(item);
        }
      }
      return list;
    }
    if (!present) {
      return null;
    }
    if (type == String.class) {
      return text();
    }
    Class<?> raw = (Class<?>) type;
    try {
      return raw.getPackageName().endsWith("model")
          ? raw.getMethod("received", String.class).invoke(null, text())
          : next(raw.asSubclass(Record.class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private String code(Object[] entries) {
    String code = ((CodeValue) entries[random.nextInt(entries.length)]).code();
    return code.isEmpty() ? "Z" + random.nextInt(100) : code;
  }

  /** Never only white space: that counts as absent. */
  private String text() {
    StringBuilder text = new StringBuilder("x");
    for (int i = random.nextInt(12); i > 0; i--) {
      int start = characters.offsetByCodePoints(0, random.nextInt(codePoints()));
      text.appendCodePoint(characters.codePointAt(start));
    }
    return random.nextBoolean() ? text.reverse().toString() : text.toString();
  }

  private int codePoints() {
    return characters.codePointCount(0, characters.length());
  }
}
