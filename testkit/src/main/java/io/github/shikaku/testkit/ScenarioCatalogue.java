package io.github.shikaku.testkit;

import static io.github.shikaku.testkit.message.AnswerTree.group;
import static io.github.shikaku.testkit.message.AnswerTree.leaf;

import io.github.shikaku.testkit.Scenario.Birth;
import io.github.shikaku.testkit.Scenario.Cast;
import io.github.shikaku.testkit.Scenario.Title;
import io.github.shikaku.testkit.Script.Delivery;
import io.github.shikaku.testkit.message.AnswerContent;
import io.github.shikaku.testkit.message.AnswerContent.Outcome;
import io.github.shikaku.testkit.message.AnswerTree;
import io.github.shikaku.testkit.message.Damage;
import io.github.shikaku.testkit.message.TextEncoding;
import io.github.shikaku.testkit.person.AgeDates;
import io.github.shikaku.testkit.person.PersonPlan;
import io.github.shikaku.testkit.person.PersonPlan.Spelling;
import io.github.shikaku.testkit.person.Scheme;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Everything the simulator can be made to do, by the 番号 of the query. Codes and messages of errors
 * are invented, because no genuine one is published: codes begin with {@code SIM-}, messages with
 * 【模擬】. A 番号 that is not in the catalogue gets 該当資格なし.
 */
public final class ScenarioCatalogue {
  /** An institution that nobody has: its check digit is wrong. */
  static final String OTHER_INSTITUTION = "2719999991";

  private static final int TEN_MEGABYTES = 10 * 1024 * 1024;
  private static final String RECORD = "ResultOfQualificationConfirmation";

  private final Map<String, Scenario> byNumber;

  private ScenarioCatalogue(Map<String, Scenario> byNumber) {
    this.byNumber = byNumber;
  }

  /** The catalogue as documented. */
  public static ScenarioCatalogue standard() {
    Map<String, Scenario> byNumber = new LinkedHashMap<>();
    List<Scenario> all = new ArrayList<>();
    all.addAll(qualifications());
    all.addAll(outcomes());
    all.addAll(deliveries());
    all.addAll(writings());
    all.addAll(damages());
    for (Scenario scenario : all) {
      if (byNumber.put(scenario.number(), scenario) != null) {
        throw new IllegalStateException("two scenarios have the number " + scenario.number());
      }
    }
    return new ScenarioCatalogue(byNumber);
  }

  /**
   * The same catalogue in which further 番号 choose scenarios, for a vendor's own test patients.
   *
   * @param idsByNumber the id of a scenario by 番号
   * @throws IllegalArgumentException when there is no scenario of an id
   */
  public ScenarioCatalogue alsoUnder(Map<String, String> idsByNumber) {
    Map<String, Scenario> more = new LinkedHashMap<>(byNumber);
    idsByNumber.forEach((number, id) -> more.put(normalised(number), byId(id)));
    return new ScenarioCatalogue(more);
  }

  /** All scenarios, in the order of the table. */
  public List<Scenario> scenarios() {
    return byNumber.values().stream().distinct().toList();
  }

  /** The scenario that a 番号 chooses; half and full width are the same. */
  public Optional<Scenario> find(String number) {
    return Optional.ofNullable(byNumber.get(normalised(number)));
  }

