package io.github.shikaku.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;

/** The file that tells a client that nobody real answers in this folder. */
final class SimulatorMark {
  static final String NAME = ".shikaku-simulator";

  private SimulatorMark() {}

  static void put(Path root, Instant started) throws IOException {
    String version =
        Objects.requireNonNullElse(
            SimulatorMark.class.getPackage().getImplementationVersion(), "development");
    String json =
        """
        {
          "started": "%s",
          "version": "%s",
          "note": "A simulator answers here. This mark is no security boundary: anybody who can write here can put it."
        }
        """
            .formatted(started, version);
    Files.write(root.resolve(NAME), json.getBytes(StandardCharsets.UTF_8));
  }

  static void remove(Path root) throws IOException {
    Files.deleteIfExists(root.resolve(NAME));
  }
}
