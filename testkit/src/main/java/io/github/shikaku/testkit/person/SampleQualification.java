package io.github.shikaku.testkit.person;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One qualification of a sample person as an answer reports it.
 *
 * @param membership with whom and under which number
 * @param period from when until when, and the paper that proves it
 * @param burden what share the patient pays
 * @param limit 限度額適用認定証関連情報
 * @param limitConsent 限度額適用認定証提供同意
 * @param diseases 特定疾病療養受療証情報
 * @param diseaseConsent 特定疾病療養受療証提供同意
 * @param tickets 医療券・調剤券
 * @param consents 閲覧同意, family by family
 * @param referenceNumber 照会番号, when registered
 */
public record SampleQualification(
    Membership membership,
    Period period,
    Burden burden,
    @Nullable Limit limit,
    @Nullable SampleConsent limitConsent,
    List<Disease> diseases,
    @Nullable SampleConsent diseaseConsent,
    List<Ticket> tickets,
    Map<ConsentFamily, SampleConsent> consents,
    @Nullable String referenceNumber) {

  /** Copies the collections. */
  public SampleQualification {
    diseases = List.copyOf(diseases);
    tickets = List.copyOf(tickets);
    consents = Map.copyOf(consents);
  }

  /** Whether it is one of 医療扶助. */
  public boolean isPublicAssistance() {
    return membership.cardClass().equals("A1");
  }

  /** Whether it is one of 後期高齢者医療. */
  public boolean isLatterStage() {
    String number = membership.insurerNumber();
    return number != null && number.length() == 8 && number.startsWith("39");
  }

  /** Whether it covers the date. */
  public boolean covers(LocalDate date) {
    return !date.isBefore(period.acquired())
        && (period.lost() == null || date.isBefore(period.lost()));
  }

  @Override
  public String toString() {
    return "SampleQualification[***]";
  }

  /**
   * With whom and under which number.
   *
   * @param cardClass 被保険者証区分 (OQSCD010)
   * @param insurerNumber 保険者番号, six or eight digits; null in 医療扶助
   * @param symbol 記号
   * @param number 番号; null in 医療扶助
   * @param branch 枝番
   * @param personal 本人・家族の別 (OQSCD009)
   * @param insuredName 被保険者氏名 (世帯主氏名)
   * @param insurerName 保険者名称
   */
  public record Membership(
      String cardClass,
      @Nullable String insurerNumber,
      @Nullable String symbol,
      @Nullable String number,
      @Nullable String branch,
      @Nullable String personal,
      @Nullable String insuredName,
      String insurerName) {
    @Override
    public String toString() {
      return "Membership[***]";
    }
  }

  /**
   * From when until when.
   *
   * @param acquired 資格取得年月日
   * @param lost 資格喪失年月日: the first day without cover
   * @param lossReason 資格喪失事由 (OQSCD008)
   * @param issued 証交付年月日
   * @param validFrom 証有効開始年月日
   * @param validUntil 証有効終了年月日
   */
  public record Period(
      LocalDate acquired,
      @Nullable LocalDate lost,
      @Nullable String lossReason,
      @Nullable LocalDate issued,
      @Nullable LocalDate validFrom,
      @Nullable LocalDate validUntil) {
    @Override
    public String toString() {
      return "Period[***]";
    }
  }

  /**
   * What share the patient pays.
   *
   * @param ratio 証一部負担金割合, three digits
   * @param preschool 未就学区分 (OQSCD015)
   * @param elderly 高齢受給者証情報
   */
  public record Burden(
      @Nullable String ratio, @Nullable String preschool, @Nullable Elderly elderly) {}

  /**
   * 高齢受給者証情報.
   *
   * @param issued 交付年月日
   * @param validFrom 有効開始年月日
   * @param validUntil 有効終了年月日
   * @param ratio 一部負担金割合, three digits
   */
  public record Elderly(
      LocalDate issued, LocalDate validFrom, LocalDate validUntil, String ratio) {}

  /**
   * 限度額適用認定証関連情報.
   *
   * @param classification 認定証区分 (OQSCD011)
   * @param category 適用区分 (OQSCD012)
   * @param issued 交付年月日
   * @param validFrom 有効開始年月日
   * @param validUntil 有効終了年月日
   * @param longTermFrom 長期入院該当年月日
   */
  public record Limit(
      String classification,
      String category,
      LocalDate issued,
      LocalDate validFrom,
      LocalDate validUntil,
      @Nullable LocalDate longTermFrom) {}

  /**
   * 特定疾病療養受療証情報.
   *
   * @param category 認定疾病区分 (OQSCD013)
   * @param issued 交付年月日
   * @param validFrom 有効開始年月日
   * @param validUntil 有効終了年月日
   * @param selfPayYen 自己負担限度額, yen
   */
  public record Disease(
      String category,
      LocalDate issued,
      LocalDate validFrom,
      LocalDate validUntil,
      int selfPayYen) {
    @Override
    public String toString() {
      return "Disease[***]";
    }
  }

  /**
   * 医療券・調剤券.
   *
   * @param type 医療券・調剤券別 (OQSCD018)
   * @param validFrom 有効開始年月日
   * @param validUntil 有効終了年月日
   * @param issueNumber 交付番号
   * @param month 診療年月
   * @param institution 指定医療機関コード
   * @param treatment 診療別 (OQSCD019)
   * @param selfPayYen 本人支払額, yen
   */
  public record Ticket(
      String type,
      LocalDate validFrom,
      LocalDate validUntil,
      String issueNumber,
      YearMonth month,
      String institution,
      String treatment,
      int selfPayYen) {
    @Override
    public String toString() {
      return "Ticket[***]";
    }
  }
}
