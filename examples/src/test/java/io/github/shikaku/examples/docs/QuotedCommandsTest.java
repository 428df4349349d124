package io.github.shikaku.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.shikaku.examples.cli.CommandLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command line of the guides is one that the command, or Maven, understands. */
class QuotedCommandsTest {
  private static final String JAR = "java -jar examples/target/shikaku.jar";
  private static final String BUILD_AND_DEMO =
      "mvn -q -DskipTests package -pl examples -am && " + JAR + " demo";
  private static final String TESTS = "mvn verify";

  /** Within a line of text, where a command may also be named without what it needs. */
  private static final Pattern INLINE =
      Pattern.compile("`((?:shikaku|java -jar [^`\\s]+) [^`\n]+)`");

  static List<String> commandLines() throws IOException {
    List<String> lines = new ArrayList<>();
    for (Guide guide : Guide.all()) {
      for (Guide.Block block : guide.blocks()) {
        if (block.language().equals("indented")) {
          block.code().lines().forEach(lines::add);
        }
      }
    }
    return lines;
  }

  static List<String> namedCommands() throws IOException {
    List<String> lines = new ArrayList<>();
    for (Guide guide : Guide.all()) {
      Matcher inline = INLINE.matcher(guide.text());
      while (inline.find()) {
        lines.add(inline.group(1));
      }
    }
    return lines;
  }

  @ParameterizedTest
  @MethodSource("commandLines")
  void commandLine_ofEveryGuide_isUnderstood(String line) {
    for (String command : line.split(" && ", -1)) {
      if (command.startsWith("mvn ")) {
        assertThat(BUILD_AND_DEMO + " && " + TESTS).contains(command);
      } else {
        List<String> args = arguments(command);
        if (args.contains("...")) {
          CommandLines.assertNamed(args);
        } else {
          CommandLines.assertUnderstood(args);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("namedCommands")
  void command_namedInTheText_isThere(String line) {
    CommandLines.assertNamed(arguments(line));
  }

  @Test
  void readmes_bothLanguages_haveExactlyTheTwoCommands() throws IOException {
    for (Guide guide : Guide.all()) {
      if (guide.name().startsWith("README")) {
        assertThat(
                guide.blocks().stream()
                    .filter(block -> block.language().equals("indented"))
                    .map(block -> block.code().strip()))
            .as(guide.name())
            .containsExactly(BUILD_AND_DEMO, TESTS);
        assertThat(guide.blocks().stream().map(Guide.Block::language))
            .as(guide.name())
            .isSubsetOf("java", "xml", "indented");
      }
    }
  }

  @Test
  void links_ofEveryGuide_leadSomewhere() throws IOException {
    Pattern link = Pattern.compile("]\\(([^)#:]+)(?:#[^)]*)?\\)");
    for (Guide guide : Guide.all()) {
      Path folder = Path.of("..", guide.name().startsWith("README") ? "" : "docs");
      Matcher links = link.matcher(guide.text());
      while (links.find()) {
        assertThat(Files.exists(folder.resolve(links.group(1))))
            .as(guide.name() + " links " + links.group(1))
            .isTrue();
      }
    }
  }

  @Test
  void readme_inJapanese_leadsToEveryGuide() throws IOException {
    String readme = Files.readString(Path.of("..", "README.ja.md"));
    for (Guide guide : Guide.all()) {
      if (!guide.name().startsWith("README")) {
        assertThat(readme).contains("](docs/" + guide.name() + ")");
      }
    }
  }

  @Test
  void commands_allThereAre_standInTheGuide() throws IOException {
    List<String> named =
        namedCommands().stream().map(line -> String.join(" ", arguments(line))).toList();
    for (String command : CommandLines.all()) {
      assertThat(named).anyMatch(line -> line.startsWith(command));
    }
  }

  private static List<String> arguments(String line) {
    assertThat(line).matches("(shikaku|\\Q" + JAR + "\\E) .*");
    String arguments = line.startsWith(JAR) ? line.substring(JAR.length()) : line.substring(7);
    return Stream.of(arguments.strip().split("\\s+")).toList();
  }
}
