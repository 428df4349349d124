package io.github.shikaku;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.shikaku.audit.AuditSink;
import io.github.shikaku.error.InvalidRequestException;
import io.github.shikaku.error.OqsSystemException;
import io.github.shikaku.error.ShikakuException;
import io.github.shikaku.error.TerminalRejectionException;
import io.github.shikaku.error.WebRejectionException;
import io.github.shikaku.exchange.ConnectionSetup;
import io.github.shikaku.exchange.ExchangeConnection;
import io.github.shikaku.exchange.FolderExchange;
import io.github.shikaku.exchange.Journal;
import io.github.shikaku.exchange.OpenTickets;
import io.github.shikaku.exchange.ShikakuRuntime;
import io.github.shikaku.listen.ShikakuListener;
import io.github.shikaku.model.Code;
import io.github.shikaku.model.MedicalInstitutionCode;
import io.github.shikaku.model.PersonalText;
import io.github.shikaku.model.Sex;
import io.github.shikaku.model.Ticket;
import io.github.shikaku.qualification.QualificationQuery;
import io.github.shikaku.wire.Catalogue;
import io.github.shikaku.wire.JsonReader;
import io.github.shikaku.wire.Samples;
import io.github.shikaku.wire.WireException;
import io.github.shikaku.wire.XmlReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything public is filled with a marker and printed, and whatever can be refused is refused;
 * the marker must not be seen.
 */
class NothingPersonalTest {
  /** One that no field accepts, and one that is a valid birthdate, number and insurer number. */
  private static final List<String> MARKERS = List.of("極秘太郎XYZ", "19340506");

  private static final LocalDate BIRTHDATE = LocalDate.of(1934, 5, 6);

  /**
   * What never comes from or about a patient, and is printed: names of the layouts and the API,
   * names that we made, staff, what is published.
   */
  private static final Set<String> NAMES =
      Set.of(
          "UnknownElement.path",
          "WireTree.name",
          "Unencodable.field",
          "Unencodable.element",
          "Violation.field",
          "Violation.japanese",
          "Violation.english",
          "InterfaceId.value",
          "Ticket.name",
          "Ticket.identifier",
          "RawAnswer.name",
          "AuditRecord.operation",
          "AuditRecord.requestName",
          "AuditRecord.correlationId",
          "AuditRecord.consentAskedBy",
          "AuditProblem.message",
          "AuditVerification.lastHash",
          "Call.consentAskedBy",
          "CallContext.operatorId",
          "OperatorRole.label",
          "FolderFinding.japanese",
          "FolderFinding.english",
          "InterfaceDefinition.japaneseName",
          "InterfaceDefinition.prefix",
          "InterfaceDefinition.webPath",
          "InterfaceDefinition.sources",
          "InterfaceDefinition.overriddenBy",
          "WebAccess.hosts",
          "Fact.value",
          "Fact.source",
          "Fact.overriddenBy",
          "LoginBody.members",
          "LoginBody.source",
          "LoginBody.overriddenBy",
          "CallInfo.operation",
          "CallInfo.traceparent");

  /** What a record of its phase must not have. */
  private static final Set<String> ABSENT = Set.of("AuditRecord.outcome", "AuditRecord.errorId");

  static Stream<Class<?>> publicRecords() {
    return core().filter(type -> type.isRecord() && Modifier.isPublic(type.getModifiers()));
  }

  @ParameterizedTest
  @MethodSource("publicRecords")
  void toString_recordFilledWithMarkers_showsNone(Class<?> type) {
    for (String marker : MARKERS) {
      assertHidden(String.valueOf(filled(type, marker)));
    }
  }

  @Test
  void names_thatMayBePrinted_areComponentsOfPublicRecords() {
    assertThat(
            publicRecords()
                .flatMap(
                    type ->
                        Arrays.stream(type.getRecordComponents())
                            .map(component -> type.getSimpleName() + "." + component.getName())))
        .containsAll(NAMES);
  }

  /** Every {@code of(String)} of the value types. */
  static Stream<Method> strictFactories() {
    return publicRecords()
        .flatMap(type -> Arrays.stream(type.getMethods()))
        .filter(method -> Modifier.isStatic(method.getModifiers()) && method.getName().equals("of"))
        .filter(method -> Arrays.equals(method.getParameterTypes(), new Class<?>[] {String.class}));
  }

