package io.github.shikaku.testkit.person;

import java.util.Arrays;
import java.util.Optional;

/**
 * The schemes sample people belong to. Every number carries 保険者別 999, which no insurer has, and a
 * right check digit.
 */
public enum Scheme {
  /** 協会けんぽ. */
  ASSOCIATION("01139997", "01", "見本協会健康保険"),
  /** 船員保険. */
  SEAMEN("02139996", "01", "見本船員健康保険"),
  /** 組合健保. */
  SOCIETY("06139992", "01", "見本健康保険組合"),
  /** 自衛官等. */
  SELF_DEFENCE("07139991", "07", "見本自衛官診療証"),
  /** 国家公務員共済. */
  STATE_MUTUAL("31139991", "01", "見本国家公務員共済組合"),
  /** 特定健康保険組合の特例退職. */
  SPECIAL_RETIRED("63139992", "06", "見本特例退職健康保険組合"),
  /** 国民健康保険, whose number has six digits. */
  NATIONAL("139998", "01", "見本市国民健康保険"),
  /** 後期高齢者医療. */
  LATTER_STAGE("39139993", "01", "見本後期高齢者医療広域連合"),
  /** 医療扶助; the number is that of 公費負担者. */
  PUBLIC_ASSISTANCE("12139994", "A1", "見本市福祉事務所");

  private final String number;
  private final String cardClass;
  private final String insurerName;

  Scheme(String number, String cardClass, String insurerName) {
    this.number = number;
    this.cardClass = cardClass;
    this.insurerName = insurerName;
  }

  /** 保険者番号, six or eight digits; of 医療扶助 the 公費負担者番号. */
  public String number() {
    return number;
  }

  /** 被保険者証区分 (OQSCD010) that goes with the scheme. */
  public String cardClass() {
    return cardClass;
  }

  /** 保険者名称, invented. */
  public String insurerName() {
    return insurerName;
  }

  /** The scheme with that sample number. */
  public static Optional<Scheme> byNumber(String number) {
    return Arrays.stream(values()).filter(s -> s.number.equals(number)).findFirst();
  }
}
