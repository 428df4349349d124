package io.github.shikaku.testkit.message;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The prescribed forms of 資格確認要求 (OQS-IF-001), in whatever format it came. */
final class RequestRules {
  private static final DateTimeFormatter D8 =
      DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

  private RequestRules() {}

  static ReceivedQuery query(RequestXml request, TextEncoding encoding)
      throws UnreadableRequestException {
    RequestXml.Header header = request.messageHeader;
    SearchInfoXml search =
        request.messageBody == null ? null : request.messageBody.qualificationConfirmSearchInfo;
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