  @ParameterizedTest
  @MethodSource("strictFactories")
  void of_markerThatIsRefused_isNotQuoted(Method of) {
    for (String marker : MARKERS) {
      for (String text : List.of(marker, marker + marker + marker, marker + "\u0001")) {
        Throwable refused = catchThrowable(() -> of.invoke(null, text));
        if (refused instanceof InvocationTargetException wrapped) {
          assertHidden(printed(wrapped.getTargetException()));
        }
      }
    }
  }

  @Test
  void query_markersEverywhere_areNotQuoted() {
    List<Consumer<QualificationQuery.Builder>> fields =
        MARKERS.stream()
            .flatMap(
                marker ->
                    Stream.<Consumer<QualificationQuery.Builder>>of(
                        query -> query.insurerNumber(marker + "9999"),
                        query -> query.symbol(marker.repeat(9)),
                        query -> query.number(marker.repeat(9)),
                        query -> query.branch(marker)))
            .toList();
    for (Consumer<QualificationQuery.Builder> field : fields) {
      QualificationQuery.Builder query = QualificationQuery.builder().birthdate(BIRTHDATE);
      field.accept(query);
      assertHidden(query.toString());
      InvalidRequestException refused =
          (InvalidRequestException) Objects.requireNonNull(catchThrowable(query::build));
      assertHidden(printed(refused));
      refused.violations().forEach(violation -> assertHidden(violation.toString()));
    }
    assertHidden(
        QualificationQuery.builder()
            .insurerNumber("06139992")
            .symbol(MARKERS.get(0))
            .number(MARKERS.get(1))
            .birthdate(BIRTHDATE)
            .build()
            .toString());
  }

  /** A message in which everything that can hold a text holds a marker. */
  static Stream<String> documents() {
    String answer = Samples.answer();
    String named = answer.replaceAll(">[^<>\\s]+</", ">" + MARKERS.get(0) + "</");
    String numbered = answer.replaceAll(">[^<>\\s]+</", ">" + MARKERS.get(1) + "</");
    return Stream.of(
        named,
        numbered,
        named.replace("<Name>", "<極秘太郎XYZ>"),
        named.replace("<Name>", "<極秘太郎XYZ>").replace("</Name>", "</極秘太郎XYZ>"),
        named.replace("MessageBody>", "極秘太郎XYZ>"),
        named.replace("<Name>", "<Name 極秘太郎XYZ='19340506'>"),
        named.replace("<Name>", "<Name>&極秘太郎XYZ;"),
        named.replaceFirst("<XmlMsg>", "<!DOCTYPE XmlMsg [<!ENTITY a '極秘太郎XYZ'>]><XmlMsg>"),
        named.replaceFirst("UTF-8", "極秘太郎XYZ"),
        numbered.replaceFirst("UTF-8", "19340506"),
        named.replace("</Birthdate>", "</Birthdate><Birthdate>19340506</Birthdate>"),
        named.replace("<ResultList>", "<ResultList>極秘太郎XYZ"),
        "{\"XmlMsg\": {\"極秘太郎XYZ\": [\"19340506\", 19340506, {\"Name\": \"極秘太郎XYZ\"}]}}",
        "{\"XmlMsg\": {\"極秘太郎XYZ\": 1, \"極秘太郎XYZ\": 19340506}, 極秘太郎XYZ}");
  }

