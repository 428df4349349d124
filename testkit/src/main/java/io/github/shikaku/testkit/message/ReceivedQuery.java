package io.github.shikaku.testkit.message;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a request asked.
 *
 * @param encoding how the request was encoded
 * @param confirmationDate 資格確認日
 * @param institution 医療機関コード
 * @param fileIdentifier 任意のファイル識別子
 * @param insurerNumber 保険者番号 exactly as received
 * @param symbol 記号
 * @param number 番号
 * @param branch 枝番
 * @param birthdate 生年月日
 * @param limitConsent whether 限度額適用認定証同意フラグ is 1
 * @param identifier 任意の識別子
 */
public record ReceivedQuery(
    TextEncoding encoding,
    LocalDate confirmationDate,
    String institution,
    @Nullable String fileIdentifier,
    String insurerNumber,
    @Nullable String symbol,
    String number,
    @Nullable String branch,
    LocalDate birthdate,
    boolean limitConsent,
    @Nullable String identifier) {

  /** 保険者番号 without padding: six or eight digits. */
  public String naturalInsurerNumber() {
    String digits = insurerNumber.strip();
    return digits.length() == 8 && digits.startsWith("00") ? digits.substring(2) : digits;
  }

  @Override
  public String toString() {
    return "ReceivedQuery[***]";
  }
}
