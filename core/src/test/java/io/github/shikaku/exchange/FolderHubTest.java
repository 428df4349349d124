package io.github.shikaku.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.shikaku.model.Basis;
import io.github.shikaku.model.InterfaceId;
import io.github.shikaku.model.MedicalInstitutionCode;
import io.github.shikaku.model.Ticket;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderHubTest {
  /** Longer than the longest pause between two rounds of looking in a folder that responds. */
  private static final Duration A_WHILE = Duration.ofMillis(1_500);

  @TempDir Path root;

  private final Counting files = new Counting();
  private final ShikakuRuntime runtime = ShikakuRuntime.create();
  private @Nullable ExchangeConnection connection;

  /** Counts every look into the folder. */
  private static final class Counting extends FolderFiles {
    final AtomicInteger looks = new AtomicInteger();

    @Override
    OptionalLong size(Path file) {
      looks.incrementAndGet();
      return super.size(file);
    }

    @Override
    void list(Path folder, Consumer<String> names) throws IOException {
      looks.incrementAndGet();
      super.list(folder, names);
    }
  }

  @BeforeEach
  void makeFolders() throws IOException {
    Files.createDirectory(root.resolve("req"));
    Files.createDirectory(root.resolve("res"));
    connection =
        FolderExchange.at(root)
            .files(files)
            .build()
            .connect(runtime, MedicalInstitutionCode.of("1319999991"), Journal.none());
  }

  @AfterEach
  void close() {
    connection().close();
    runtime.close();
  }

  @Test
  void looking_whileNobodyWaits_stopsAndStartsAgainWithTheNextWait() throws Exception {
    CompletableFuture<String> first = wait(1);
    answer(1);
    assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo("<a></a>");

    assertThatNobodyLooks();

    CompletableFuture<String> second = wait(2);
    CompletableFuture<String> third = wait(3);
    answer(3);
    answer(2);
    assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo("<a></a>");
    assertThat(third.get(10, TimeUnit.SECONDS)).isEqualTo("<a></a>");
  }

  @Test
  void looking_afterAWaitWasCancelled_stops() {
    CompletableFuture<String> given = wait(1);
    await().until(() -> files.looks.get() > 0);
    assertThat(given.cancel(false)).isTrue();

    assertThatNobodyLooks();
  }

  @Test
  void looking_manyForeignFilesComeWhileNobodyWaits_isNotProvoked() throws Exception {
    CompletableFuture<String> first = wait(1);
    answer(1);
    assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo("<a></a>");
    assertThatNobodyLooks();
    int before = files.looks.get();

    // Far more than the watch keeps, so it says that it lost some.
    for (int i = 0; i < 2_000; i++) {
      Files.createFile(root.resolve("res").resolve("OQSsiquc01res_20201019" + i + ".xml"));
    }

    await().during(A_WHILE).until(() -> files.looks.get() == before);
  }

  /** The round that was due when the last wait ended may still come. */
  private void assertThatNobodyLooks() {
    AtomicInteger before = new AtomicInteger(-1);
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(A_WHILE)
        .until(() -> before.getAndSet(files.looks.get()) == files.looks.get());
  }

  private ExchangeConnection connection() {
    return Objects.requireNonNull(connection);
  }

  private CompletableFuture<String> wait(int number) {
    return connection()
        .await(
            ticket(number),
            Duration.ofMinutes(1),
            answer -> new String(answer.content(), StandardCharsets.UTF_8));
  }

  private void answer(int number) throws IOException {
    String name = ticket(number).name().replace("req_", "res_");
    Files.writeString(root.resolve("res").resolve(name + ".xml"), "<a></a>");
  }

  private static Ticket ticket(int number) {
    return new Ticket(
        InterfaceId.of("OQS-IF-001"),
        "OQSsiquc01req_20261123000" + number,
        "identifier" + number,
        MedicalInstitutionCode.of("1319999991"),
        "",
        null,
        Basis.CERTIFICATE_SHOWN,
        Instant.parse("2026-11-23T00:15:00Z"));
  }
}
