package io.github.shikaku.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.ArgSpec;

class HelpTest {
  @Test
  void help_everyCommand_isThereInBothLanguages() {
    for (String command : CommandLines.tree(Locale.ENGLISH).keySet()) {
      String japanese = help(command, "ja");
      String english = help(command, "en");
      assertThat(japanese).as(command).contains("shikaku " + command).containsPattern("[ぁ-ん]");
      assertThat(english).as(command).contains("shikaku " + command);
      assertThat(english).as(command).doesNotContainPattern("[ぁ-ん]");
    }
  }

  @Test
  void help_everyOptionAndParameter_isDescribed() {
    for (Locale locale : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
      CommandLines.tree(locale)
          .forEach(
              (name, command) -> {
                assertThat(command.getCommandSpec().usageMessage().header()).as(name).isNotEmpty();
                for (ArgSpec argument : command.getCommandSpec().args()) {
                  assertThat(String.join("", argument.description()))
                      .as(name + " " + argument)
                      .isNotBlank();
                }
              });
    }
  }

  @Test
  void help_top_namesEveryCommandAndExitCode() {
    String help = help("", "en");
    assertThat(help)
        .contains("demo", "lookup", "check", "inspect", "interfaces", "simulator", "audit");
    for (int exitCode = 0; exitCode <= 6; exitCode++) {
      assertThat(help).containsPattern("(?m)^ *" + exitCode + " ");
    }
  }

  @Test
  void texts_ofBothLanguages_haveTheSameKeys() {
    assertThat(keys(Locale.JAPANESE)).isEqualTo(keys(Locale.ENGLISH));
  }

  @Test
  void version_ofTheCommand_isTold() {
    Run run = Run.of("--version");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("shikaku ");
  }

  @Test
  void command_missing_isRefusedWithTheUsage() {
    for (String[] args : new String[][] {{}, {"audit"}, {"unheard-of"}}) {
      Run run = Run.of(args);
      assertThat(run.exitCode()).isEqualTo(ExitCode.NOT_SENT);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).contains("shikaku");
    }
  }

  @Test
  void language_missing_isRefused() {
    Run run = Run.of("interfaces", "--lang");
    assertThat(run.exitCode()).isEqualTo(ExitCode.NOT_SENT);
    assertThat(run.err()).contains("--lang");
  }

  private static String help(String command, String language) {
    List<String> args = new ArrayList<>(List.of(command.split(" ", -1)));
    args.remove("");
    args.addAll(List.of("--help", "--lang", language));
    Run run = Run.of(args);
    assertThat(run.exitCode()).as(run.toString()).isZero();
    return run.out();
  }

  private static Set<String> keys(Locale locale) {
    ResourceBundle texts =
        new Console(new ByteArrayOutputStream(), new ByteArrayOutputStream(), locale).texts();
    Set<String> own = new TreeSet<>();
    for (String key : texts.keySet()) {
      assertThat(texts.getString(key)).as(key).isNotBlank();
      own.add(key);
    }
    return own;
  }
}
