package io.github.shikaku.exchange;

import io.github.shikaku.Shikaku;
import io.github.shikaku.audit.CallContext;
import io.github.shikaku.audit.OperatorRole;
import io.github.shikaku.model.InterfaceId;
import io.github.shikaku.model.MedicalInstitutionCode;
import io.github.shikaku.operation.CallOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A receipt computer in a process of its own. It makes the file {@code ready}, waits for a line,
 * sends so many requests at once, each with a 番号 of its own, and writes down what became of each:
 * {@code OK <name of the answer>} when the answer echoes its 番号, else what came instead.
 *
 * <p>It sends bodies of its own, so that nothing but the name brings an answer to its caller.
 */
public final class ShareClient {
  private static final InterfaceId LOOKUP = InterfaceId.of("OQS-IF-001");

  private ShareClient() {}

  /** Takes the exchange folder, a folder of its own, the first 番号 and the number of requests. */
  public static void main(String[] arguments) throws IOException {
    Path own = Path.of(arguments[1]);
    int first = Integer.parseInt(arguments[2]);
    int count = Integer.parseInt(arguments[3]);
    try (FileJournal journal = FileJournal.at(own.resolve("journal"));
        Shikaku shikaku =
            Shikaku.builder()
                .institution(MedicalInstitutionCode.of("1319999991"))
                .exchange(FolderExchange.at(Path.of(arguments[0])).build())
                .journal(journal)
                .auditSink(record -> {})
                .build()) {
      Files.createFile(own.resolve("ready"));
      if (new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine()
          == null) {
        return;
      }
      List<CompletableFuture<String>> outcomes = new ArrayList<>();
      for (int number = first; number < first + count; number++) {
        outcomes.add(ask(shikaku, number));
      }
      Files.write(own.resolve("outcomes"), outcomes.stream().map(CompletableFuture::join).toList());
    }
  }

  private static CompletableFuture<String> ask(Shikaku shikaku, int number) {
    CallContext clerk =
        CallContext.builder()
            .operatorId("desk")
            .role(OperatorRole.CLERK)
            .patientId("P" + number)
            .purpose("share")
            .build();
    return shikaku
        .onBehalfOf(clerk)
        .raw()
        .sendAsync(LOOKUP, request(number), CallOptions.defaults().timeout(Duration.ofSeconds(80)))
        .thenApply(
            answer -> {
              String text = new String(answer.content(), StandardCharsets.UTF_8);
              String echo = "<InsuredIdentificationNumber>" + number + "</";
              return (text.contains(echo) ? "OK " : "WRONG ") + answer.name();
            })
        .exceptionally(failure -> "FAILED " + failure);
  }

  private static byte[] request(int number) {
    return """
        <?xml version="1.0" encoding="UTF-8" standalone="no"?>
        <XmlMsg><MessageHeader>
        <QualificationConfirmationDate>20261120</QualificationConfirmationDate>
        <MedicalInstitutionCode>1319999991</MedicalInstitutionCode>
        </MessageHeader><MessageBody><QualificationConfirmSearchInfo>
        <InsurerNumber>06139992</InsurerNumber>
        <InsuredIdentificationNumber>%d</InsuredIdentificationNumber>
        <Birthdate>19850610</Birthdate>
        <LimitApplicationCertificateRelatedConsFlg>0</LimitApplicationCertificateRelatedConsFlg>
        </QualificationConfirmSearchInfo></MessageBody></XmlMsg>
        """
        .formatted(number)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Starts one; what it prints goes into its own folder. */
  static Process start(Path exchange, Path own, int first, int count) throws IOException {
    Files.createDirectories(own);
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            ShareClient.class.getName(),
            exchange.toString(),
            own.toString(),
            String.valueOf(first),
            String.valueOf(count))
        .redirectErrorStream(true)
        .redirectOutput(own.resolve("output").toFile())
        .start();
  }
}
