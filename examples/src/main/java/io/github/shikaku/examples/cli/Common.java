package io.github.shikaku.examples.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that every sub-command has. */
abstract class Common {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      descriptionKey = "option.help")
  boolean help;

  /** It decides before anything else is read, see {@link ShikakuCommand}. */
  @Option(names = "--lang", paramLabel = "ja|en", descriptionKey = "option.lang")
  @Nullable String language;
}
