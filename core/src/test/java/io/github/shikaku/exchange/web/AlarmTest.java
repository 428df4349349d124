package io.github.shikaku.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.shikaku.exchange.ShikakuRuntime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AlarmTest {
  private final ShikakuRuntime runtime = ShikakuRuntime.create();
  private final List<Long> rung = new CopyOnWriteArrayList<>();
  private final Alarm alarm = new Alarm(runtime, rung::add);

  @AfterEach
  void close() {
    runtime.close();
  }

  @Test
  void set_later_ringsAtTheEarlierTimeAndOnce() {
    long early = in(Duration.ofMillis(100));
    alarm.setNoLaterThan(early);
    alarm.setNoLaterThan(in(Duration.ofMillis(150)));

    await().until(() -> !rung.isEmpty());

    assertThat(rung.get(0) - early).isNotNegative();
    await().during(Duration.ofMillis(200)).until(() -> rung.size() == 1);
  }

  @Test
  void set_earlier_doesNotWaitForTheLaterTime() {
    long late = in(Duration.ofHours(1));
    alarm.setNoLaterThan(late);
    alarm.setNoLaterThan(in(Duration.ofMillis(50)));

    await().until(() -> rung.size() == 1);

    assertThat(rung.get(0) - late).isNegative();
  }

  @Test
  void set_againAfterRinging_ringsAgain() {
    alarm.setNoLaterThan(in(Duration.ofMillis(20)));
    await().until(() -> rung.size() == 1);

    alarm.setNoLaterThan(in(Duration.ofMillis(20)));

    await().until(() -> rung.size() == 2);
  }

  @Test
  void set_timeThatIsOver_ringsAtOnce() {
    alarm.setNoLaterThan(in(Duration.ofMillis(-20)));

    await().until(() -> rung.size() == 1);
  }

  private static long in(Duration time) {
    return System.nanoTime() + time.toNanos();
  }
}
