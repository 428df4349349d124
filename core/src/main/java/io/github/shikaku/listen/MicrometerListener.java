package io.github.shikaku.listen;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Meters of Micrometer: the timer {@code shikaku.calls} with the tags {@code operation}, {@code
 * interface} and {@code outcome} ({@code answered} or the id of the failure), the summaries {@code
 * shikaku.request.size} and {@code shikaku.answer.size} in bytes, and the gauge {@code
 * shikaku.calls.active}. Needs {@code io.micrometer:micrometer-core}.
 */
// Whoever makes one has Micrometer; all others must be able to compile without it.
@SuppressWarnings("exports")
public final class MicrometerListener implements ShikakuListener {
  private final MeterRegistry registry;
  private final AtomicInteger active;

  /** One for all clients that share the registry. */
  @SuppressWarnings("exports") // whoever calls this has Micrometer; nobody else must need it
  public MicrometerListener(MeterRegistry registry) {
    this.registry = registry;
    active = new AtomicInteger();
    registry.gauge("shikaku.calls.active", active);
  }

  @Override
  public void started(CallInfo call) {
    active.incrementAndGet();
  }

  @Override
  public void answered(CallInfo call, CallFigures figures) {
    record(call, figures, "answered");
  }

  @Override
  public void failed(CallInfo call, CallFigures figures, String errorId) {
    record(call, figures, errorId);
  }

  private void record(CallInfo call, CallFigures figures, String outcome) {
    active.decrementAndGet();
    Tags tags = Tags.of("operation", call.operation(), "interface", call.interfaceId().value());
    Timer.builder("shikaku.calls")
        .tags(tags.and("outcome", outcome))
        .register(registry)
        .record(figures.duration());
    size("shikaku.request.size", tags, figures.bytesOut());
    size("shikaku.answer.size", tags, figures.bytesIn());
  }

  private void size(String name, Tags tags, long bytes) {
    if (bytes > 0) {
      DistributionSummary.builder(name)
          .baseUnit("bytes")
          .tags(tags)
          .register(registry)
          .record((double) bytes);
    }
  }
}
