package io.github.shikaku.examples.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * Where a command prints: text in the charset of the console, JSON in UTF-8 whatever the console.
 */
final class Console {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DefaultPrettyPrinter PRETTY =
      new DefaultPrettyPrinter(
              Separators.createDefaultInstance()
                  .withObjectFieldValueSpacing(Separators.Spacing.AFTER))
          .withObjectIndenter(new DefaultIndenter("  ", "\n"))
          .withArrayIndenter(new DefaultIndenter("  ", "\n"));

  private final OutputStream bytes;
  private final PrintWriter out;
  private final PrintWriter err;
  private final Locale locale;
  private final ResourceBundle texts;
  private final Map<String, String> environment;

  Console(OutputStream out, OutputStream err, Locale locale) {
    this(out, err, locale, Map.of());
  }

  Console(OutputStream out, OutputStream err, Locale locale, Map<String, String> environment) {
    Charset charset = charset();
    this.bytes = out;
    this.out = new PrintWriter(new OutputStreamWriter(out, charset), true);
    this.err = new PrintWriter(new OutputStreamWriter(err, charset), true);
    this.locale = locale;
    this.environment = environment;
    this.texts =
        ResourceBundle.getBundle(
            Console.class.getPackageName() + ".Messages",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  PrintWriter out() {
    return out;
  }

  PrintWriter err() {
    return err;
  }

  /** A variable of the environment. */
  @Nullable String variable(String name) {
    return environment.get(name);
  }

  Locale locale() {
    return locale;
  }

  boolean isJapanese() {
    return locale.getLanguage().equals(Locale.JAPANESE.getLanguage());
  }

  ResourceBundle texts() {
    return texts;
  }

  /** A text of the bundle in the language of the console. */
  String text(String key, Object... arguments) {
    return String.format(locale, texts.getString(key), arguments);
  }

  void json(JsonNode document) {
    try {
      out.flush();
      bytes.write(JSON.writer(PRETTY).writeValueAsBytes(document));
      bytes.write('\n');
      bytes.flush();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of JSON can always be written", e);
    } catch (IOException e) {
      throw new UncheckedIOException("standard output cannot be written", e);
    }
  }

  /**
   * The charset of the console. One that has no Japanese (a C locale) would show question marks
   * only, so UTF-8 is taken then.
   */
  private static Charset charset() {
    for (String property : new String[] {"stdout.encoding", "sun.stdout.encoding"}) {
      String name = System.getProperty(property);
      if (name != null && Charset.isSupported(name)) {
        return japanese(Charset.forName(name));
      }
    }
    return japanese(Charset.forName(System.getProperty("native.encoding", "UTF-8")));
  }

  private static Charset japanese(Charset charset) {
    return charset.canEncode() && charset.newEncoder().canEncode('資')
        ? charset
        : StandardCharsets.UTF_8;
  }
}