  @ParameterizedTest(name = "document {index}")
  @MethodSource("documents")
  void read_documentFullOfMarkers_neverQuotesThem(String document) {
    for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("windows-31j"))) {
      byte[] whole = document.getBytes(charset);
      for (int length = whole.length; length > 0; length -= 13) {
        byte[] part = Arrays.copyOf(whole, length);
        assertHidden(XmlReader.create(), reader -> reader.read(part, Samples.RESULT));
        assertHidden(XmlReader.create(), reader -> reader.readTree(part));
        assertHidden(JsonReader.create(), reader -> reader.readTree(part));
      }
    }
  }

  @Test
  void exceptions_thatCarryWhatOqsOrTheTerminalSaid_showItToTheDeskOnly() {
    Ticket ticket = (Ticket) filled(Ticket.class, MARKERS.get(0));
    for (String marker : MARKERS) {
      OqsSystemException system = new OqsSystemException(marker, marker);
      assertHidden(printed(system));
      assertThat(system.userMessage(Locale.JAPANESE)).contains(marker);
      TerminalRejectionException rejected = new TerminalRejectionException(ticket, marker);
      assertHidden(printed(rejected));
      assertThat(rejected.terminalText()).isEqualTo(marker);
      WebRejectionException refused = new WebRejectionException(ticket, 400, marker);
      assertHidden(printed(refused));
      assertThat(refused.serverText()).isEqualTo(marker);
    }
    assertThat(new OqsSystemException("OQC-OWSE0900000", "")).hasMessageContaining("OWSE0900000");
  }

  /** None of them may grow a field that a log would show. */
  @Test
  void exceptions_ofEveryKind_haveNoToStringOfTheirOwn() {
    assertThat(core().filter(ShikakuException.class::isAssignableFrom))
        .isNotEmpty()
        .allSatisfy(
            type ->
                assertThat(type.getMethod("toString").getDeclaringClass())
                    .isEqualTo(Throwable.class));
  }

  private static Stream<Class<?>> core() {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.github.shikaku")
            .stream()
            .map(JavaClass::reflect);
  }

  private static <R> void assertHidden(R reader, Function<R, Object> read) {
    try {
      assertHidden(String.valueOf(read.apply(reader)));
    } catch (WireException e) {
      assertHidden(printed(e));
    }
  }

  private static void assertHidden(String text) {
    assertThat(text).isNotEmpty().doesNotContain(MARKERS).doesNotContain(BIRTHDATE.toString());
  }

  /** As a log prints it, causes included. */
  private static String printed(Throwable throwable) {
    StringWriter text = new StringWriter();
    throwable.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  private static Object filled(Class<?> type, String marker) {
    if (type == Code.class) {
      return Code.received(Sex.class, marker);
    }
    assertThat(type).as("what is not known here must be a record").isRecord();
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    @Nullable Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      String name = type.getSimpleName() + "." + components[i].getName();
      values[i] =
          ABSENT.contains(name)
              ? null
              : value(components[i].getGenericType(), NAMES.contains(name) ? "name" : marker);
    }
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type.getName(), e);
    }
  }

  private static Object value(Type type, String marker) {
    if (type instanceof TypeVariable<?>) {
      return new PersonalText(marker);
    }
    if (type instanceof ParameterizedType generic) {
      return value((Class<?>) generic.getRawType(), generic.getActualTypeArguments(), marker);
    }
    Class<?> raw = (Class<?>) type;
    Object known = known(raw, marker);
    if (known != null) {
      return known;
    }
    return raw.isEnum() ? raw.getEnumConstants()[0] : filled(raw, marker);
  }

  private static @Nullable Object known(Class<?> type, String marker) {
    return Map.<Class<?>, Object>ofEntries(
            Map.entry(String.class, marker),
            Map.entry(byte[].class, marker.getBytes(StandardCharsets.UTF_8)),
            Map.entry(int.class, (int) 'x'),
            Map.entry(long.class, 7L),
            Map.entry(boolean.class, true),
            Map.entry(LocalDate.class, BIRTHDATE),
            Map.entry(Instant.class, Instant.EPOCH),
            Map.entry(Duration.class, Duration.ofSeconds(1)),
            Map.entry(OpenTickets.class, new OpenTickets(Journal.none())),
            Map.entry(Journal.class, Journal.none()),
            Map.entry(AuditSink.class, AuditSink.none()),
            Map.entry(Catalogue.class, Catalogue.standard()),
            Map.entry(ShikakuRuntime.class, ShikakuRuntime.create()),
            Map.entry(ShikakuListener.class, new ShikakuListener() {}),
            Map.entry(ExchangeConnection.class, connection()))
        .get(type);
  }

  private static ExchangeConnection connection() {
    return FolderExchange.at(Path.of("OQS"))
        .build()
        .connect(
            new ConnectionSetup(
                ShikakuRuntime.create(),
                MedicalInstitutionCode.of("1319999991"),
                Journal.none(),
                Catalogue.standard().web()));
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Object value(Class<?> raw, Type[] arguments, String marker) {
    if (raw == Code.class) {
      return Code.received((Class) arguments[0], marker);
    }
    if (raw == Function.class) {
      return (Function<Object, Object>) any -> marker;
    }
    if (raw == Map.class) {
      return arguments[0] == String.class
          ? Map.of(marker, value(arguments[1], marker))
          : complete((Class) arguments[0], value(arguments[1], marker));
    }
    if (raw == Set.class) {
      return Set.of(value(arguments[0], marker));
    }
    // A tree holds trees; one level is enough.
    return arguments[0] instanceof Class<?> type && type.getSimpleName().equals("WireTree")
        ? List.of()
        : List.of(value(arguments[0], marker));
  }

  private static <K extends Enum<K>> Map<K, Object> complete(Class<K> keys, Object value) {
    Map<K, Object> map = new EnumMap<>(keys);
    for (K key : keys.getEnumConstants()) {
      map.put(key, value);
    }
    return map;
  }
}
