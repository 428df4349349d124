package io.github.shikaku.examples.cli;

import io.github.shikaku.error.InvalidRequestException;
import io.github.shikaku.error.Violation;
import java.util.List;

/**
 * Passwords: from the environment, or typed at the console without being shown. Not from the
 * command line, which everybody on the machine can read.
 */
final class Secrets {
  private final Console console;

  Secrets(Console console) {
    this.console = console;
  }

  /**
   * A password.
   *
   * @param variable of the environment
   * @param question key of what is asked at the console
   * @throws InvalidRequestException when there is neither
   */
  // On JDK 22 and later there always is a console; with nobody at it, it reads the end of input.
  @SuppressWarnings("SystemConsoleNull")
  char[] read(String variable, String question) {
    String set = console.variable(variable);
    if (set != null) {
      return set.toCharArray();
    }
    java.io.Console terminal = System.console();
    char[] typed = terminal == null ? null : terminal.readPassword("%s ", console.text(question));
    if (typed == null) {
      throw new InvalidRequestException(
          List.of(
              new Violation(
                  variable,
                  "環境変数 " + variable + " にパスワードを設定するか、対話できる画面で実行してください。",
                  "set the password in the environment variable "
                      + variable
                      + " or run this at a terminal")));
    }
    return typed;
  }
}
