package io.github.shikaku.model;

import java.io.Serializable;
import java.text.Normalizer;

/**
 * Code of a medical institution (医療機関コード), ten digits: prefecture 2, fee table 1 (1 医科, 3 歯科, 4 調剤,
 * 6 訪問看護), city 2, number 4, check digit 1.
 *
 * <p>Source: element MedicalInstitutionCode of every message, ten digits in real answers; the
 * meaning of the digits is that of the official rules for setting the codes as public pages quote
 * them. Samples such as 1319999991 break the check digit on purpose.
 *
 * @param wire ten digits when valid, else the raw text
 */
public record MedicalInstitutionCode(String wire) implements WireValue, Serializable {
  /**
   * Ten digits; full-width digits and surrounding space are normalised. The check digit is not
   * enforced, see {@link #hasValidCheckDigit()}.
   *
   * @throws IllegalArgumentException when there are not exactly ten digits
   */
  public static MedicalInstitutionCode of(String text) {
    MedicalInstitutionCode code =
        received(Normalizer.normalize(text, Normalizer.Form.NFKC).strip());
    if (!code.isValid()) {
      throw new IllegalArgumentException("a medical institution code has exactly ten digits");
    }
    return code;
  }

  /** Whatever stood in the answer; never throws. */
  public static MedicalInstitutionCode received(String text) {
    return new MedicalInstitutionCode(text);
  }

  @Override
  public boolean isValid() {
    return Texts.isDigits(wire, 10);
  }

  /** Whether the tenth digit is the Luhn digit of the first nine; offered, never demanded. */
  public boolean hasValidCheckDigit() {
    return isValid() && CheckDigit.isLuhn(wire);
  }

  /** An institution is not a person: its code may be printed. What is no code may be anything. */
  @Override
  public String toString() {
    return isValid() ? wire : Texts.MASK;
  }
}
