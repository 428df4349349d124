package io.github.shikaku.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.shikaku.model.Code;
import io.github.shikaku.model.InsuredSymbol;
import io.github.shikaku.model.LimitConsentFlag;
import io.github.shikaku.model.MedicalInstitutionCode;
import io.github.shikaku.qualification.QualificationQuery;
import io.github.shikaku.qualification.QualificationRequestMessage;
import io.github.shikaku.qualification.QualificationResultMessage;
import io.github.shikaku.qualification.QualificationSearchInfo;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
  private final JsonWriter writer = JsonWriter.create();

  @Test
  void write_query_isTheRequestOfTheWebApi() {
    String expected =
        """
        {"XmlMsg":{"MessageHeader":{"QualificationConfirmationDate":"20261120",\
        "MedicalInstitutionCode":"1319999991","ArbitraryFileIdentifier":"shk-1"},\
        "MessageBody":{"QualificationConfirmSearchInfo":{"InsurerNumber":"00139998",\
        "InsuredCardSymbol":"記－１","InsuredIdentificationNumber":"5678910",\
        "InsuredBranchNumber":"01","Birthdate":"19700101",\
        "LimitApplicationCertificateRelatedConsFlg":"0"}}}}""";

    assertThat(text(request("記－１"))).isEqualTo(expected);
  }

  @Test
  void write_charactersOfJson_areEscaped() {
    assertThat(text(withSymbol("a\"b\\c\td/e")))
        .isEqualTo(
            """
            {"XmlMsg":{"MessageHeader":{},"MessageBody":{"QualificationConfirmSearchInfo":\
            {"InsuredCardSymbol":"a\\"b\\\\c\\u0009d/e"}}}}""");
  }

  @Test
  void write_vendorCharacters_needNoPermission() {
    assertThat(text(request("髙①𠮷"))).contains("髙①𠮷");
    assertThat(writer.unencodable(request("髙①𠮷"), Samples.REQUEST)).isEmpty();
  }

  @Test
  void unencodable_loneSurrogate_isNamedWithItsField() {
    assertThat(writer.unencodable(withSymbol("x\uD800"), Samples.REQUEST))
        .containsExactly(new Unencodable("symbol", "InsuredCardSymbol", 0xD800));
  }

  @Test
  void writeThenRead_randomMessages_areTheSame() {
    RandomMessages random = new RandomMessages(3, WireEncoding.UTF_8);
    for (int round = 0; round < 500; round++) {
      QualificationResultMessage result = random.next(QualificationResultMessage.class);
      QualificationRequestMessage request = random.next(QualificationRequestMessage.class);

      assertThat(again(result, Samples.RESULT)).isEqualTo(result);
      assertThat(again(request, Samples.REQUEST)).isEqualTo(request);
    }
  }

  private <T> T again(T message, Layout<T> layout) {
    Received<T> received = JsonReader.create().read(writer.write(message, layout), layout);
    assertThat(received.unknown()).isEmpty();
    return received.message();
  }

  private String text(QualificationRequestMessage message) {
    return new String(writer.write(message, Samples.REQUEST), StandardCharsets.UTF_8);
  }

  private static QualificationRequestMessage withSymbol(String symbol) {
    return new QualificationRequestMessage(
        new QualificationRequestMessage.Header(null, null, null),
        new QualificationRequestMessage.Body(
            new QualificationSearchInfo(
                null,
                InsuredSymbol.received(symbol),
                null,
                null,
                null,
                Code.received(LimitConsentFlag.class, null),
                null)));
  }

  private static QualificationRequestMessage request(String symbol) {
    return QualificationQuery.builder()
        .insurerNumber("139998")
        .symbol(symbol)
        .number("5678910")
        .branch("1")
        .birthdate(LocalDate.of(1970, 1, 1))
        .build()
        .toMessage(MedicalInstitutionCode.of("1319999991"), "shk-1", LocalDate.of(2026, 11, 20));
  }
}
