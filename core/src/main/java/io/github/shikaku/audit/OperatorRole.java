package io.github.shikaku.audit;

/**
 * In which role somebody acts. The value is open: the institution's rules, which the vendor knows,
 * decide which roles count as 有資格者等 (医師, 歯科医師, 薬剤師 and so on), who alone may fetch 薬剤情報, 診療情報 and
 * 特定健診情報. The constants are a common start.
 *
 * @param label the role as the trail shows it, for example 医師
 * @param qualified whether the vendor declares the role to be one of the 有資格者等
 */
public record OperatorRole(String label, boolean qualified) {
  /** 医師. */
  public static final OperatorRole DOCTOR = new OperatorRole("医師", true);

  /** 歯科医師. */
  public static final OperatorRole DENTIST = new OperatorRole("歯科医師", true);

  /** 薬剤師. */
  public static final OperatorRole PHARMACIST = new OperatorRole("薬剤師", true);

  /** 看護師; not qualified unless the vendor declares it with {@link #asQualified()}. */
  public static final OperatorRole NURSE = new OperatorRole("看護師", false);

  /** 事務職員. */
  public static final OperatorRole CLERK = new OperatorRole("事務職員", false);

  /** A programme that acts without anybody at the desk, for example a nightly bulk check. */
  public static final OperatorRole SYSTEM = new OperatorRole("system", false);

  /** A role of the vendor's own that is not one of the 有資格者等. */
  public static OperatorRole of(String label) {
    return new OperatorRole(label.strip(), false);
  }

  /** The same role, declared by the vendor to be one of the 有資格者等. */
  public OperatorRole asQualified() {
    return new OperatorRole(label, true);
  }
}
