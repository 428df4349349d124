package io.github.shikaku.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The terminal's optional encryption of exchange files ({@code encrypt.conf}, lines {@code
 * <prefix>=e|n}). Its container is not public, so an encrypted kind of file can only be recognised
 * and named.
 */
final class EncryptionSetting {
  static final String FILE = "encrypt.conf";

  /** That of UTF-8, byte by byte; some editors put it in front. */
  private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

  private final Map<String, String> kinds;

  private EncryptionSetting(Map<String, String> kinds) {
    this.kinds = kinds;
  }

  static EncryptionSetting none() {
    return new EncryptionSetting(Map.of());
  }

  /** Reads {@code encrypt.conf} of 連携アプリ's config folder. */
  static EncryptionSetting read(Path configFolder) throws IOException {
    return of(Files.readAllBytes(configFolder.resolve(FILE)));
  }

  /**
   * What stands in the file. Prefixes are ASCII in every encoding in use, so comments in any other
   * characters do no harm.
   */
  static EncryptionSetting of(byte[] content) {
    Map<String, String> kinds = new HashMap<>();
    new String(content, StandardCharsets.ISO_8859_1)
        .lines()
        .forEach(
            line -> {
              int equals = line.indexOf('=');
              if (equals > 0) {
                kinds.put(folded(line.substring(0, equals)), folded(line.substring(equals + 1)));
              }
            });
    return new EncryptionSetting(kinds);
  }

  private static String folded(String text) {
    String bare = text.startsWith(BYTE_ORDER_MARK) ? text.substring(3) : text;
    return bare.strip().toLowerCase(Locale.ROOT);
  }

  /**
   * Whether files whose name begins like this are to be encrypted; a line may name only part of the
   * prefix.
   */
  boolean isOn(String prefix) {
    String name = prefix.toLowerCase(Locale.ROOT);
    for (Map.Entry<String, String> kind : kinds.entrySet()) {
      if (kind.getValue().equals("e") && name.startsWith(kind.getKey())) {
        return true;
      }
    }
    return false;
  }

  /**
   * The first of a request's and its answer's prefixes whose files are to be encrypted; an answer
   * that is cannot be read either.
   */
  Optional<String> encrypted(String requestPrefix) {
    return Stream.of(requestPrefix, FolderNames.answerPrefix(requestPrefix))
        .filter(this::isOn)
        .findFirst();
  }

  /** Whether content is neither XML nor JSON from its first byte on. */
  static boolean looksEncrypted(byte[] content) {
    if (content.length < 16) {
      return false;
    }
    int first = content[0] & 0xFF;
    return first != '<'
        && first != '{'
        && first != 0xEF
        && first != 0xFE
        && first != 0xFF
        && !Character.isWhitespace(first);
  }
}
