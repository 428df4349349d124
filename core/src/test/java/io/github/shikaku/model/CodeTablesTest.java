package io.github.shikaku.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every code table against the list, which is written out here a second time by hand. */
class CodeTablesTest {
  /** Number, class, then code and label in turn. */
  private static final String TABLES =
      """
      001 LimitConsentFlag 0 未同意 1 同意
      002 ReferenceClassification 1 マイナンバーカード 2 被保険者証情報
      003 ResultSegment 1 正常終了 2 処理中 9 異常終了
      004 ProcessingStatus 1 正常終了 2 エラー
      005 CharacterCode 0 UTF-8 1 Shift_JIS
      006 QualificationValidity 1 有効 2 無効 3 無効（新しい資格あり） 4 該当資格なし 5 複数該当 6 有効（未登録）
      007 Sex 1 男 2 女 3 未設定
      008 LossReason 01 死亡 02 生活保護受給開始 03 医療保険等の資格取得 99 その他
      009 PersonalFamily 1 本人 2 家族
      010 CardClassification 01 被保険者証（一般） 02 被保険者証（退職） 03 短期被保険者証（一般） 04 短期被保険者証（退職） 05 特別療養費支給対象者 06 特例退職被保険者証 07 自衛官診療証 A1 医療扶助
      011 LimitCertificateClass 01 限度額適用認定証 02 限度額適用・標準負担額減額認定証 03 標準負担額減額認定証
      012 LimitCategory A01 ア A02 イ A03 ウ A04 エ A05 オ A06 オ（境界層） B01 現役並みⅢ B02 現役並みⅡ B03 現役並みⅠ B04 一般 B05 低所得Ⅱ B06 低所得Ⅰ B07 低所得Ⅰ（老福） B08 低所得Ⅰ（境界層） B09 一般Ⅱ B10 一般Ⅰ
      013 SpecificDisease 1 人工透析が必要な慢性腎不全 2 先天性血液凝固因子障害（第VIII因子・第IX因子） 3 血液凝固因子製剤に起因するHIV感染症
      014 LimitChanged 0 変更なし 1 変更あり又は判定不能
      015 Preschool 1 未就学該当
      016 ConsentFlag 0 同意なし 1 同意あり 2 同意有効期限切れ 3 同意取得困難
      017 PrescriptionIssueForm 1 電子処方箋 2 紙の処方箋
      018 TicketType 01 医療券 02 調剤券
      019 TreatmentType 01 入院 02 入院外 03 歯科 04 調剤 05 訪問看護
      020 SingleOrCombinedUse 01 単独 02 併用
      021 SocialInsuranceStatus 01 あり 02 なし
      022 SocialInsuranceConsistency 1 不整合あり
      023 InfectiousDiseaseAid 01 あり 02 なし
      024 ElderlyMedicalCare 01 あり 02 なし
      025 PrefecturalExpenses 01 あり 02 なし
      026 DesignatedInstitutionCheck 0 一致 1 不一致
      027 SamePerson 1 同一個人あり
      028 MedicalTreatmentFlag 1 外来 2 訪問診療等 3 オンライン診療等 4 救急時
      029 MedicalInformationType TKK 特定健診情報 YZK 薬剤情報等
      030 MedicationDisplay 0 表示しない 1 表示する
      031 ConsentExpiryReason 0 診療形態による 1 医療機関による取消 2 患者による取消 3 用途変更による取消
      032 QualificationChangeCheck 0 一致 1 不一致
      033 AccessUrlKind 2 訪問診療等 3 オンライン診療等
      034 AccessUrlFormat 1 PDF 2 PNG
      035 AccessUrlChange 0 変更しない 1 変更する
      036 ConsentInformationType TSR 特定疾病療養受療証 TKK 特定健診情報 YZK 薬剤情報／薬剤・処方 SRJ 診療情報／アレルギー等・検査 SHJ 手術情報／傷病名・感染症
      037 UsageSetting 0 利用しない 1 利用する
      038 ElectronicPrescriptionUsage 0 利用しない 1 電子処方箋のみ利用する 2 電子処方箋と紙の処方箋を併用する 3 紙の処方箋のみ利用する
      039 IssueFormSelectionTiming 1 資格確認時以外 2 資格確認時
      040 InformationRequestPattern 1 救急用サマリー 2 救急用全量版 3 電子処方箋・救急用サマリー・救急用全量版 4 薬剤情報（現行） 5 診療・薬剤情報（現行） 6 特定健診情報（現行）
      041 AuthenticationFactor 1 記憶 2 生体 3 物理媒体
      042 AuthenticationMethod 01 ID・パスワード 02 PIN 03 秘密の質問 01 指紋 02 顔 03 音声 04 静脈 05 虹彩 01 ICカード 02 ワンタイムパスワード 03 その他
      043 EmergencyAccessRight 0 無 1 有
      044 LinkedSystem 01 医療費助成 2 母子保健 4 予防接種 8 介護保険
      """;

  record Table(String number, String name, List<String> entries) {
    List<CodeValue> constants() throws ClassNotFoundException {
      Class<?> type = Class.forName("io.github.shikaku.model." + name);
      return Stream.of(type.getEnumConstants()).map(CodeValue.class::cast).toList();
    }

    @Override
    public String toString() {
      return number + " " + name;
    }
  }

  static Stream<Table> tables() {
    return TABLES
        .lines()
        .map(line -> List.of(line.split(" ")))
        .map(words -> new Table(words.get(0), words.get(1), words.subList(2, words.size())));
  }

  @Test
  void list_numbers_areCompleteFrom001To044() {
    assertThat(tables().map(Table::number))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 44).mapToObj("%03d"::formatted).toList());
  }

  @ParameterizedTest
  @MethodSource("tables")
  void table_entries_areThoseOfTheListAndUnknownComesLast(Table table)
      throws ClassNotFoundException {
    List<CodeValue> constants = table.constants();
    CodeValue last = constants.get(constants.size() - 1);
    List<String> entries =
        constants.subList(0, constants.size() - 1).stream()
            .flatMap(entry -> Stream.of(entry.code(), entry.label()))
            .toList();

    assertThat(entries).isEqualTo(table.entries());
    assertThat(((Enum<?>) last).name()).isEqualTo("UNKNOWN");
    assertThat(last.code()).isEmpty();
    assertThat(last.label()).isEqualTo("不明");
    assertThat(last.matches("")).isFalse();
  }

  @Test
  void qualificationValidity_names_areThoseThatVendorsSwitchOn() {
    assertThat(Arrays.stream(QualificationValidity.values()))
        .extracting(Enum::name)
        .containsExactly(
            "VALID",
            "INVALID",
            "INVALID_NEWER_EXISTS",
            "NOT_FOUND",
            "MULTIPLE",
            "VALID_UNREGISTERED",
            "UNKNOWN");
  }
}
