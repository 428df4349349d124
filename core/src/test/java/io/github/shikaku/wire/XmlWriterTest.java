package io.github.shikaku.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.shikaku.Endurance;
import io.github.shikaku.model.MedicalInstitutionCode;
import io.github.shikaku.qualification.QualificationQuery;
import io.github.shikaku.qualification.QualificationRequestMessage;
import io.github.shikaku.qualification.QualificationResultMessage;
import io.github.shikaku.wire.WireException.Kind;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class XmlWriterTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private final XmlWriter shiftJis = XmlWriter.of(WireEncoder.of(WireEncoding.SHIFT_JIS));
  private final XmlWriter utf8 = XmlWriter.of(WireEncoder.of(WireEncoding.UTF_8));

  @Test
  void write_query_isTheRequestOfTheInterface() {
    String expected =
        """
        <?xml version="1.0" encoding="Shift_JIS" standalone="no"?>
        <XmlMsg>\
        <MessageHeader><QualificationConfirmationDate>20261120</QualificationConfirmationDate>\
        <MedicalInstitutionCode>1319999991</MedicalInstitutionCode>\
        <ArbitraryFileIdentifier>shk-1</ArbitraryFileIdentifier></MessageHeader>\
        <MessageBody><QualificationConfirmSearchInfo>\
        <InsurerNumber>  139998</InsurerNumber><InsuredCardSymbol>記－１</InsuredCardSymbol>\
        <InsuredIdentificationNumber>5678910</InsuredIdentificationNumber>\
        <InsuredBranchNumber>01</InsuredBranchNumber><Birthdate>19700101</Birthdate>\
        <LimitApplicationCertificateRelatedConsFlg>0</LimitApplicationCertificateRelatedConsFlg>\
        </QualificationConfirmSearchInfo></MessageBody></XmlMsg>""";

    byte[] written = shiftJis.write(request("記\u2212１"), Samples.REQUEST);

    assertThat(new String(written, WireEncoding.SHIFT_JIS.charset())).isEqualTo(expected);
  }

  @Test
  void write_utf8_isDeclaredAndHasNoByteOrderMark() {
    assertThat(new String(utf8.write(request("髙"), Samples.REQUEST), WireEncoding.UTF_8.charset()))
        .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n<XmlMsg>")
        .contains("<InsuredCardSymbol>髙</InsuredCardSymbol>");
  }

  @Test
  void unencodable_vendorCharacter_isNamedWithItsField() {
    QualificationRequestMessage message = request("記号①");

    assertThat(shiftJis.unencodable(message, Samples.REQUEST))
        .containsExactly(new Unencodable("symbol", "InsuredCardSymbol", '①'));
    assertThat(utf8.unencodable(message, Samples.REQUEST)).isEmpty();
    WireException failure =
        catchThrowableOfType(WireException.class, () -> shiftJis.write(message, Samples.REQUEST));
    assertThat(failure.kind()).isEqualTo(Kind.UNENCODABLE);
  }

  @Test
  void violation_ofUnencodable_namesFieldAndCharacter() {
    assertThat(
            new Unencodable("symbol", "InsuredCardSymbol", '①').violation(WireEncoding.SHIFT_JIS))
        .satisfies(
            violation -> {
              assertThat(violation.field()).isEqualTo("symbol");
              assertThat(violation.japanese()).contains("「①」", "U+2460", "Shift_JIS");
              assertThat(violation.english()).contains("①", "U+2460", "Shift_JIS");
            });
    assertThat(
            new Unencodable("symbol", "InsuredCardSymbol", 0xD800)
                .violation(WireEncoding.UTF_8)
                .english())
        .contains("U+D800")
        .doesNotContain("\uD800");
  }

  @Test
  void write_markup_isEscaped() {
    byte[] written = utf8.write(request("<&>\"'"), Samples.REQUEST);

    assertThat(new String(written, WireEncoding.UTF_8.charset()))
        .contains("<InsuredCardSymbol>&lt;&amp;&gt;\"'</InsuredCardSymbol>");
  }

  @ParameterizedTest
  @EnumSource
  void writeThenRead_randomResults_areTheSame(WireEncoding encoding) {
    RandomMessages random = new RandomMessages(1, encoding);
    for (int round = 0; round < Endurance.rounds(500); round++) {
      QualificationResultMessage message = random.next(QualificationResultMessage.class);

      assertThat(again(message, Samples.RESULT, encoding)).isEqualTo(message);
    }
  }

  @ParameterizedTest
  @EnumSource
  void writeThenRead_randomRequests_areTheSame(WireEncoding encoding) {
    RandomMessages random = new RandomMessages(2, encoding);
    for (int round = 0; round < Endurance.rounds(500); round++) {
      QualificationRequestMessage message = random.next(QualificationRequestMessage.class);

      assertThat(again(message, Samples.REQUEST, encoding)).isEqualTo(message);
    }
  }

  private static <T> T again(T message, Layout<T> layout, WireEncoding encoding) {
    byte[] written = XmlWriter.of(WireEncoder.of(encoding)).write(message, layout);
    Received<T> received = XmlReader.create().read(written, layout);
    assertThat(received.unknown()).isEmpty();
    assertThat(received.encoding()).isEqualTo(encoding);
    return received.message();
  }

  private static QualificationRequestMessage request(String symbol) {
    return QualificationQuery.builder()
        .insurerNumber("139998")
        .symbol(symbol)
        .number("5678910")
        .branch("1")
        .birthdate(LocalDate.of(1970, 1, 1))
        .build()
        .toMessage(MedicalInstitutionCode.of("1319999991"), "shk-1", TODAY);
  }
}
