package io.github.shikaku.benchmarks;

import io.github.shikaku.Shikaku;
import io.github.shikaku.error.NoAnswerException;
import io.github.shikaku.exchange.FileJournal;
import io.github.shikaku.exchange.FolderExchange;
import io.github.shikaku.exchange.Journal;
import io.github.shikaku.exchange.ShikakuRuntime;
import io.github.shikaku.model.MedicalInstitutionCode;
import io.github.shikaku.operation.CallOptions;
import io.github.shikaku.qualification.QualificationAnswer;
import io.github.shikaku.qualification.QualificationQuery;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * What a client costs that waits for nothing. Each is an institution's of its own, has a folder of
 * its own, and has asked once: nobody took the request, so it was withdrawn.
 */
final class IdleClients implements Figure {
  private static final int CLIENTS = 10_000;
  private static final int WARM_UP = 500;
  private static final int AT_ONCE = 250;
  private static final Duration TIMEOUT = Duration.ofMillis(100);

  /** Those of one runtime at most: 16 for folders, 4 for callbacks, timer, watch, the JDK's own. */
  private static final int THREADS = 23;

  @Override
  public String name() {
    return "idle-clients";
  }

  @Override
  public List<Line> measure(Path folder) throws Exception {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    int threadsBefore = threads.getThreadCount();
    threads.resetPeakThreadCount();
    try (ShikakuRuntime runtime = ShikakuRuntime.create();
        Journal journal = FileJournal.at(folder.resolve("journal"))) {
      Clients clients = new Clients(folder, runtime, journal, new ArrayList<>());
      clients.grow(WARM_UP);
      long heapBefore = Heap.settled();
      clients.grow(WARM_UP + CLIENTS);
      double kib = (Heap.settled() - heapBefore) / 1024.0 / CLIENTS;
      int started = threads.getPeakThreadCount() - threadsBefore;
      clients.all().forEach(Shikaku::close);
      return List.of(
          Line.of(name(), kib, "KiB/client", Bound.atMost(16)),
          Line.of(name() + "-threads", started, "threads", Bound.atMost(THREADS)));
    }
  }

  private record Clients(Path folder, ShikakuRuntime runtime, Journal journal, List<Shikaku> all) {
    void grow(int size) throws IOException {
      QualificationQuery query = Samples.query("valid");
      while (all.size() < size) {
        List<CompletableFuture<QualificationAnswer>> asked = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
          Shikaku client = client();
          all.add(client);
          asked.add(
              client.qualifications().lookupAsync(query, CallOptions.defaults().timeout(TIMEOUT)));
        }
        asked.forEach(Clients::awaitWithdrawal);
      }
    }

    private Shikaku client() throws IOException {
      String code = "131%07d".formatted(all.size());
      Path root = folder.resolve(code);
      Files.createDirectories(root.resolve("req"));
      Files.createDirectories(root.resolve("res"));
      return Shikaku.builder()
          .institution(MedicalInstitutionCode.of(code))
          .exchange(FolderExchange.at(root).build())
          .runtime(runtime)
          .journal(journal)
          .build();
    }

    private static void awaitWithdrawal(CompletableFuture<QualificationAnswer> asked) {
      try {
        asked.join();
        throw new IllegalStateException("nobody was there to answer");
      } catch (CompletionException e) {
        if (!(e.getCause() instanceof NoAnswerException)) {
          throw e;
        }
      }
    }
  }
}
