package io.github.shikaku.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 二要素認証方式区分 (OQSCD042).
 *
 * <p>A code of this table means nothing alone: {@code 01} is an ID with password, a fingerprint or
 * an IC card, depending on the {@link AuthenticationFactor} (OQSCD041) beside it. Read it with
 * {@link #received(Code, String)}; {@link Code#received(Class, String)} cannot tell the three apart
 * and says {@link #UNKNOWN}.
 *
 * <p>The values rest on a single public transcription of the closed code list.
 */
public enum AuthenticationMethod implements CodeValue {
  /** {@code 01} of 記憶: ID・パスワード. */
  ID_AND_PASSWORD(AuthenticationFactor.KNOWLEDGE, "01", "ID・パスワード"),
  /** {@code 02} of 記憶: PIN. */
  PIN(AuthenticationFactor.KNOWLEDGE, "02", "PIN"),
  /** {@code 03} of 記憶: 秘密の質問. */
  SECRET_QUESTION(AuthenticationFactor.KNOWLEDGE, "03", "秘密の質問"),
  /** {@code 01} of 生体: 指紋. */
  FINGERPRINT(AuthenticationFactor.BIOMETRICS, "01", "指紋"),
  /** {@code 02} of 生体: 顔. */
  FACE(AuthenticationFactor.BIOMETRICS, "02", "顔"),
  /** {@code 03} of 生体: 音声. */
  VOICE(AuthenticationFactor.BIOMETRICS, "03", "音声"),
  /** {@code 04} of 生体: 静脈. */
  VEIN(AuthenticationFactor.BIOMETRICS, "04", "静脈"),
  /** {@code 05} of 生体: 虹彩. */
  IRIS(AuthenticationFactor.BIOMETRICS, "05", "虹彩"),
  /** {@code 01} of 物理媒体: ICカード. */
  IC_CARD(AuthenticationFactor.POSSESSION, "01", "ICカード"),
  /** {@code 02} of 物理媒体: ワンタイムパスワード. */
  ONE_TIME_PASSWORD(AuthenticationFactor.POSSESSION, "02", "ワンタイムパスワード"),
  /** {@code 03} of 物理媒体: その他. */
  OTHER(AuthenticationFactor.POSSESSION, "03", "その他"),
  /** Not reported, not known, or reported without its factor. */
  UNKNOWN(AuthenticationFactor.UNKNOWN, "", "不明");

  private final AuthenticationFactor factor;
  private final String code;
  private final String label;

  AuthenticationMethod(AuthenticationFactor factor, String code, String label) {
    this.factor = factor;
    this.code = code;
    this.label = label;
  }

  /**
   * The method that a code names among those of one factor. Never throws.
   *
   * @param factor the factor that stands beside the code
   * @param wire the code as received, null when there was none
   */
  public static Code<AuthenticationMethod> received(
      Code<AuthenticationFactor> factor, @Nullable String wire) {
    if (wire == null || wire.isBlank()) {
      return Code.notReported(AuthenticationMethod.class);
    }
    return new Code<>(wire, find(factor.known(), wire).orElse(UNKNOWN));
  }

  private static Optional<AuthenticationMethod> find(AuthenticationFactor factor, String wire) {
    for (AuthenticationMethod method : values()) {
      if (method != UNKNOWN && method.factor == factor && method.matches(wire.strip())) {
        return Optional.of(method);
      }
    }
    return Optional.empty();
  }

  /** The factor (OQSCD041) under which the code has this meaning. */
  public AuthenticationFactor factor() {
    return factor;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String label() {
    return label;
  }
}
