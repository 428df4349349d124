package io.github.shikaku.testkit.message;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Unmarshaller;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Reads 資格確認要求 (OQS-IF-001) as strictly as the layout allows: known elements only, once each, in
 * the order of the layout, with their prescribed forms.
 */
public final class RequestReader {
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
  private static final DateTimeFormatter D8 =
      DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

  private final JAXBContext context;
  private final XMLInputFactory factory;

  /** A reader that can be used by one thread at a time. */
  public RequestReader() {
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
    return query(unmarshal(DECLARATION.matcher(text).replaceFirst("")), encoding);
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

  private static ReceivedQuery query(RequestXml xml, TextEncoding encoding)
      throws UnreadableRequestException {
    RequestXml.Header header = xml.messageHeader;
    SearchInfoXml search =
        xml.messageBody == null ? null : xml.messageBody.qualificationConfirmSearchInfo;
    if (header == null || search == null) {
      throw new UnreadableRequestException("SIM-L006", "必須の項目がありません");
    }
    String insurer = required(search.insurerNumber, "[ 0-9]{8}", "保険者番号");
    if (!insurer.strip().matches("\\d{6}|\\d{8}")) {
      throw invalid("保険者番号");
    }
    return new ReceivedQuery(
        encoding,
        date(header.qualificationConfirmationDate, "資格確認日"),
        required(header.medicalInstitutionCode, "\\d{10}", "医療機関コード"),
        optional(header.arbitraryFileIdentifier, "(?s).{1,50}", "任意のファイル識別子"),
        insurer,
        optional(search.insuredCardSymbol, "(?s).{1,20}", "記号"),
        required(search.insuredIdentificationNumber, "(?s).{1,20}", "番号"),
        optional(search.insuredBranchNumber, "\\d{2}", "枝番"),
        date(search.birthdate, "生年月日"),
        required(search.limitApplicationCertificateRelatedConsFlg, "[01]", "限度額適用認定証同意フラグ")
            .equals("1"),
        optional(search.arbitraryIdentifier, "(?s).{1,50}", "任意の識別子"));
  }

  private static LocalDate date(@Nullable String value, String item)
      throws UnreadableRequestException {
    try {
      return LocalDate.parse(required(value, "\\d{8}", item), D8);
    } catch (DateTimeException e) {
      throw invalid(item);
    }
  }

  private static String required(@Nullable String value, String form, String item)
      throws UnreadableRequestException {
    if (value == null || !value.matches(form)) {
      throw invalid(item);
    }
    return value;
  }

  private static @Nullable String optional(@Nullable String value, String form, String item)
      throws UnreadableRequestException {
    return value == null || value.isEmpty() ? null : required(value, form, item);
  }

  private static UnreadableRequestException invalid(String item) {
    return new UnreadableRequestException("SIM-L007", item + "の形式が誤っています");
  }
}
