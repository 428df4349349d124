package io.github.shikaku.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;

/** What tells a client that nobody real answers: a file in a folder, a page on the Web. */
final class SimulatorMark {
  static final String NAME = ".shikaku-simulator";

  private SimulatorMark() {}

  static void put(Path root, Instant started) throws IOException {
    Files.write(root.resolve(NAME), json(started).getBytes(StandardCharsets.UTF_8));
  }

  static String json(Instant started) {
    String version =
        Objects.requireNonNullElse(
            SimulatorMark.class.getPackage().getImplementationVersion(), "development");
    return """
        {
          "started": "%s",
          "version": "%s",
          "note": "A simulator answers here. This mark is no security boundary: anybody can put it."
        }
        """
        .formatted(started, version);
  }

  static void remove(Path root) throws IOException {
    Files.deleteIfExists(root.resolve(NAME));
  }
}
