package io.github.shikaku.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;

/** Tells whether a command line is one that the command understands, without running it. */
public final class CommandLines {
  private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]*");

  private CommandLines() {}

  /** Sub-commands and options are there and nothing is missing. */
  public static void assertUnderstood(List<String> args) {
    assertThatCode(() -> commandLine(Locale.ENGLISH).parseArgs(args.toArray(String[]::new)))
        .as(String.join(" ", args))
        .doesNotThrowAnyException();
  }

  /** Sub-commands and options are there; what else is needed may be missing. */
  public static void assertNamed(List<String> args) {
    String line = String.join(" ", args);
    Map<String, CommandLine> commands = tree(Locale.ENGLISH);
    String name =
        commands.keySet().stream()
            .filter(command -> (line + " ").startsWith(command + " ") || command.isEmpty())
            .max(Comparator.comparingInt(String::length))
            .orElseThrow();
    assertThat(!name.isEmpty() || line.startsWith("--")).as(line).isTrue();
    Matcher options = OPTION.matcher(line);
    while (options.find()) {
      assertThat(Objects.requireNonNull(commands.get(name)).getCommandSpec())
          .as(options.group() + " of " + line)
          .extracting(spec -> spec.findOption(options.group()))
          .isNotNull();
    }
  }

  /** Every sub-command that does something, those of groups with the name of the group. */
  public static List<String> all() {
    return tree(Locale.ENGLISH).entrySet().stream()
        .filter(command -> command.getValue().getSubcommands().isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Every command by its name, the command itself by an empty one. */
  static Map<String, CommandLine> tree(Locale locale) {
    Map<String, CommandLine> tree = new LinkedHashMap<>();
    collect("", commandLine(locale), tree);
    return tree;
  }

  private static void collect(String name, CommandLine command, Map<String, CommandLine> tree) {
    tree.put(name, command);
    command
        .getSubcommands()
        .forEach((sub, line) -> collect((name + " " + sub).strip(), line, tree));
  }

  private static CommandLine commandLine(Locale locale) {
    return ShikakuCommand.commandLine(
        new Console(new ByteArrayOutputStream(), new ByteArrayOutputStream(), locale));
  }
}
