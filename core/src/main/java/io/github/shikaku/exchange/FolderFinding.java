package io.github.shikaku.exchange;

import java.util.Locale;

/**
 * One thing that {@link FolderCheck} found out about an exchange folder.
 *
 * @param topic what it is about
 * @param severity how bad it is
 * @param japanese what was found, for the desk, in Japanese
 * @param english what was found, in English
 */
public record FolderFinding(Topic topic, Severity severity, String japanese, String english) {
  /** What was found: Japanese for a Japanese locale, English for any other. */
  public String message(Locale locale) {
    return locale.getLanguage().equals(Locale.JAPANESE.getLanguage()) ? japanese : english;
  }

  /** What is looked at, in the order in which it is looked at. */
  public enum Topic {
    /** Whether the folder can be read. */
    FOLDER("フォルダー"),
    /** Whether {@code req}, {@code res} and {@code face} are there, and in which case. */
    SUB_FOLDERS("サブフォルダー"),
    /** Whether a simulator answers here. */
    SIMULATOR("シミュレーター"),
    /** Whether files can be written to req and deleted from res. */
    WRITE("書き込み"),
    /** Whether a file can be renamed. */
    RENAME("名前の変更"),
    /** Whether a directory can be made only once, by which names are reserved. */
    EXCLUSIVE_DIRECTORY("排他的なディレクトリー作成"),
    /** Whether changes are notified. */
    EVENTS("変更通知"),
    /** How long it takes to write, rename and delete. */
    LATENCY("応答時間"),
    /** Whether files look encrypted. */
    ENCRYPTION("暗号化"),
    /** How far the clocks of this machine and of the folder are apart. */
    CLOCK("時計");

    private final String label;

    Topic(String label) {
      this.label = label;
    }

    /** The Japanese name. */
    public String label() {
      return label;
    }
  }

  /** How bad it is. */
  public enum Severity {
    /** As it should be. */
    OK,
    /** Good to know; the exchange works. */
    NOTE,
    /** The exchange will not work. */
    PROBLEM
  }
}
