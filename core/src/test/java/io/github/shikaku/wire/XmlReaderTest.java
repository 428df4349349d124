package io.github.shikaku.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.shikaku.Endurance;
import io.github.shikaku.model.QualificationValidity;
import io.github.shikaku.qualification.QualificationResult;
import io.github.shikaku.qualification.QualificationResultMessage;
import io.github.shikaku.qualification.QualificationResultMessage.Body;
import io.github.shikaku.wire.WireException.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlReaderTest {
  private final XmlReader reader = XmlReader.create();

  @Test
  void read_ordinaryAnswer_isTyped() {
    Received<QualificationResultMessage> received = read(Samples.answer());

    QualificationResult result = onlyResult(received);
    assertThat(received.unknown()).isEmpty();
    assertThat(received.encoding()).isEqualTo(WireEncoding.UTF_8);
    assertThat(body(received).validity().is(QualificationValidity.VALID)).isTrue();
    assertThat(Objects.requireNonNull(result.name()).text()).isEqualTo("資格　太郎");
    assertThat(Objects.requireNonNull(result.symbol()).wire()).isEqualTo("－１２３４");
    assertThat(Objects.requireNonNull(result.limitCertificate()).category().wire())
        .isEqualTo("A03");
    assertThat(result.lost()).isNull();
    assertThat(result.sex2().isReported()).isFalse();
    assertThat(result.medicalTickets()).isEmpty();
  }

  @Test
  void read_shiftJisAnswer_isTheSame() {
    byte[] shiftJis = Samples.shiftJis(Samples.answer().replace("太郎", "髙﨑①德"));

    Received<QualificationResultMessage> received = reader.read(shiftJis, Samples.RESULT);

    assertThat(received.encoding()).isEqualTo(WireEncoding.SHIFT_JIS);
    assertThat(Objects.requireNonNull(onlyResult(received).name()).text()).isEqualTo("資格　髙﨑①德");
  }

  @Test
  void read_childrenInAnyOrder_isTheSameMessage() {
    QualificationResultMessage expected = read(Samples.answer()).message();
    Random random = new Random(20261120);
    for (int round = 0; round < Endurance.rounds(200); round++) {
      WireTree tree = shuffled(reader.readTree(Samples.utf8(Samples.answer())).message(), random);

      assertThat(read(xml(tree)).message()).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<ProcessingResultStatus>1</ProcessingResultStatus>"
            + "<ProcessingResultStatus>1</ProcessingResultStatus>",
        "<ProcessingResultStatus/><ProcessingResultStatus>1</ProcessingResultStatus>",
        "<ResultList/><ResultList/>",
        "<QualificationConfirmSearchInfo/><QualificationConfirmSearchInfo/>",
        "<ResultList><ResultOfQualificationConfirmation><Name>a</Name><Name>b</Name>"
            + "</ResultOfQualificationConfirmation></ResultList>"
      })
  void read_repeatedSingleElement_isUnusable(String body) {
    assertThat(failure(Samples.answerWithBody(body)).kind()).isEqualTo(Kind.DUPLICATE);
  }

  @Test
  void read_repeatedSingleElement_isNamedByItsPath() {
    byte[] twice =
        Samples.answerWithBody(
            "<ResultList><ResultOfQualificationConfirmation/><ResultOfQualificationConfirmation>"
                + "<Name>a</Name><Name>b</Name></ResultOfQualificationConfirmation></ResultList>");

    assertThat(failure(twice).position())
        .isEqualTo("XmlMsg/MessageBody/ResultList/ResultOfQualificationConfirmation[2]/Name");
  }

  @Test
  void read_unknownElementsAtEveryLevel_areKeptWithTheirPath() {
    Received<QualificationResultMessage> received =
        reader.read(
            Samples.utf8(
                """
                <XmlMsg><Top>0</Top><MessageHeader><New>1</New><ErrorCode>E</ErrorCode></MessageHeader>
                <MessageBody><Group><A>2</A><B><C/></B></Group><ResultList><Odd>3</Odd>
                <ResultOfQualificationConfirmation><Name>x</Name></ResultOfQualificationConfirmation>
                <ResultOfQualificationConfirmation><Name>y<I>4</I></Name><Sex3 kind="5">6</Sex3>
                <ElderlyRecipientCertificateInfo><Deep>7</Deep></ElderlyRecipientCertificateInfo>
                stray</ResultOfQualificationConfirmation></ResultList></MessageBody></XmlMsg>
                """),
            Samples.RESULT);

    assertThat(received.unknown())
        .extracting(UnknownElement::path, unknown -> unknown.value().text().strip())
        .containsExactly(
            tuple("XmlMsg/Top", "0"),
            tuple("XmlMsg/MessageHeader/New", "1"),
            tuple("XmlMsg/MessageBody/Group/A", "2"),
            tuple("XmlMsg/MessageBody/Group/B/C", ""),
            tuple("XmlMsg/MessageBody/ResultList/Odd", "3"),
            tuple(SECOND + "/Name/I", "4"),
            tuple(SECOND + "/Sex3/@kind", "5"),
            tuple(SECOND + "/Sex3", "6"),
            tuple(SECOND + "/ElderlyRecipientCertificateInfo/Deep", "7"),
            tuple(SECOND, "stray"));
    assertThat(body(received).results()).hasSize(2);
  }

  private static final String SECOND =
      "XmlMsg/MessageBody/ResultList/ResultOfQualificationConfirmation[2]";

  @Test
  void read_emptyElements_areAbsent() {
    Received<QualificationResultMessage> received =
        reader.read(
            Samples.answerWithBody(
                "<ProcessingResultStatus>1</ProcessingResultStatus>"
                    + "<ProcessingResultCode/><ProcessingResultMessage>\n </ProcessingResultMessage>"
                    + "<QualificationValidity></QualificationValidity>"
                    + "<QualificationConfirmSearchInfo>\n</QualificationConfirmSearchInfo>"
                    + "<ResultList> </ResultList>"),
            Samples.RESULT);

    assertThat(body(received).resultCode()).isNull();
    assertThat(body(received).resultMessage()).isNull();
    assertThat(body(received).validity().isReported()).isFalse();
    assertThat(body(received).searchInfo()).isNull();
    assertThat(body(received).results()).isEmpty();
  }

  @Test
  void read_emptyRecord_isStillARecord() {
    Received<QualificationResultMessage> received =
        reader.read(
            Samples.answerWithBody(
                "<ResultList><ResultOfQualificationConfirmation><Name>x</Name>"
                    + "</ResultOfQualificationConfirmation><ResultOfQualificationConfirmation/>"
                    + "</ResultList>"),
            Samples.RESULT);

    assertThat(body(received).results()).hasSize(2);
  }

  @Test
  void read_textInPieces_isOneText() {
    byte[] document =
        Samples.answerWithBody(
            "<ProcessingResultMessage>a<!-- b -->c<![CDATA[<d>&]]>e&amp;&#x9AD9;<?p q?>f"
                + "</ProcessingResultMessage>");

    assertThat(body(reader.read(document, Samples.RESULT)).resultMessage()).isEqualTo("ac<d>&e&髙f");
  }

  @Test
  void read_longText_isWhole() {
    String text = "資格".repeat(50_000);
    byte[] document =
        Samples.answerWithBody("<ProcessingResultMessage>" + text + "</ProcessingResultMessage>");

    assertThat(body(reader.read(document, Samples.RESULT)).resultMessage()).isEqualTo(text);
  }

  @Test
  void read_namespacesAndSchemaHints_areTolerated() {
    byte[] document =
        Samples.utf8(
            "<o:XmlMsg xmlns:o='urn:x' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
                + " xsi:noNamespaceSchemaLocation='a.xsd'><o:MessageHeader><o:SegmentOfResult>1"
                + "</o:SegmentOfResult></o:MessageHeader></o:XmlMsg>");

    Received<QualificationResultMessage> received = reader.read(document, Samples.RESULT);

    assertThat(received.message().header().segment().wire()).isEqualTo("1");
    assertThat(received.unknown()).isEmpty();
  }

  @Test
  void read_withoutHeader_isMissingIt() {
    WireException failure =
        failure(
            Samples.utf8(
                "<XmlMsg><MessageBody><QualificationValidity>1"
                    + "</QualificationValidity></MessageBody></XmlMsg>"));

    assertThat(failure.kind()).isEqualTo(Kind.MISSING);
    assertThat(failure.position()).isEqualTo("XmlMsg/MessageHeader");
  }

  @Test
  void read_withoutBody_isAnAnswer() {
    byte[] document =
        Samples.utf8(
            "<XmlMsg><MessageHeader><SegmentOfResult>9</SegmentOfResult><ErrorCode>E</ErrorCode>"
                + "</MessageHeader></XmlMsg>");

    assertThat(reader.read(document, Samples.RESULT).message().body()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE XmlMsg><XmlMsg/>",
        "<?xml version='1.0'?>\n<!-- a --> <?b c?>\n<!DOCTYPE XmlMsg><XmlMsg/>",
        "<!-- --><!DOCTYPE XmlMsg [<!ENTITY",
        "<!DOCTYPE \uFFFD",
        "<!DOCTYPE XmlMsg SYSTEM 'file:///etc/passwd'><XmlMsg/>",
        "<!DOCTYPE XmlMsg PUBLIC 'a' 'http://127.0.0.1:1/x.dtd'><XmlMsg/>",
        "<!DOCTYPE XmlMsg [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;&a;'>]><XmlMsg>&b;</XmlMsg>",
        "<!DOCTYPE XmlMsg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><XmlMsg>&a;</XmlMsg>",
        "<!DOCTYPE XmlMsg [<!ENTITY % a SYSTEM 'http://127.0.0.1:1/x'> %a;]><XmlMsg/>"
      })
  void read_documentTypeDeclaration_isForbidden(String document) {
    assertThat(failure(Samples.utf8(document)).kind()).isEqualTo(Kind.FORBIDDEN);
    assertThat(treeFailure(Samples.utf8(document)).kind()).isEqualTo(Kind.FORBIDDEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"&undeclared;", "<Name>&undeclared;</Name>", "<Unknown>&x;</Unknown>"})
  void read_entityReference_isRefused(String body) {
    assertThat(failure(Samples.answerWithBody(body)).kind()).isIn(Kind.FORBIDDEN, Kind.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<XmlMsg><MessageHeader><ErrorCode>E</ErrorCode></MessageHeader></XmlMsg>x",
        "<XmlMsg><MessageHeader><ErrorCode>E</ErrorCode></MessageHeader></XmlMsg><XmlMsg/>",
        "<XmlMsg><a></b></XmlMsg>",
        "<XmlMsg><a b=1/></XmlMsg>",
        "<XmlMsg><a>&#0;</a></XmlMsg>",
        "<XmlMsg><a>\u0001</a></XmlMsg>",
        "<XmlMsg><x:a/></XmlMsg>",
        "<OtherMsg><MessageHeader/></OtherMsg>",
        "plain text",
        "{\"XmlMsg\":{}}"
      })
  void read_malformed_isRefusedWithItsPosition(String document) {
    WireException failure = failure(Samples.utf8(document));

    assertThat(failure.kind()).isEqualTo(Kind.MALFORMED);
    assertThat(failure.position()).startsWith("line 1, column ");
    assertThat(failure).hasNoCause();
  }

  @Test
  void read_oversizedDocument_isForbidden() {
    byte[] big = Samples.answerWithBody("<X>" + "x".repeat(5 * 1024 * 1024) + "</X>");

    assertThat(failure(big).kind()).isEqualTo(Kind.FORBIDDEN);
    assertThat(reader.withMaxBytes(6 * 1024 * 1024).read(big, Samples.RESULT).unknown()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"29,true", "30,true", "31,false", "100000,false"})
  void read_deepNesting_isForbiddenBeyondTheLimit(int levels, boolean accepted) {
    byte[] deep = Samples.answerWithBody("<a>".repeat(levels) + "</a>".repeat(levels));

    if (accepted) {
      assertThat(reader.read(deep, Samples.RESULT).unknown()).hasSize(1);
      assertThat(reader.readTree(deep).message().name()).isEqualTo("XmlMsg");
    } else {
      assertThat(failure(deep).kind()).isEqualTo(Kind.FORBIDDEN);
      assertThat(treeFailure(deep).kind()).isEqualTo(Kind.FORBIDDEN);
    }
  }

  @Test
  void read_thousandsOfUnknownElements_isForbidden() {
    assertThat(failure(Samples.answerWithBody("<a/>".repeat(100_000))).kind())
        .isEqualTo(Kind.FORBIDDEN);
  }

  @Test
  void read_truncatedAtEveryByte_isNeverAccepted() {
    for (byte[] whole :
        List.of(Samples.utf8(Samples.answer()), Samples.shiftJis(Samples.answer()))) {
      for (int length = 0; length < whole.length; length++) {
        byte[] part = Arrays.copyOf(whole, length);

        assertThat(failure(part).kind()).as("first %d bytes", length).isEqualTo(Kind.INCOMPLETE);
        assertThat(treeFailure(part).kind()).isEqualTo(Kind.INCOMPLETE);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8,0,true",
    "UTF-8,1,false",
    "UTF-8,7,true",
    "Shift_JIS,1,true",
    "Shift_JIS,0,false"
  })
  void read_characterCodeIdentifier_mustAgreeWhenItMatters(
      String declared, String identifier, boolean accepted) {
    WireEncoding encoding = WireEncoding.named(declared).orElseThrow();
    String ascii =
        "<?xml version=\"1.0\" encoding=\"%s\"?><XmlMsg><MessageHeader><SegmentOfResult>1"
                .formatted(declared)
            + "</SegmentOfResult><CharacterCodeIdentifier>%s</CharacterCodeIdentifier>"
                .formatted(identifier)
            + "<ErrorMessage>%s</ErrorMessage></MessageHeader></XmlMsg>";
    byte[] japanese = ascii.formatted("資格").getBytes(encoding.charset());
    byte[] plain = ascii.formatted("x").getBytes(encoding.charset());

    assertThat(reader.read(plain, Samples.RESULT).encoding()).isEqualTo(encoding);
    if (accepted) {
      assertThat(reader.read(japanese, Samples.RESULT).encoding()).isEqualTo(encoding);
    } else {
      assertThat(failure(japanese).kind()).isEqualTo(Kind.ENCODING);
      assertThat(treeFailure(japanese).kind()).isEqualTo(Kind.ENCODING);
    }
  }

  @Test
  void read_oneReaderInManyThreads_mixesNothingUp() {
    List<byte[]> documents = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      String document = Samples.answer().replace("資格　太郎", "資格　" + i);
      documents.add(i % 2 == 0 ? Samples.utf8(document) : Samples.shiftJis(document));
    }

    List<String> names =
        documents.parallelStream()
            .map(document -> onlyResult(reader.read(document, Samples.RESULT)).name())
            .map(name -> Objects.requireNonNull(name).text())
            .toList();

    for (int i = 0; i < names.size(); i++) {
      assertThat(names.get(i)).isEqualTo("資格　" + i);
    }
  }

  @Test
  void readTree_anyDocument_keepsOrderDuplicatesAndAttributes() {
    WireTree tree =
        reader.readTree(Samples.utf8("<R><B x='1'>2</B><A/><B>3<C>4</C></B></R>")).message();

    assertThat(tree.children()).extracting(WireTree::name).containsExactly("B", "A", "B");
    assertThat(tree.text("B", "@x")).hasValue("1");
    assertThat(tree.text("B")).hasValue("2");
    assertThat(tree.text("A")).isEmpty();
    assertThat(tree.text("B", "C")).isEmpty();
    assertThat(tree.children("B").skip(1).findFirst().flatMap(b -> b.text("C"))).hasValue("4");
    assertThat(tree.toString()).doesNotContain("2", "3", "4");
  }

  private Received<QualificationResultMessage> read(String document) {
    return reader.read(Samples.utf8(document), Samples.RESULT);
  }

  private static Body body(Received<QualificationResultMessage> received) {
    return Objects.requireNonNull(received.message().body());
  }

  private static QualificationResult onlyResult(Received<QualificationResultMessage> received) {
    assertThat(body(received).results()).hasSize(1);
    return body(received).results().get(0);
  }

  private WireException failure(byte[] document) {
    WireException failure =
        catchThrowableOfType(WireException.class, () -> reader.read(document, Samples.RESULT));
    assertThat(failure).isNotNull();
    return failure;
  }

  private WireException treeFailure(byte[] document) {
    WireException failure =
        catchThrowableOfType(WireException.class, () -> reader.readTree(document));
    assertThat(failure).isNotNull();
    return failure;
  }

  private static WireTree shuffled(WireTree tree, Random random) {
    List<WireTree> children = new ArrayList<>();
    tree.children().forEach(child -> children.add(shuffled(child, random)));
    Collections.shuffle(children, random);
    return new WireTree(tree.name(), tree.value(), children);
  }

  private static String xml(WireTree tree) {
    StringBuilder xml = new StringBuilder("<" + tree.name() + ">" + tree.value().text());
    tree.children().forEach(child -> xml.append(xml(child)));
    return xml + "</" + tree.name() + ">";
  }
}
