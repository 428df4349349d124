package io.github.shikaku.exchange.web;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;

/**
 * Asks this machine, and no other, whether it is the simulator of the testkit that answers. A
 * convenience, no security boundary.
 */
final class SimulatorProbe {
  private static final String PATH = "/.shikaku-simulator";
  private static final int MAX_ANSWER = 4 * 1024;
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  /** No name is resolved for this: a name server must not decide. */
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");

  private final WebSession session;
  private final CompletableFuture<Boolean> known = new CompletableFuture<>();

  SimulatorProbe(WebSession session) {
    this.session = session;
  }

  /**
   * Whether logins and questions both go to the simulator. What was answered is remembered; fails
   * with a {@link Trouble} while nobody answers.
   */
  CompletableFuture<Boolean> ask() {
    if (known.isDone()) {
      return known;
    }
    Set<URI> origins = new LinkedHashSet<>();
    origins.add(origin(session.settings().loginAddress()));
    origins.add(origin(session.settings().inquiryAddress()));
    CompletableFuture<Boolean> all = CompletableFuture.completedFuture(true);
    for (URI origin : origins) {
      if (!LOOPBACK.matcher(origin.getHost()).matches()) {
        return CompletableFuture.completedFuture(false);
      }
      all =
          all.thenCompose(soFar -> soFar ? ask(origin) : CompletableFuture.completedFuture(false));
    }
    return all.thenApply(
        answer -> {
          known.complete(answer);
          return answer;
        });
  }

  private CompletableFuture<Boolean> ask(URI origin) {
    WebQuestion question =
        new WebQuestion(
            WebAddress.of(origin.resolve(PATH)), null, new byte[0], "", null, MAX_ANSWER);
    Sending sending =
        new Sending(
            session,
            () -> "probe",
            () -> CompletableFuture.completedFuture(question),
            true,
            System.nanoTime() + TIMEOUT.toNanos());
    CompletableFuture<WebResponse> answer = sending.start();
    Runnable cancel = session.runtime().after(TIMEOUT, sending::abort);
    return answer.thenApply(
        response -> {
          cancel.run();
          if (response.status() >= 500) {
            throw new CompletionException(Trouble.status(response.status()));
          }
          return response.status() == 200 && response.simulated();
        });
  }

  private static URI origin(URI address) {
    return address.resolve("/");
  }
}
