package io.github.shikaku.benchmarks;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Measures one figure after the other, each in a process of its own and on a folder of its own, and
 * lets it print.
 */
final class Report {
  /** How a process ends that has measured its figure; any other way is a failure. */
  static final int GOOD = 0;

  static final int MISSED = 3;

  private static final long MINUTES_PER_FIGURE = 3;

  private final List<Figure> figures;

  Report(List<Figure> figures) {
    this.figures = figures;
  }

  /** Whether every value was measured and keeps to its bound. */
  boolean print() throws IOException, InterruptedException {
    boolean good = true;
    for (Figure figure : figures) {
      good &= measure(figure.name());
    }
    return good;
  }

  private static boolean measure(String name) throws IOException, InterruptedException {
    try (TemporaryFolder folder = TemporaryFolder.create()) {
      Process process =
          ChildProcess.of("measure", name, folder.path().toString())
              .redirectOutput(Redirect.INHERIT)
              .start();
      try {
        if (!process.waitFor(MINUTES_PER_FIGURE, TimeUnit.MINUTES)) {
          return failed(name, "not done within " + MINUTES_PER_FIGURE + " minutes");
        }
        return switch (process.exitValue()) {
          case GOOD -> true;
          case MISSED -> false;
          default -> failed(name, "it failed, see standard error");
        };
      } finally {
        process.destroyForcibly().waitFor();
      }
    }
  }

  private static boolean failed(String name, String why) {
    System.out.println(Line.skipped(name, why).text());
    return false;
  }
}
