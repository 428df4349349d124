package io.github.shikaku.exchange;

import io.github.shikaku.error.ExchangeUnavailableException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The sub-folders of an exchange folder, found in whatever case they are written, and never
 * created.
 *
 * @param root the exchange folder, usually a share of the terminal
 * @param req where requests are put
 * @param res where answers appear
 */
record ExchangeFolders(Path root, Path req, Path res) {
  /**
   * Looks for the sub-folders.
   *
   * @throws ExchangeUnavailableException when the folder cannot be read or one is missing
   */
  static ExchangeFolders find(FolderFiles files, Path root) {
    List<String> names;
    try {
      names = files.list(root);
    } catch (IOException e) {
      throw new ExchangeUnavailableException("the exchange folder " + root + " cannot be read", e);
    }
    return new ExchangeFolders(
        root, require(files, root, names, "req"), require(files, root, names, "res"));
  }

  /** A sub-folder in any case; the exact name wins when there are several. */
  static Optional<Path> named(FolderFiles files, Path root, List<String> names, String wanted) {
    return names.stream()
        .filter(name -> name.equals(wanted))
        .findFirst()
        .or(() -> names.stream().filter(name -> name.equalsIgnoreCase(wanted)).sorted().findFirst())
        .map(root::resolve)
        .filter(files::isDirectory);
  }

  private static Path require(FolderFiles files, Path root, List<String> names, String wanted) {
    return named(files, root, names, wanted)
        .orElseThrow(
            () ->
                new ExchangeUnavailableException(
                    "the exchange folder " + root + " has no sub-folder '" + wanted + "'", null));
  }
}
