package io.github.shikaku.exchange;

import io.github.shikaku.Shikaku;
import io.github.shikaku.model.MedicalInstitutionCode;
import io.github.shikaku.qualification.QualificationQuery;
import io.github.shikaku.qualification.Qualifications;
import io.github.shikaku.testkit.ScenarioCatalogue;
import io.github.shikaku.testkit.ScenarioQuery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A receipt computer as tests use it: short times, a journal below the folder of the test. */
public final class Desk implements AutoCloseable {
  /** An institution that nobody has. */
  public static final MedicalInstitutionCode INSTITUTION = MedicalInstitutionCode.of("1319999991");

  private final Path folder;
  private FileJournal journal;

  private Desk(Path folder) {
    this.folder = folder;
    this.journal = FileJournal.at(folder.resolve("journal"));
  }

  /** Everything of it below the folder of a test. */
  public static Desk in(Path folder) {
    return new Desk(folder);
  }

  /** Where requests and answers lie. */
  public Path exchange() {
    return folder.resolve("OQS");
  }

  /** The journal that all clients of this desk share. */
  public Journal journal() {
    return journal;
  }

  /** Ends the process, as far as the journal is concerned; the next client opens it anew. */
  @Override
  public void close() {
    journal.close();
    journal = FileJournal.at(folder.resolve("journal"));
  }

  /** A client that waits ten seconds and takes half a second of silence for the end of a file. */
  public Shikaku open() {
    return open(way -> {}, client -> {});
  }

  /** A client of one's own making. */
  public Shikaku open(Consumer<FolderExchange.Builder> way, Consumer<Shikaku.Builder> client) {
    FolderExchange.Builder exchange =
        FolderExchange.at(exchange()).settle(Duration.ofMillis(500)).maxAnswerBytes(1024 * 1024);
    way.accept(exchange);
    Shikaku.Builder builder =
        Shikaku.builder()
            .institution(INSTITUTION)
            .exchange(exchange.build())
            .journal(journal)
            .timeout(Duration.ofSeconds(10));
    client.accept(builder);
    return builder.build();
  }

  /** The question that makes the simulator play a scenario. */
  public static QualificationQuery query(String scenario) {
    return query(
        ScenarioCatalogue.standard().byId(scenario).query(LocalDate.now(ShikakuRuntime.JAPAN)));
  }

  /** The question of a scenario, built. */
  public static QualificationQuery query(ScenarioQuery asked) {
    QualificationQuery.Builder query =
        QualificationQuery.builder()
            .insurerNumber(asked.insurerNumber())
            .number(asked.number())
            .birthdate(asked.birthdate());
    if (asked.symbol() != null) {
      query.symbol(asked.symbol());
    }
    if (asked.branch() != null) {
      query.branch(asked.branch());
    }
    return query.build();
  }

  /** Names in a folder of the exchange. */
  public List<String> files(String subfolder) {
    try (Stream<Path> found = Files.list(exchange().resolve(subfolder))) {
      return found.map(file -> Objects.toString(file.getFileName())).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Requests that lie there for the terminal to take. */
  public List<String> requests() {
    return files("req").stream().filter(name -> name.endsWith(".xml")).toList();
  }

  /** Whether nothing of anybody lies in req and res. */
  public boolean isTidy() {
    return files("req").isEmpty() && files("res").isEmpty();
  }

  /** Whether no lookup is open. */
  public static boolean isSettled(Qualifications qualifications) {
    return qualifications.pending().isEmpty();
  }
}
