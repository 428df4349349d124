package io.github.shikaku.qualification;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.shikaku.model.Code;
import io.github.shikaku.model.PersonalText;
import io.github.shikaku.model.WireValue;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Prints every public record of the messages, filled with a marker, and looks for the marker. */
class NothingPersonalTest {
  /** One that no field accepts, and one that is a valid birthdate, number and insurer number. */
  private static final List<String> MARKERS = List.of("極秘太郎XYZ", "19340506");

  /** Names from layouts and the API, never content. */
  private static final Set<String> NAMES =
      Set.of("UnknownElement.path", "WireTree.name", "Unencodable.field", "Unencodable.element");

  /** A ratio alone tells nothing of a person. */
  private static final Set<String> PRINTED = Set.of("Percentage");

  /** Addresses of the Web API are public: WebAccess is left out. */
  static Stream<Class<?>> publicRecords() {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(
                "io.github.shikaku.model",
                "io.github.shikaku.wire",
                "io.github.shikaku.qualification")
            .stream()
            .map(JavaClass::reflect)
            .filter(type -> type.isRecord() && Modifier.isPublic(type.getModifiers()))
            .filter(
                type ->
                    WireValue.class.isAssignableFrom(type)
                        || !type.getPackageName().endsWith("model"))
            .filter(type -> !PRINTED.contains(type.getSimpleName()))
            .filter(type -> !type.getName().contains("WebAccess"));
  }

  @ParameterizedTest
  @MethodSource("publicRecords")
  void toString_recordFilledWithMarkers_showsNone(Class<?> type) {
    for (String marker : MARKERS) {
      assertThat(String.valueOf(filled(type, marker))).isNotEmpty().doesNotContain(marker);
    }
  }

  private static Object filled(Class<?> type, String marker) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      String name = type.getSimpleName() + "." + components[i].getName();
      values[i] = value(components[i].getGenericType(), NAMES.contains(name) ? "name" : marker);
    }
    if (type == Code.class) {
      return Code.received(io.github.shikaku.model.Sex.class, marker);
    }
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type.getName(), e);
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Object value(Type type, String marker) {
    if (type instanceof TypeVariable<?>) {
      return new PersonalText(marker);
    }
    if (type instanceof ParameterizedType generic) {
      Type argument = generic.getActualTypeArguments()[0];
      if (generic.getRawType() == Code.class) {
        return Code.received((Class) argument, marker);
      }
      // A tree holds trees; one level is enough.
      return argument instanceof Class<?> raw && raw.getSimpleName().equals("WireTree")
          ? List.of()
          : List.of(value(argument, marker));
    }
    if (type == String.class) {
      return marker;
    }
    Class<?> raw = (Class<?>) type;
    if (raw == int.class) {
      return (int) 'x';
    }
    if (raw.isEnum()) {
      return raw.getEnumConstants()[0];
    }
    return filled(raw, PRINTED.contains(raw.getSimpleName()) ? "1" : marker);
  }
}
