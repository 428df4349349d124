package io.github.shikaku.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** Requests written by hand and answers read with the JDK, so that nothing of ours is believed. */
final class Requests {
  static final Charset WINDOWS_31J = Charset.forName("windows-31j");
  static final LocalDate DAY = LocalDate.of(2026, 11, 20);

  private Requests() {}

  static String request(ScenarioQuery q, boolean limitConsent) {
    return """
        <?xml version="1.0" encoding="Shift_JIS" standalone="no"?>
        <XmlMsg>
        <MessageHeader>
        <QualificationConfirmationDate>%s</QualificationConfirmationDate>
        <MedicalInstitutionCode>1319999991</MedicalInstitutionCode>
        <ArbitraryFileIdentifier>BY-HAND-1</ArbitraryFileIdentifier>
        </MessageHeader>
        <MessageBody>
        <QualificationConfirmSearchInfo>
        <InsurerNumber>%8s</InsurerNumber>
        %s<InsuredIdentificationNumber>%s</InsuredIdentificationNumber>
        %s<Birthdate>%s</Birthdate>
        <LimitApplicationCertificateRelatedConsFlg>%s</LimitApplicationCertificateRelatedConsFlg>
        </QualificationConfirmSearchInfo>
        </MessageBody>
        </XmlMsg>
        """
        .formatted(
            DAY.toString().replace("-", ""),
            q.insurerNumber(),
            q.symbol() == null ? "" : "<InsuredCardSymbol>" + q.symbol() + "</InsuredCardSymbol>\n",
            q.number(),
            q.branch() == null
                ? ""
                : "<InsuredBranchNumber>" + q.branch() + "</InsuredBranchNumber>\n",
            q.birthdate().toString().replace("-", ""),
            limitConsent ? "1" : "0");
  }

  /** Under another name first, as careful clients do. */
  static void send(Path exchange, String name, byte[] bytes) throws IOException {
    Path temporary = exchange.resolve("req/." + name + ".tmp");
    Files.write(temporary, bytes);
    Files.move(temporary, exchange.resolve("req/" + name));
  }

  static void send(Path exchange, String name, String text) throws IOException {
    send(exchange, name, text.getBytes(WINDOWS_31J));
  }

  static String name(int number) {
    return "OQSsiquc01req_20261120%04d.xml".formatted(number);
  }

  static Path answer(Path exchange, int number) {
    return exchange.resolve("res/" + name(number).replace("req_", "res_"));
  }

  static Document parse(byte[] bytes) throws Exception {
    String head = new String(bytes, 0, Math.min(100, bytes.length), StandardCharsets.ISO_8859_1);
    Charset charset = head.contains("Shift_JIS") ? WINDOWS_31J : StandardCharsets.UTF_8;
    String text = new String(bytes, charset).replaceFirst("^<\\?xml[^>]*\\?>\\s*", "");
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Texts of all elements of that name, in document order. */
  static List<String> texts(Document document, String element) {
    NodeList nodes = document.getElementsByTagName(element);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent());
    }
    return texts;
  }
}
