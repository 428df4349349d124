package io.github.shikaku.model;

/**
 * On what an answer rests. A lookup by number prepares or completes reception; it does not replace
 * presenting the card or 資格確認書 (疑義解釈 令和6年度 その4).
 */
public enum Basis {
  /** The card was presented at the face-authentication reader. */
  READER("カードリーダーでのマイナ保険証の提示"),
  /** 資格確認書 was shown at the desk. */
  CERTIFICATE_SHOWN("資格確認書の提示"),
  /** A number known from before; nothing was presented. */
  KNOWN_NUMBER("保存済みの番号による照会"),
  /** A bulk inquiry before the visit. */
  BULK_PRECHECK("来院前の一括照会"),
  /** 再照会: asked again on the consent of an earlier presentation. */
  REQUERY("再照会"),
  /** The reader or OQS could not be used and another way was taken. */
  FALLBACK("カードリーダー等を使えない場合の代替手段"),
  /** Nobody said: a request that the SDK does not model. */
  UNSTATED("根拠の申告なし");

  private final String label;

  Basis(String label) {
    this.label = label;
  }

  /** The Japanese label, for the desk. */
  public String label() {
    return label;
  }
}