  /**
   * The scenario of that short name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public Scenario byId(String id) {
    return byNumber.values().stream()
        .filter(s -> s.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no scenario " + id));
  }

  /** The table for the guides, with what to ask for on {@code date}. */
  public String markdown(LocalDate date) {
    StringBuilder out = new StringBuilder(8192);
    out.append(
        "| 番号 | 場面 | 保険者番号 | 記号 | 枝番 | 生年月日 | 内容 | What happens | 結果 | 終了コード | Web APIでは |\n");
    out.append("|---|---|---|---|---|---|---|---|---|---|---|\n");
    for (Scenario s : scenarios()) {
      ScenarioQuery q = s.query(date);
      List<String> cells =
          Arrays.asList(
              s.number(),
              "`" + s.id() + "`",
              q.insurerNumber(),
              Objects.requireNonNullElse(q.symbol(), "-"),
              Objects.requireNonNullElse(q.branch(), "-"),
              q.birthdate().toString(),
              s.japanese(),
              s.english(),
              s.expected().label(),
              String.valueOf(s.expected().exitCode()),
              webCell(s));
      out.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
    return out.toString();
  }

  private static String webCell(Scenario scenario) {
    ExpectedOutcome expected = scenario.expectedOnWeb();
    return expected == scenario.expected()
        ? scenario.webForm()
        : scenario.webForm() + "（" + expected.label() + "、" + expected.exitCode() + "）";
  }

  private static String normalised(String number) {
    return Normalizer.normalize(number, Normalizer.Form.NFKC).strip();
  }

  private static List<Scenario> qualifications() {
    Birth worker = Birth.on(LocalDate.of(1970, 1, 1));
    Birth young = Birth.on(LocalDate.of(1988, 6, 10));
    Birth recipient = Birth.yearsBefore(72);
    Birth old = Birth.yearsBefore(80);
    return List.of(
        valid(
            new Title("valid", "5678910", "有効な資格（社保・本人）", "valid, employee"),
            new Cast(Scheme.SOCIETY, worker, p -> p.symbol("1234"))),
        valid(
            new Title("national", "7408301", "有効（国保、6桁の保険者番号、全角の記号）", "valid, 国保 with six digits"),
            new Cast(Scheme.NATIONAL, young, p -> p.symbol("見本－１２"))),
        valid(
            new Title("latter-stage", "97408302", "有効（後期高齢者、1割）", "valid, 後期高齢者 10 %"),
            new Cast(Scheme.LATTER_STAGE, old, p -> p.ratio("010"))),
        valid(
            new Title("latter-stage-20", "97408303", "有効（後期高齢者、2割）", "valid, 後期高齢者 20 %"),
            new Cast(Scheme.LATTER_STAGE, old, p -> p.ratio(latterStageTwentyPercent(p.date())))),
        valid(
            new Title("elderly", "7408304", "有効（高齢受給者、2割）", "valid, 高齢受給者 20 %"),
            new Cast(Scheme.NATIONAL, recipient, p -> p.ratio("020"))),
        valid(
            new Title("elderly-30", "7408305", "有効（高齢受給者、3割）", "valid, 高齢受給者 30 %"),
            new Cast(Scheme.ASSOCIATION, recipient, p -> p.ratio("030"))),
        valid(
            new Title(
                "limit",
                "7408306",
                "限度額適用認定証（区分ウ）。要求の同意フラグが1のときだけ返る",
                "限度額 category ウ, only when the query says that the patient consents"),
            new Cast(Scheme.SOCIETY, young, p -> p.limitCategory("A03"))),
        valid(
            new Title(
                "limit-low",
                "7408307",
                "限度額適用・標準負担額減額認定証（低所得Ⅱ）。同意フラグが1のときだけ返る",
                "限度額 category 低所得Ⅱ of a 高齢受給者, only with consent"),
            new Cast(Scheme.NATIONAL, recipient, p -> p.ratio("020").limitCategory("B05"))),
        valid(
            new Title(
                "specific-disease",
                "7408308",
                "特定疾病の人。番号による照会には特定疾病の項目が無く、顔認証の結果にだけある",
                "has 特定疾病: never reported by number, only by card"),
            new Cast(Scheme.SOCIETY, young, p -> p.limitCategory("A01").disease("1"))),
        valid(
            new Title("preschool", "7408309", "未就学（家族）", "valid, preschool child"),
            new Cast(Scheme.ASSOCIATION, Birth.yearsBefore(3), p -> p.personal("2").branch("03"))),
        valid(
                new Title(
                    "no-branch",
                    "7408310",
                    "枝番を省いて照会、回答に枝番がある",
                    "asked without 枝番; the answer tells it"),
                new Cast(Scheme.SOCIETY, young, p -> p.branch("02").personal("2")))
            .withoutBranch(),
        valid(
            new Title("masked-name", "7408311", "氏名に●がある", "a name with ●"),
            new Cast(Scheme.SOCIETY, young, p -> p.spelling(Spelling.MASKED))),
        valid(
            new Title("third-level-name", "7408312", "氏名に第3水準の文字（德）がある", "a name with 德"),
            new Cast(Scheme.SOCIETY, young, p -> p.spelling(Spelling.THIRD_LEVEL))),
        valid(
            new Title("undisclosed", "7408313", "住所・郵便番号なし（不開示）", "address not disclosed"),
            new Cast(Scheme.SOCIETY, young, PersonPlan::undisclosedAddress)),
        valid(
            new Title("consents", "7408314", "閲覧同意の全項目と照会番号あり", "consents of all families"),
            new Cast(Scheme.SOCIETY, young, p -> p.consentsGiven().referenceNumber("SIM7408314"))),
        valid(
            new Title("refusals", "7408315", "閲覧同意の全項目が同意なし", "all families refused"),
            new Cast(Scheme.SOCIETY, young, PersonPlan::consentsRefused)),
        valid(
            new Title("self-defence", "7408316", "有効（自衛官診療証）", "valid, 自衛官"),
            new Cast(Scheme.SELF_DEFENCE, young, UnaryOperator.identity())),
        valid(
            new Title(
                "public-assistance",
                "9999996",
                "医療扶助。公費負担者番号と受給者番号で照会",
                "医療扶助 with the ticket of the month"),
            new Cast(Scheme.PUBLIC_ASSISTANCE, young, UnaryOperator.identity())),
        valid(
            new Title(
                "public-assistance-unregistered",
                "9999988",
                "医療扶助、有効（未登録）",
                "医療扶助, valid but no ticket registered"),
            new Cast(Scheme.PUBLIC_ASSISTANCE, young, p -> p.validity("6"))));
  }

  /** Before that ratio existed, the person paid the lower one. */
  private static String latterStageTwentyPercent(LocalDate date) {
    return date.isBefore(AgeDates.LATTER_STAGE_TWENTY_PERCENT) ? "010" : "020";
  }

  private static List<Scenario> outcomes() {
    Cast somebody =
        new Cast(Scheme.SOCIETY, Birth.on(LocalDate.of(1985, 6, 10)), UnaryOperator.identity());
    return List.of(
        valid(
            new Title("invalid", "7408321", "無効", "invalid"),
            new Cast(Scheme.SOCIETY, somebody.birth(), p -> p.validity("2"))),
        valid(
            new Title("replaced", "7408322", "無効（新しい資格あり）", "invalid, a newer one exists"),
            new Cast(Scheme.SOCIETY, somebody.birth(), p -> p.validity("3"))),
        valid(
            new Title("none", "7408323", "該当資格なし（台帳に無い番号も同じ）", "none, as any unknown 番号"),
            new Cast(Scheme.SOCIETY, somebody.birth(), p -> p.validity("4"))),
        valid(
            new Title("several", "7408324", "複数該当", "several"),
            new Cast(Scheme.SOCIETY, somebody.birth(), p -> p.validity("5"))),
        scenario(
            new Title(
                "notice",
                "7408325",
                "正常終了に処理結果コードとメッセージが付く",
                "normal, with a code and message beside the result"),
            somebody,
            Script.saying(
                c ->
                    outcome(c, new Outcome("1", "SIM-N001", "【模擬】電子証明書の有効期限まで3か月以内です", "1", null))),
            ExpectedOutcome.ANSWER),
        scenario(
            new Title("person-error", "7408326", "処理結果状況2（個人単位のエラー）", "status 2"),
            somebody,
            Script.saying(
                c ->
                    new AnswerContent(
                        c.header(),
                        c.echo(),
                        new Outcome("2", "SIM-P001", "【模擬】この方の資格を確認できませんでした", null, null),
                        null)),
            ExpectedOutcome.ANSWER),
        scenario(
            new Title("system-error", "7408327", "処理結果区分9（異常終了）", "SegmentOfResult 9"),
            somebody,
            Script.saying(c -> systemError(c, "SIM-S001", "【模擬】システムが異常終了しました")),
            ExpectedOutcome.SYSTEM_ERROR),
        scenario(
            new Title("rejected", "7408328", "連携アプリが要求を拒み .err を置く", "rejected with .err"),
            somebody,
            Script.delivered(Delivery.REJECTED),
            ExpectedOutcome.REJECTED),
        scenario(
            new Title(
                "prescription-in-body",
                "7408329",
                "処方箋発行形態が MessageBody にある",
                "PrescriptionIssueSelect in the body"),
            somebody,
            Script.saying(c -> outcome(c, new Outcome("1", null, null, "1", "1"))),
            ExpectedOutcome.ANSWER),
        scenario(
            new Title(
                "prescription-in-record",
                "7408330",
                "処方箋発行形態が資格の中にある",
                "PrescriptionIssueSelect inside the record"),
            somebody,
            Script.edited(t -> t.append(RECORD, leaf("PrescriptionIssueSelect", "2"))),
            ExpectedOutcome.ANSWER));
  }

  private static List<Scenario> deliveries() {
    Cast somebody =
        new Cast(Scheme.SOCIETY, Birth.on(LocalDate.of(1983, 6, 10)), UnaryOperator.identity());
    return List.of(
        scenario(
            new Title("silent", "7408341", "要求は受け取られるが回答が来ない", "taken, never answered"),
            somebody,
            Script.delivered(Delivery.SILENT),
            ExpectedOutcome.NO_ANSWER),
        scenario(
            new Title("not-taken", "7408342", "要求が受け取られない", "never taken"),
            somebody,
            Script.delivered(Delivery.NOT_TAKEN),
            ExpectedOutcome.NO_ANSWER),
        scenario(
            new Title("late", "7408343", "回答が30秒後に来る（変更可）", "answered after 30 s (configurable)"),
            somebody,
            Script.delivered(Delivery.LATE),
            ExpectedOutcome.NO_ANSWER),
        scenario(
            new Title("twice", "7408344", "回答が2回来る", "answered twice"),
            somebody,
            Script.delivered(Delivery.TWICE),
            ExpectedOutcome.ANSWER),
        scenario(
            new Title("pieces", "7408345", "回答が少しずつ書かれる", "written slowly, in pieces"),
            somebody,
            Script.delivered(Delivery.IN_PIECES),
            ExpectedOutcome.ANSWER),
        scenario(
            new Title("empty-first", "7408346", "空のファイルが先に現れ、後で中身が入る", "empty first, then filled"),
            somebody,
            Script.delivered(Delivery.EMPTY_FIRST),
            ExpectedOutcome.ANSWER),
        scenario(
            new Title("wrong-institution", "7408347", "別の医療機関コードの回答", "of another institution"),
            somebody,
            Script.saying(c -> c.withHeader(c.header().withInstitution(OTHER_INSTITUTION))),
            ExpectedOutcome.UNUSABLE),
        scenario(
            new Title("wrong-identifier", "7408348", "別のファイル識別子の回答", "of another file identifier"),
            somebody,
            Script.saying(c -> c.withHeader(c.header().withFileIdentifier("SIM-OTHER-FILE"))),
            ExpectedOutcome.UNUSABLE));
  }

  private static List<Scenario> writings() {
    Cast somebody =
        new Cast(Scheme.SOCIETY, Birth.on(LocalDate.of(1981, 6, 10)), UnaryOperator.identity());
    return List.of(
        scenario(
            new Title("shift-jis", "7408351", "Shift_JISの回答", "answered in Shift_JIS"),
            new Cast(
                Scheme.SOCIETY,
                Birth.on(LocalDate.of(1981, 6, 10)),
                p -> p.spelling(Spelling.THIRD_LEVEL)),
            Script.encoded(TextEncoding.SHIFT_JIS),
            ExpectedOutcome.ANSWER),
        scenario(
            new Title(
                "utf-8",
                "7408352",
                "要求がShift_JISでもUTF-8の回答",
                "answered in UTF-8 whatever was asked"),
            somebody,
            Script.encoded(TextEncoding.UTF_8),
            ExpectedOutcome.ANSWER),
        scenario(
            new Title("random-order", "7408353", "項目の順序がばらばら", "children in random order"),
            somebody,
            Script.edited(t -> t.shuffle(new Random(7408353))),
            ExpectedOutcome.ANSWER),
        scenario(
            new Title(
                "unknown-codes", "7408354", "未知のコード（有効とは扱えない）", "unknown codes, so never valid"),
            somebody,
            Script.edited(ScenarioCatalogue::withUnknownCodes),
            ExpectedOutcome.ANSWER),
        scenario(
            new Title("unknown-elements", "7408355", "未知の項目", "unknown elements at every level"),
            somebody,
            Script.edited(ScenarioCatalogue::withUnknownElements),
            ExpectedOutcome.ANSWER));
  }

  private static List<Scenario> damages() {
    Cast somebody =
        new Cast(Scheme.SOCIETY, Birth.on(LocalDate.of(1979, 6, 10)), UnaryOperator.identity());
    return List.of(
        scenario(
            new Title("truncated", "7408361", "途中で切れたXML", "truncated XML"),
            somebody,
            Script.damaged(Damage.CUT),
            ExpectedOutcome.UNUSABLE),
        scenario(
            new Title("malformed", "7408362", "閉じタグまであるが壊れたXML", "malformed, with a closing tag"),
            somebody,
            Script.damaged(Damage.BROKEN),
            ExpectedOutcome.UNUSABLE),
        scenario(
            new Title("duplicate", "7408363", "1回だけの項目が2回ある", "a single element twice"),
            somebody,
            Script.edited(t -> t.repeat(leaf("Name", "見本　花桜子"))),
            ExpectedOutcome.UNUSABLE),
        scenario(
            new Title("ten-megabytes", "7408364", "10MBの回答", "10 MB"),
            somebody,
            Script.edited(
                t -> t.append(RECORD, leaf("SimulatorFiller", "x".repeat(TEN_MEGABYTES)))),
            ExpectedOutcome.UNUSABLE),
        scenario(
            new Title("bomb", "7408365", "DTDの実体で膨らむXML", "an XML bomb (DTD)"),
            somebody,
            Script.damaged(Damage.SWELLING),
            ExpectedOutcome.UNUSABLE),
        scenario(
            new Title("encrypted", "7408366", "暗号化されたように見える回答", "looks encrypted"),
            somebody,
            Script.damaged(Damage.SCRAMBLED),
            ExpectedOutcome.UNUSABLE));
  }

  private static Scenario valid(Title title, Cast cast) {
    return scenario(title, cast, Script.plain(), ExpectedOutcome.ANSWER);
  }

  private static Scenario scenario(
      Title title, Cast cast, Script script, ExpectedOutcome expected) {
    return new Scenario(title, cast, script, expected);
  }

  private static AnswerContent outcome(AnswerContent content, @Nullable Outcome outcome) {
    return new AnswerContent(content.header(), content.echo(), outcome, content.person());
  }

  static AnswerContent systemError(AnswerContent content, String code, String message) {
    AnswerContent.Header h = content.header();
    return new AnswerContent(
        new AnswerContent.Header(
            h.processedAt(),
            h.confirmationDate(),
            h.institution(),
            h.fileIdentifier(),
            h.reference(),
            "9",
            code,
            message,
            h.encoding()),
        null,
        null,
        null);
  }

  private static void withUnknownCodes(AnswerTree tree) {
    tree.set("QualificationValidity", "7");
    tree.set("Sex1", "8");
    tree.set("InsuredCardClassification", "Z9");
    tree.set("PersonalFamilyClassification", "7");
  }

  private static void withUnknownElements(AnswerTree tree) {
    tree.append("MessageHeader", leaf("SimHeaderItem", "H1"));
    tree.append("MessageBody", leaf("SimBodyItem", "B1"));
    tree.append("ResultList", leaf("SimListItem", "L1"));
    tree.append(RECORD, group("SimGroup", leaf("SimGroupItem", "G1"), leaf("SimGroupItem", "G2")));
  }
}
