package io.github.shikaku.benchmarks;

import io.github.shikaku.Shikaku;
import io.github.shikaku.exchange.ShikakuRuntime;
import io.github.shikaku.model.MedicalInstitutionCode;
import io.github.shikaku.qualification.QualificationQuery;
import io.github.shikaku.wire.Catalogue;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What an institution costs that shares a runtime with others and asks for nothing now. Each has a
 * certificate and a login of its own, and has asked once; first while its connection is still open,
 * then when it was idle for so long that it was closed.
 */
final class WebTenants implements Figure {
  private static final int TENANTS = 1_000;
  private static final int WARM_UP = 100;
  private static final int AT_ONCE = 20;

  /** Twice as long as a connection stays open that nobody uses. */
  private static final Duration UNTIL_IDLE =
      Duration.ofSeconds(2 * Long.parseLong(Catalogue.standard().web().times().idle().value()));

  /** Those of one runtime at most: HTTP 5, callbacks 4, folders 16, timer, the JDK's own. */
  private static final int THREADS = 30;

  @Override
  public String name() {
    return "web-tenants";
  }

  @Override
  public List<Line> measure(Path folder) throws Exception {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    int threadsBefore = threads.getThreadCount();
    threads.resetPeakThreadCount();
    try (WebSimulatorProcess server = WebSimulatorProcess.start(folder);
        ShikakuRuntime runtime = ShikakuRuntime.create()) {
      List<Shikaku> all = new ArrayList<>();
      grow(all, WARM_UP, server, runtime);
      long heapBefore = Heap.settled();
      grow(all, WARM_UP + TENANTS, server, runtime);
      double connected = (Heap.settled() - heapBefore) / 1024.0 / TENANTS;
      Thread.sleep(UNTIL_IDLE.toMillis());
      double idle = (Heap.settled() - heapBefore) / 1024.0 / TENANTS;
      int started = threads.getPeakThreadCount() - threadsBefore;
      all.forEach(Shikaku::close);
      return List.of(
          Line.of(name(), idle, "KiB/institution", Bound.atMost(64)),
          Line.of(name() + "-connected", connected, "KiB/institution", Bound.atMost(128)),
          Line.of(name() + "-threads", started, "threads", Bound.atMost(THREADS)));
    }
  }

  private static void grow(
      List<Shikaku> all, int size, WebSimulatorProcess server, ShikakuRuntime runtime) {
    QualificationQuery query = Samples.query("valid");
    while (all.size() < size) {
      List<CompletableFuture<?>> asked = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        String code = "131%07d".formatted(all.size());
        Shikaku client =
            Shikaku.builder()
                .institution(MedicalInstitutionCode.of(code))
                .exchange(server.exchange(server.certificates().client(code)).build())
                .runtime(runtime)
                .withoutJournal()
                .build();
        all.add(client);
        asked.add(client.qualifications().lookupAsync(query));
      }
      asked.forEach(CompletableFuture::join);
    }
  }
}
