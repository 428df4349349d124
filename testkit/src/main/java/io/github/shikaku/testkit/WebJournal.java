package io.github.shikaku.testkit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest requests to a simulator of the Web API. */
final class WebJournal {
  private static final int KEPT = 5_000;

  private final Deque<WebRequest> requests = new ArrayDeque<>();

  synchronized void add(WebRequest request) {
    if (requests.size() == KEPT) {
      requests.removeFirst();
    }
    requests.addLast(request);
  }

  synchronized List<WebRequest> all() {
    return List.copyOf(requests);
  }
}
