package io.github.shikaku.testkit.person;

import java.time.LocalDate;

/** The days on which a birthdate changes what somebody is entitled to. */
public final class AgeDates {
  /** Since this day the second ratio of 後期高齢者医療 (2割) exists. */
  public static final LocalDate LATTER_STAGE_TWENTY_PERCENT = LocalDate.of(2022, 10, 1);

  /** Since this day no 保険証 is issued; what is issued is a 資格確認書. */
  public static final LocalDate NO_MORE_CARDS_ISSUED = LocalDate.of(2024, 12, 2);

  /** Since this day no 保険証 is valid. */
  public static final LocalDate NO_MORE_CARDS_VALID = LocalDate.of(2025, 12, 2);

  private AgeDates() {}

  /**
   * The day on which somebody is {@code age} years old from its first minute. Who was born on 29
   * February has it on 1 March of a common year: the age is reached when 28 February ends.
   */
  public static LocalDate birthday(LocalDate birthdate, int age) {
    LocalDate day = birthdate.plusYears(age);
    return day.getDayOfMonth() == birthdate.getDayOfMonth() ? day : day.plusDays(1);
  }

  /** First day of 後期高齢者医療: the 75th birthday itself. */
  public static LocalDate latterStageStart(LocalDate birthdate) {
    return birthday(birthdate, 75);
  }

  /**
   * First day as 高齢受給者: the first of the month after the day the age of 70 is reached, which is the
   * day before the birthday.
   */
  public static LocalDate elderlyStart(LocalDate birthdate) {
    return birthday(birthdate, 70).minusDays(1).plusMonths(1).withDayOfMonth(1);
  }

  /** Whether somebody is between {@link #elderlyStart} and the day before the 75th birthday. */
  public static boolean isElderlyRecipient(LocalDate birthdate, LocalDate date) {
    return !date.isBefore(elderlyStart(birthdate)) && date.isBefore(latterStageStart(birthdate));
  }

  /** Last day of 未就学: the 31 March on or after the day the age of six is reached. */
  public static LocalDate preschoolEnd(LocalDate birthdate) {
    LocalDate reached = birthday(birthdate, 6).minusDays(1);
    LocalDate march = LocalDate.of(reached.getYear(), 3, 31);
    return reached.isAfter(march) ? march.plusYears(1) : march;
  }

  /** Whether 未就学区分 is 1 on the date. */
  public static boolean isPreschool(LocalDate birthdate, LocalDate date) {
    return !date.isAfter(preschoolEnd(birthdate));
  }

  /** The 31 July on or after the date: the end of the year in which ratios and classes hold. */
  public static LocalDate insuranceYearEnd(LocalDate date) {
    LocalDate july = LocalDate.of(date.getYear(), 7, 31);
    return date.isAfter(july) ? july.plusYears(1) : july;
  }

  /** The 1 August on or before the date. */
  public static LocalDate insuranceYearStart(LocalDate date) {
    return insuranceYearEnd(date).minusYears(1).plusDays(1);
  }
}
