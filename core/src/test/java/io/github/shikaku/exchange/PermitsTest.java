package io.github.shikaku.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PermitsTest {
  @Test
  void release_byEveryoneInALongLineAtOnce_reachesTheLastOne() throws Exception {
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try {
      Permits permits = new Permits(1, executor);
      CompletableFuture<Void> first = permits.acquire();
      CompletableFuture<Void> last = CompletableFuture.completedFuture(null);
      for (int i = 0; i < 100_000; i++) {
        last = permits.acquire().thenRun(permits::release);
      }

      first.thenRun(permits::release).join();

      last.get(30, TimeUnit.SECONDS);
      executor.submit(() -> {}).get(30, TimeUnit.SECONDS);
      assertThat(permits.acquire()).isDone();
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void leave_beforeItsTurn_givesTheTurnToTheNext() {
    Permits permits = new Permits(1, Runnable::run);
    CompletableFuture<Void> first = permits.acquire();
    CompletableFuture<Void> second = permits.acquire();
    CompletableFuture<Void> third = permits.acquire();

    assertThat(first).isDone();
    assertThat(permits.leave(second)).isTrue();
    permits.release();

    assertThat(second).isNotDone();
    assertThat(third).isDone();
    assertThat(permits.leave(third)).isFalse();
  }
}
