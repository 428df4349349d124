package io.github.shikaku.examples;

import io.github.shikaku.Shikaku;
import io.github.shikaku.error.NoAnswerException;
import io.github.shikaku.error.ShikakuException;
import io.github.shikaku.exchange.FolderExchange;
import io.github.shikaku.model.MedicalInstitutionCode;
import io.github.shikaku.qualification.QualificationAnswer;
import io.github.shikaku.qualification.QualificationQuery;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;

/**
 * Looks one person up. Its argument is the exchange folder; {@code shikaku simulator} makes one.
 */
public final class LookupExample {
  private LookupExample() {}

  /** Looks the first sample person of the simulator up. */
  public static void main(String[] args) {
    QualificationQuery query =
        QualificationQuery.builder()
            .insurerNumber("06139992")
            .symbol("1234")
            .number("5678910")
            .branch("01")
            .birthdate(LocalDate.of(1970, 1, 1))
            .build();
    try (Shikaku shikaku =
        Shikaku.builder()
            .institution(MedicalInstitutionCode.of("1319999991"))
            .exchange(FolderExchange.at(Path.of(args[0])).build())
            .build()) {
      print(shikaku.qualifications().lookup(query));
    } catch (NoAnswerException e) {
      // Sent.YES: never ask again. The answer will come; qualifications().await(ticket) gets it.
      System.err.println(e.userMessage(Locale.JAPANESE) + " [" + e.sent() + "]");
    } catch (ShikakuException e) {
      System.err.println(e.userMessage(Locale.JAPANESE) + " [" + e.remedy() + "]");
    }
  }

  private static void print(QualificationAnswer answer) {
    System.out.println(
        switch (answer.validity().known()) {
          case VALID -> "有効です。";
          case INVALID, INVALID_NEWER_EXISTS -> "無効です。新しい資格がないか確認してください。";
          case NOT_FOUND, MULTIPLE -> "一つの資格に決まりません。入力を確認してください。";
          default -> "判定できません: " + answer.validity() + answer.resultMessage().orElse("");
        });
    answer.qualifications().forEach(one -> System.out.println("保険者名: " + one.insurerName()));
    System.out.println("根拠: " + answer.basis().label());
  }
}
