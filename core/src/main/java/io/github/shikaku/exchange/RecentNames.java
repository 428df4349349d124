package io.github.shikaku.exchange;

import java.util.LinkedHashSet;
import java.util.Set;

/** The latest so many names; older ones are forgotten. */
final class RecentNames {
  private final int kept;
  private final Set<String> names = new LinkedHashSet<>();

  RecentNames(int kept) {
    this.kept = kept;
  }

  synchronized void add(String name) {
    names.remove(name);
    names.add(name);
    if (names.size() > kept) {
      names.remove(names.iterator().next());
    }
  }

  synchronized void remove(String name) {
    names.remove(name);
  }

  synchronized boolean contains(String name) {
    return names.contains(name);
  }
}
