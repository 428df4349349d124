package io.github.shikaku.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The three folders below an exchange root, in whatever case they were made.
 *
 * @param root the exchange root
 * @param req where requests lie
 * @param res where answers come
 * @param face where the reader leaves its results
 */
record ExchangeFolders(Path root, Path req, Path res, Path face) {
  static ExchangeFolders of(Path root, boolean create) {
    return new ExchangeFolders(
        root,
        folder(root, "req", create),
        folder(root, "res", create),
        folder(root, "face", create));
  }

  private static Path folder(Path root, String name, boolean create) {
    try {
      if (create) {
        Files.createDirectories(root);
      }
      try (Stream<Path> children = Files.list(root)) {
        Path found =
            children
                .filter(p -> p.getFileName().toString().equalsIgnoreCase(name))
                .findFirst()
                .orElse(root.resolve(name));
        if (create) {
          Files.createDirectories(found);
        }
        return found;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the exchange folder cannot be used: " + root, e);
    }
  }
}
