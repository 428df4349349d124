package io.github.shikaku.exchange;

import io.github.shikaku.Shikaku;
import io.github.shikaku.operation.CallOptions;
import io.github.shikaku.qualification.QualificationAnswer;
import io.github.shikaku.qualification.QualificationQuery;
import io.github.shikaku.qualification.QualificationSearchInfo;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * A process that asks about as many people as it is told, so many at once, and prints for each
 * whether the answer is about the person it asked for.
 */
final class AskingProcess {
  private AskingProcess() {}

  /** Takes the desk's folder, how many people, how many at once, and the first 番号. */
  public static void main(String[] arguments) throws InterruptedException {
    int people = Integer.parseInt(arguments[1]);
    Semaphore atOnce = new Semaphore(Integer.parseInt(arguments[2]));
    int first = Integer.parseInt(arguments[3]);
    List<CompletableFuture<Void>> asked = new ArrayList<>();
    try (Desk desk = Desk.in(Path.of(arguments[0]));
        Shikaku shikaku = desk.open(way -> {}, client -> client.timeout(Duration.ofMinutes(1)))) {
      for (int i = 0; i < people; i++) {
        String number = Integer.toString(first + i);
        atOnce.acquire();
        ChildProcess.say("ASKED " + number);
        asked.add(
            shikaku
                .qualifications()
                .lookupAsync(person(number), CallOptions.defaults().reference(number))
                .handle(
                    (answer, failure) -> {
                      atOnce.release();
                      ChildProcess.say(outcome(number, answer, failure));
                      return null;
                    }));
      }
      asked.forEach(CompletableFuture::join);
    }
  }

  private static QualificationQuery person(String number) {
    return QualificationQuery.builder()
        .insurerNumber("06139992")
        .symbol("見本" + number)
        .number(number)
        .birthdate(LocalDate.of(1970, 1, 1))
        .build();
  }

  private static String outcome(
      String number, @Nullable QualificationAnswer answer, @Nullable Throwable failure) {
    if (answer == null) {
      Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
      return "FAILED " + number + " " + cause;
    }
    return (isAbout(number, answer) ? "ANSWERED " : "WRONG ") + number;
  }

  private static boolean isAbout(String number, QualificationAnswer answer) {
    var body = answer.message().body();
    QualificationSearchInfo echo = body == null ? null : body.searchInfo();
    return echo != null && echo.number() != null && echo.number().wire().equals(number);
  }
}
