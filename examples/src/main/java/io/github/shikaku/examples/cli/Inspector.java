package io.github.shikaku.examples.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.shikaku.error.UnusableAnswerException;
import io.github.shikaku.model.Basis;
import io.github.shikaku.model.InterfaceDefinition;
import io.github.shikaku.model.InterfaceId;
import io.github.shikaku.model.ReferenceClassification;
import io.github.shikaku.qualification.QualificationAnswer;
import io.github.shikaku.qualification.QualificationRequestMessage;
import io.github.shikaku.qualification.QualificationResultMessage;
import io.github.shikaku.wire.Catalogue;
import io.github.shikaku.wire.JsonReader;
import io.github.shikaku.wire.Layout;
import io.github.shikaku.wire.Received;
import io.github.shikaku.wire.WireTree;
import io.github.shikaku.wire.XmlReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes JSON of any document: of qualification requests and answers with the SDK's own names, of
 * every other interface with the names of its elements.
 */
final class Inspector {
  private static final String REQUEST = "OQS-IF-001";
  private static final String ANSWER = "OQS-IF-002";
  private static final String FACE = "OQS-IF-?(face)";

  private final Catalogue catalogue = Catalogue.standard();
  private final XmlReader xml = XmlReader.create().withMaxBytes(InspectedFiles.MAX_BYTES);
  private final JsonReader json = JsonReader.create().withMaxBytes(InspectedFiles.MAX_BYTES);
  private final Layout<QualificationRequestMessage> requests = QualificationRequestMessage.layout();
  private final Layout<QualificationResultMessage> answers = QualificationResultMessage.layout();

  /**
   * What stands in the document.
   *
   * @throws io.github.shikaku.error.ShikakuException when it cannot be used
   */
  ObjectNode inspect(InspectedFile file) {
    if (file.isPdf()) {
      throw new UnusableAnswerException("a PDF is for people, open it with a viewer");
    }
    Optional<String> named =
        file.names().stream()
            .flatMap(name -> catalogue.byFileName(name).stream())
            .map(InterfaceDefinition::id)
            .map(InterfaceId::value)
            .findFirst();
    Fields fields = new Fields();
    String id = named.orElseGet(() -> byContent(file));
    fields.put("interface", official(id)).put("file", file.path());
    if (named.isEmpty() && !id.isEmpty()) {
      fields.put("identifiedBy", "CONTENT");
    }
    return switch (id) {
      case REQUEST -> request(fields, read(file, requests));
      case ANSWER, FACE -> answer(fields, id, read(file, answers));
      default -> other(fields, readTree(file));
    };
  }

  /** What the reader leaves has no id that is known, but the layout of the answer by number. */
  private static @Nullable String official(String id) {
    if (id.equals(FACE)) {
      return ANSWER;
    }
    return id.isEmpty() ? null : id;
  }

  /** Names of the qualification check only: no other layout is public enough to be recognised. */
  private String byContent(InspectedFile file) {
    WireTree root = readTree(file).message();
    Optional<WireTree> header = root.child("MessageHeader");
    Optional<WireTree> body = root.child("MessageBody");
    boolean searched = body.flatMap(b -> b.child("QualificationConfirmSearchInfo")).isPresent();
    boolean found =
        body.flatMap(b -> b.child("QualificationValidity")).isPresent()
            || body.flatMap(b -> b.child("ResultList"))
                .flatMap(list -> list.child("ResultOfQualificationConfirmation"))
                .isPresent();
    boolean answered = header.flatMap(h -> h.child("SegmentOfResult")).isPresent();
    if (answered) {
      return searched || found ? ANSWER : "";
    }
    return searched ? REQUEST : "";
  }

  private static ObjectNode request(Fields fields, Received<QualificationRequestMessage> request) {
    QualificationRequestMessage message = request.message();
    fields
        .put("encoding", request.encoding().declaredName())
        .put("header", Fields.ofRecord(message.header()));
    ObjectNode document = fields.json();
    document.set("body", Fields.ofRecord(message.body().searchInfo()));
    document.set("unknown", AnswerJson.unknown(request.unknown()));
    return document;
  }

  private static ObjectNode answer(
      Fields fields, String id, Received<QualificationResultMessage> answer) {
    boolean byCard =
        id.equals(FACE)
            || answer.message().header().inquiry().is(ReferenceClassification.MY_NUMBER_CARD);
    Basis basis = byCard ? Basis.READER : Basis.KNOWN_NUMBER;
    return AnswerJson.of(fields, QualificationAnswer.of(basis, answer));
  }

  private static ObjectNode other(Fields fields, Received<WireTree> received) {
    WireTree root = received.message();
    fields.put("encoding", received.encoding().declaredName());
    ObjectNode document = fields.json();
    Optional<WireTree> header = root.child("MessageHeader");
    Optional<WireTree> body = root.child("MessageBody");
    document.set("header", header.map(Inspector::content).orElseGet(Inspector::empty));
    document.set(
        "body",
        header.isPresent() || body.isPresent()
            ? body.map(Inspector::content).orElseGet(Inspector::empty)
            : content(root));
    document.set("unknown", AnswerJson.unknown(received.unknown()));
    return document;
  }

  private <T> Received<T> read(InspectedFile file, Layout<T> layout) {
    return file.isJson() ? json.read(file.content(), layout) : xml.read(file.content(), layout);
  }

  private Received<WireTree> readTree(InspectedFile file) {
    return file.isJson() ? json.readTree(file.content()) : xml.readTree(file.content());
  }

  private static JsonNode empty() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** Repeated elements become an array; text beside children goes under {@code #text}. */
  private static JsonNode content(WireTree tree) {
    if (tree.children().isEmpty()) {
      return TextNode.valueOf(tree.value().text());
    }
    Map<String, JsonNode> children = new LinkedHashMap<>();
    if (!tree.value().isBlank()) {
      children.put("#text", TextNode.valueOf(tree.value().text()));
    }
    tree.children()
        .forEach(child -> children.merge(child.name(), content(child), Inspector::together));
    return JsonNodeFactory.instance.objectNode().setAll(children);
  }

  private static JsonNode together(JsonNode before, JsonNode next) {
    if (before instanceof ArrayNode array) {
      return array.add(next);
    }
    return JsonNodeFactory.instance.arrayNode().add(before).add(next);
  }
}
