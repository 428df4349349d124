package io.github.shikaku.testkit.message;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Unmarshaller;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;

/**
 * Reads 資格確認要求 (OQS-IF-001) as XML, as strictly as the layout allows: known elements only, once
 * each, in the order of the layout, with their prescribed forms.
 */
public final class XmlRequestReader {
  private static final Pattern ENCODING = Pattern.compile("encoding=[\"']([^\"']+)[\"']");
  private static final Pattern DECLARATION = Pattern.compile("^\\s*<\\?xml[^>]*\\?>");
  private static final Pattern START_TAG = Pattern.compile("<([A-Za-z][A-Za-z0-9]*)\\s*/?>");
  private static final List<String> ORDER =
      List.of(
          "XmlMsg",
          "MessageHeader",
          "QualificationConfirmationDate",
          "MedicalInstitutionCode",
          "ArbitraryFileIdentifier",
          "MessageBody",
          "QualificationConfirmSearchInfo",
          "InsurerNumber",
          "InsuredCardSymbol",
          "InsuredIdentificationNumber",
          "InsuredBranchNumber",
          "Birthdate",
          "LimitApplicationCertificateRelatedConsFlg",
          "ArbitraryIdentifier");

  private final JAXBContext context;
  private final XMLInputFactory factory;

  /** A reader that can be used by one thread at a time. */
  public XmlRequestReader() {
    try {
      this.context = JAXBContext.newInstance(RequestXml.class);
    } catch (JAXBException e) {
      throw new IllegalStateException("the model of OQS-IF-001 is wrong", e);
    }
    this.factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
  }

  /**
   * What a request file asks.
   *
   * @throws UnreadableRequestException when anything about it is not as the layout says
   */
  public ReceivedQuery read(byte[] file) throws UnreadableRequestException {
    String head = new String(file, 0, Math.min(file.length, 200), StandardCharsets.ISO_8859_1);
    Matcher declared = ENCODING.matcher(head);
    TextEncoding encoding =
        declared.find() && declared.group(1).toLowerCase(Locale.ROOT).startsWith("shift")
            ? TextEncoding.SHIFT_JIS
            : TextEncoding.UTF_8;
    String text = decode(file, encoding);
    if (text.contains("<!DOCTYPE")) {
      throw new UnreadableRequestException("SIM-L003", "DTDは使用できません");
    }
    checkOrder(text);
    return RequestRules.query(unmarshal(DECLARATION.matcher(text).replaceFirst("")), encoding);
  }

  private static String decode(byte[] file, TextEncoding encoding)
      throws UnreadableRequestException {
    try {
      String text = encoding.charset().newDecoder().decode(ByteBuffer.wrap(file)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new UnreadableRequestException("SIM-L001", "文字コードが宣言と一致しません");
    }
  }

  private static void checkOrder(String text) throws UnreadableRequestException {
    Matcher tags = START_TAG.matcher(text);
    int last = -1;
    while (tags.find()) {
      int position = ORDER.indexOf(tags.group(1));
      if (position < 0) {
        throw new UnreadableRequestException("SIM-L004", "定義されていない項目があります");
      }
      if (position <= last) {
        throw new UnreadableRequestException("SIM-L005", "項目の順序または回数が誤っています");
      }
      last = position;
    }
  }

  private RequestXml unmarshal(String text) throws UnreadableRequestException {
    try {
      Unmarshaller unmarshaller = context.createUnmarshaller();
      unmarshaller.setEventHandler(event -> false);
      var reader = factory.createXMLStreamReader(new StringReader(text));
      try {
        return unmarshaller.unmarshal(reader, RequestXml.class).getValue();
      } finally {
        reader.close();
      }
    } catch (JAXBException | XMLStreamException e) {
      throw new UnreadableRequestException("SIM-L002", "XMLとして読み取れません");
    }
  }
}
