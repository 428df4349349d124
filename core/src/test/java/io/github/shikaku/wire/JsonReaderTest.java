package io.github.shikaku.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.shikaku.Endurance;
import io.github.shikaku.qualification.QualificationRequestMessage;
import io.github.shikaku.qualification.QualificationResult;
import io.github.shikaku.qualification.QualificationResultMessage;
import io.github.shikaku.wire.WireException.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
  private static final String HEADER = "\"MessageHeader\":{\"SegmentOfResult\":\"1\"}";
  private final JsonReader reader = JsonReader.create();
  private final ObjectMapper mapper = new ObjectMapper();

  @Test
  void read_answerOfTheWebApi_isTyped() {
    String document =
        """
        {"XmlMsg":{"MessageHeader":{"SegmentOfResult":"1","CharacterCodeIdentifier":"1"},
         "MessageBody":{"ProcessingResultStatus":"1","QualificationValidity":"1",
          "ResultList":[{"ResultOfQualificationConfirmation":{"Name":"資格　髙①","Sex1":"1",
            "InsuredPartialContributionRatio":"010",
            "SpecificDiseasesCertificateList":[
              {"SpecificDiseasesDiseaseCategory":"1"},
              {"SpecificDiseasesCertificateInfo":{"SpecificDiseasesDiseaseCategory":"2"}}]}}]}}}
        """;

    Received<QualificationResultMessage> received = read(document);

    QualificationResult result = results(received).get(0);
    assertThat(received.unknown()).isEmpty();
    assertThat(received.encoding()).isEqualTo(WireEncoding.UTF_8);
    assertThat(Objects.requireNonNull(result.name()).text()).isEqualTo("資格　髙①");
    assertThat(Objects.requireNonNull(result.copay()).wire()).isEqualTo("010");
    assertThat(result.specificDiseases())
        .extracting(disease -> disease.disease().wire())
        .containsExactly("1", "2");
  }

  @Test
  void read_membersInAnotherOrder_areTheSame() {
    String inOrder = "\"Name\":\"a\",\"Sex1\":\"1\",\"Address\":\"b\",\"ReferenceNumber\":\"c\"";
    String reversed = "\"ReferenceNumber\":\"c\",\"Address\":\"b\",\"Sex1\":\"1\",\"Name\":\"a\"";
    String document =
        "{\"XmlMsg\":{\"MessageHeader\":{\"SegmentOfResult\":\"1\"},\"MessageBody\":{\"ResultList\":"
            + "[{\"ResultOfQualificationConfirmation\":{%s}}]}}}";

    QualificationResult one = results(read(document.formatted(inOrder))).get(0);

    assertThat(Objects.requireNonNull(one.address()).text()).isEqualTo("b");
    assertThat(results(read(document.formatted(reversed)))).containsExactly(one);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"ResultOfQualificationConfirmation\":{\"Name\":\"a\"}},"
            + "{\"ResultOfQualificationConfirmation\":{\"Name\":\"b\"}}]",
        "{\"ResultOfQualificationConfirmation\":[{\"Name\":\"a\"},{\"Name\":\"b\"}]}",
        "[{\"ResultOfQualificationConfirmation\":[{\"Name\":\"a\"},{\"Name\":\"b\"}]}]",
        "[{\"Name\":\"a\"},{\"Name\":\"b\"}]",
        "[null,{\"Name\":\"a\"},{\"ResultOfQualificationConfirmation\":{\"Name\":\"b\"}}]"
      })
  void read_listInAnyShape_isTheSameList(String list) {
    Received<QualificationResultMessage> received = read(document("\"ResultList\":" + list));

    assertThat(results(received))
        .extracting(result -> Objects.requireNonNull(result.name()).text())
        .containsExactly("a", "b");
    assertThat(received.unknown()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[]", "\"\"", "[null]"})
  void read_emptyList_isEmpty(String list) {
    Received<QualificationResultMessage> received =
        read(document("\"QualificationValidity\":\"4\",\"ResultList\":" + list));

    assertThat(results(received)).isEmpty();
    assertThat(received.unknown()).isEmpty();
  }

  @Test
  void read_emptyRecord_isStillARecord() {
    assertThat(
            results(
                read(
                    document(
                        "\"ResultList\":[{\"ResultOfQualificationConfirmation\":{\"Name\":\"a\"}},"
                            + "{}]"))))
        .hasSize(2);
  }

  @Test
  void read_unknownItemInAList_isKeptAndNoRecord() {
    Received<QualificationResultMessage> received =
        read(
            document(
                "\"ResultList\":[{\"ResultOfQualificationConfirmation\":{\"Name\":\"a\"}},"
                    + "{\"Other\":\"b\"}]"));

    assertThat(results(received)).hasSize(1);
    assertThat(received.unknown()).hasSize(1);
  }

  @Test
  void read_singleElementAsArrayOfOne_isTakenAndOfTwoIsNot() {
    assertThat(
            Objects.requireNonNull(
                    read(document("\"ProcessingResultCode\":[\"x\"]")).message().body())
                .resultCode())
        .isEqualTo("x");
    assertThat(failure(document("\"ProcessingResultCode\":[\"x\",\"y\"]")).kind())
        .isEqualTo(Kind.DUPLICATE);
    assertThat(failure(document("\"QualificationConfirmSearchInfo\":[{},{}]")).kind())
        .isEqualTo(Kind.DUPLICATE);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "true,true", "1.50,1.50", "-0,-0", "\"010\",010"})
  void read_numbersAndBooleans_countAsTheirText(String json, String text) {
    assertThat(
            Objects.requireNonNull(
                    read(document("\"ProcessingResultCode\":" + json)).message().body())
                .resultCode())
        .isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "\" \""})
  void read_emptyScalar_isAbsent(String json) {
    assertThat(
            Objects.requireNonNull(
                    read(document(
                            "\"QualificationValidity\":\"1\",\"ProcessingResultCode\":" + json))
                        .message()
                        .body())
                .resultCode())
        .isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"QualificationValidity\":\"1\",\"QualificationValidity\":\"2\"",
        "\"QualificationValidity\":null,\"QualificationValidity\":\"2\"",
        "\"New\":\"1\",\"New\":\"2\"",
        "\"New\":{\"A\":[{\"B\":1,\"B\":2}]}",
        "\"ResultList\":[{\"Name\":\"a\",\"Name\":\"b\"}]"
      })
  void read_repeatedKey_isUnusable(String body) {
    assertThat(failure(document(body)).kind()).isEqualTo(Kind.DUPLICATE);
  }

  @Test
  void read_unknownMembersAtEveryLevel_areKeptWithTheirPath() {
    Received<QualificationResultMessage> received =
        read(
            """
            {"status":"0","XmlMsg":{"Top":1,%s,"MessageBody":{"Group":{"A":["2",{"B":null}]},
             "QualificationValidity":{"C":"3"},"QualificationConfirmSearchInfo":"4",
             "ResultList":[{"ResultOfQualificationConfirmation":{"Name":"x"},"Odd":"5"},
              {"Name":"y","Sex3":"6"},"7"]}}}
            """
                .formatted(HEADER));

    String results = "XmlMsg/MessageBody/ResultList";
    assertThat(received.unknown())
        .extracting(UnknownElement::path, unknown -> unknown.value().text())
        .containsExactly(
            tuple("status", "0"),
            tuple("XmlMsg/Top", "1"),
            tuple("XmlMsg/MessageBody/Group/A", "2"),
            tuple("XmlMsg/MessageBody/Group/A[2]/B", ""),
            tuple("XmlMsg/MessageBody/QualificationValidity/C", "3"),
            tuple("XmlMsg/MessageBody/QualificationConfirmSearchInfo", "4"),
            tuple(results + "/ResultOfQualificationConfirmation[2]/Odd", "5"),
            tuple(results + "/ResultOfQualificationConfirmation[2]/Sex3", "6"),
            tuple(results, "7"));
    assertThat(results(received)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "1",
        "\"XmlMsg\"",
        "{\"XmlMsg\":[]}",
        "{\"XmlMsg\":\"x\"}",
        "{'XmlMsg':{}}",
        "{\"XmlMsg\":{\"MessageHeader\":{\"SegmentOfResult\":\"1\"}},}",
        "{\"XmlMsg\":{\"MessageHeader\":{\"SegmentOfResult\":01}}}",
        "{\"XmlMsg\":{\"MessageHeader\":{\"ErrorMessage\":\"\u0001\"}}}",
        "{\"XmlMsg\":{\"MessageHeader\":{\"ErrorMessage\":\"資格\"}}}}",
        "<XmlMsg/>"
      })
  void read_malformed_isRefusedWithoutQuoting(String document) {
    WireException failure = failure(document);

    assertThat(failure.kind()).isEqualTo(Kind.MALFORMED);
    assertThat(failure.getMessage()).doesNotContain("資格", "XmlMsg", "SegmentOfResult");
    assertThat(failure).hasNoCause();
  }

  @Test
  void read_withoutEnvelopeOrHeader_isMissingIt() {
    assertThat(failure("{\"Other\":{}}").kind()).isEqualTo(Kind.MISSING);
    assertThat(failure("{\"XmlMsg\":{}}").position()).isEqualTo("XmlMsg/MessageHeader");
  }

  @Test
  void read_truncatedAtEveryByte_isNeverAccepted() {
    byte[] whole =
        Samples.utf8(
            document(
                "\"ProcessingResultMessage\":\"資格　髙\",\"Number\":12.5,\"Flag\":true,"
                    + "\"ResultList\":[{\"ResultOfQualificationConfirmation\":{\"Name\":\"x\"}}]"));
    assertThat(reader.read(whole, Samples.RESULT).unknown()).hasSize(2);
    for (int length = 0; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);

      assertThat(failure(part).kind())
          .as("first %d bytes", length)
          .isIn(Kind.INCOMPLETE, Kind.MALFORMED);
    }
  }

  @Test
  void read_limits_areForbiddenBeyond() {
    String deep = "{\"a\":".repeat(40) + "1" + "}".repeat(40);
    String arrays = "[".repeat(100_000) + "]".repeat(100_000);
    String big = "\"x\":\"" + "x".repeat(5 * 1024 * 1024) + "\"";
    String many = "\"x\":[" + "1,".repeat(5_000) + "1]";

    for (String body : List.of("\"x\":" + deep, "\"x\":" + arrays, big, many)) {
      assertThat(failure(document(body)).kind()).isEqualTo(Kind.FORBIDDEN);
    }
    assertThat(
            catchThrowableOfType(
                    WireException.class,
                    () -> reader.readTree(Samples.utf8("{\"x\":" + deep + "}")))
                .kind())
        .isEqualTo(Kind.FORBIDDEN);
  }

  @Test
  void read_invalidUtf8_isRefused() {
    byte[] bytes = document("\"x\":\"y\"").getBytes(java.nio.charset.StandardCharsets.UTF_8);
    bytes[bytes.length - 5] = (byte) 0xFF;

    assertThat(failure(bytes).kind()).isEqualTo(Kind.ENCODING);
  }

  @Test
  void read_byteOrderMark_isSkipped() {
    assertThat(read("\uFEFF" + document("\"QualificationValidity\":\"1\"")).unknown()).isEmpty();
  }

  @Test
  void read_randomMessagesAsJson_areTheSameAsThroughXml() {
    RandomMessages random = new RandomMessages(3, WireEncoding.UTF_8);
    Random shapes = new Random(4);
    XmlWriter writer = XmlWriter.of(WireEncoder.of(WireEncoding.UTF_8));
    for (int round = 0; round < Endurance.rounds(300); round++) {
      QualificationResultMessage result = random.next(QualificationResultMessage.class);
      QualificationRequestMessage request = random.next(QualificationRequestMessage.class);

      assertThat(again(writer.write(result, Samples.RESULT), Samples.RESULT, shapes))
          .isEqualTo(result);
      assertThat(again(writer.write(request, Samples.REQUEST), Samples.REQUEST, shapes))
          .isEqualTo(request);
    }
  }

  @Test
  void readTree_anyDocument_keepsOrderAndRepetition() {
    WireTree tree =
        reader
            .readTree(Samples.utf8("{\"XmlMsg\":{\"B\":[1,{\"C\":\"2\"}],\"A\":null}}"))
            .message();

    assertThat(tree.name()).isEqualTo("XmlMsg");
    assertThat(tree.children()).extracting(WireTree::name).containsExactly("B", "B", "A");
    assertThat(tree.text("B")).hasValue("1");
    assertThat(tree.children("B").skip(1).findFirst().flatMap(b -> b.text("C"))).hasValue("2");
  }

  private <T> T again(byte[] xml, Layout<T> layout, Random shapes) {
    WireTree tree = XmlReader.create().readTree(xml).message();
    ObjectNode json = mapper.createObjectNode();
    json.set(tree.name(), object(tree, shapes));
    Received<T> received = reader.read(Samples.utf8(json.toString()), layout);
    assertThat(received.unknown()).isEmpty();
    return received.message();
  }

  /** Wrappers become arrays of envelopes or objects with arrays, by chance. */
  private ObjectNode object(WireTree tree, Random shapes) {
    ObjectNode object = mapper.createObjectNode();
    for (WireTree child : tree.children()) {
      if (child.children().isEmpty()) {
        object.put(child.name(), child.value().text());
      } else if (child.name().endsWith("List") && shapes.nextBoolean()) {
        ArrayNode list = object.putArray(child.name());
        child.children().forEach(item -> list.addObject().set(item.name(), object(item, shapes)));
      } else if (child.name().endsWith("List")) {
        ArrayNode list = object.putObject(child.name()).putArray(child.children().get(0).name());
        child.children().forEach(item -> list.add(object(item, shapes)));
      } else {
        object.set(child.name(), object(child, shapes));
      }
    }
    return object;
  }

  private static String document(String body) {
    return "{\"XmlMsg\":{" + HEADER + ",\"MessageBody\":{" + body + "}}}";
  }

  private Received<QualificationResultMessage> read(String document) {
    return reader.read(Samples.utf8(document), Samples.RESULT);
  }

  private static List<QualificationResult> results(Received<QualificationResultMessage> received) {
    return Objects.requireNonNull(received.message().body()).results();
  }

  private WireException failure(String document) {
    return failure(Samples.utf8(document));
  }

  private WireException failure(byte[] document) {
    WireException failure =
        catchThrowableOfType(WireException.class, () -> reader.read(document, Samples.RESULT));
    assertThat(failure).isNotNull();
    return failure;
  }
}
