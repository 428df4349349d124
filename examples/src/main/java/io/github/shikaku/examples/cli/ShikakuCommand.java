package io.github.shikaku.examples.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.shikaku.error.CoreError;
import io.github.shikaku.error.ShikakuException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code shikaku} command. */
@Command(name = "shikaku", versionProvider = ShikakuCommand.Version.class)
public final class ShikakuCommand extends Common {
  private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]*");

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      descriptionKey = "option.version")
  boolean version;

  private ShikakuCommand() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(run(System.out, System.err, args));
  }

  /**
   * Runs the command within this process.
   *
   * @param out standard output
   * @param err standard error
   * @param args what would stand on the command line
   * @return the exit code
   */
  static int run(OutputStream out, OutputStream err, String... args) {
    return run(System.getenv(), out, err, args);
  }

  /** The same with an environment of one's own. */
  static int run(
      Map<String, String> environment, OutputStream out, OutputStream err, String... args) {
    Console console = new Console(out, err, Language.of(args), environment);
    return commandLine(console).execute(args);
  }

  static CommandLine commandLine(Console console) {
    CommandLine commandLine =
        new CommandLine(new ShikakuCommand())
            .addSubcommand(new DemoCommand(console))
            .addSubcommand(new LookupCommand(console))
            .addSubcommand(new CheckCommand(console))
            .addSubcommand(new InspectCommand(console))
            .addSubcommand(new InterfacesCommand(console))
            .addSubcommand(new SimulatorCommand(console))
            .addSubcommand(
                new CommandLine(new AuditCommand.Group()).addSubcommand(new AuditCommand(console)));
    return commandLine
        .setResourceBundle(console.texts())
        .setOut(console.out())
        .setErr(console.err())
        .setUsageHelpAutoWidth(true)
        .setParameterExceptionHandler((e, args) -> refused(console, e, args))
        .setExecutionExceptionHandler((e, command, parsed) -> failed(console, e, parsed));
  }

  private static int refused(Console console, ParameterException e, String... args) {
    String userMessage = CoreError.INVALID_REQUEST.userMessage(console.locale());
    String detail = withoutValues(console, e);
    if (Arrays.asList(args).contains("--json")) {
      ObjectNode error = error(CoreError.INVALID_REQUEST.id(), userMessage);
      console.json(document(error.put("detail", detail)));
    }
    console.err().println(userMessage);
    console.err().println(detail);
    e.getCommandLine().usage(console.err());
    return ExitCode.NOT_SENT;
  }

  /** What was typed in the wrong place may be a number or a name, so it is not repeated. */
  private static String withoutValues(Console console, ParameterException e) {
    if (!(e instanceof UnmatchedArgumentException unmatched)) {
      return String.valueOf(e.getMessage());
    }
    List<String> options =
        unmatched.getUnmatched().stream()
            .filter(argument -> OPTION.matcher(argument).lookingAt())
            .map(argument -> argument.replaceFirst("=.*", ""))
            .toList();
    return options.isEmpty()
        ? console.text("failure.tooMany", unmatched.getUnmatched().size())
        : console.text("failure.unknownOption", String.join(" ", options));
  }

  private static int failed(Console console, Exception e, CommandLine.ParseResult parsed) {
    if (e instanceof ShikakuException failure) {
      if (wantsJson(parsed)) {
        console.json(document(Failures.json(console, failure)));
      }
      Failures.print(console, failure);
      return ExitCode.of(e);
    }
    // Nobody foresaw it, so what its message holds is not known either.
    String message = console.text("failure.unforeseen", e.getClass().getName());
    if (wantsJson(parsed)) {
      console.json(document(error("UNFORESEEN", message)));
    }
    console.err().println(message);
    for (StackTraceElement element : e.getStackTrace()) {
      console.err().println("  " + element);
    }
    return ExitCode.OTHER;
  }

  private static ObjectNode document(ObjectNode error) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.set("error", error);
    return document;
  }

  private static ObjectNode error(String id, String message) {
    return JsonNodeFactory.instance.objectNode().put("id", id).put("message", message);
  }

  private static boolean wantsJson(CommandLine.ParseResult parsed) {
    CommandLine.ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    return last.hasMatchedOption("--json");
  }

  /** Says the version of the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      Package own = ShikakuCommand.class.getPackage();
      return new String[] {
        "shikaku " + Objects.requireNonNullElse(own.getImplementationVersion(), "development")
      };
    }
  }

  /** Reads nothing but the language, which decides in what language the rest is refused. */
  @Command
  private static final class Language {
    @Option(names = "--lang")
    private @Nullable String name;

    static Locale of(String... args) {
      Language language = new Language();
      CommandLine parser = new CommandLine(language);
      parser.setUnmatchedArgumentsAllowed(true).setOverwrittenOptionsAllowed(true);
      try {
        parser.parseArgs(args);
      } catch (ParameterException e) {
        // The parser of the whole command line refuses it too, and says so.
        language.name = null;
      }
      String name = language.name == null ? Locale.getDefault().getLanguage() : language.name;
      return name.equals("ja") ? Locale.JAPANESE : Locale.ENGLISH;
    }
  }
}
