package io.github.shikaku.testkit;

import com.github.tomakehurst.wiremock.common.Notifier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what WireMock says out of the log, because it quotes requests. */
final class WebNotifier implements Notifier {
  private static final Logger log = LoggerFactory.getLogger(WebNotifier.class);

  @Override
  public void info(String message) {
    log.trace("the server has something to say");
  }

  @Override
  public void error(String message) {
    log.debug("the server reports an error");
  }

  @Override
  public void error(String message, @Nullable Throwable failure) {
    log.debug(
        "the server reports an error: {}",
        failure == null ? "unknown" : failure.getClass().getName());
  }
}
