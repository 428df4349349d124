package io.github.shikaku.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What a run of the command printed and how it ended. */
public final class Run {
  private static final ObjectMapper STRICT =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final int exitCode;
  private final byte[] out;
  private final byte[] err;

  /** What a process printed. */
  public Run(int exitCode, byte[] out, byte[] err) {
    this.exitCode = exitCode;
    this.out = out.clone();
    this.err = err.clone();
  }

  /** Runs the command within this process. */
  static Run of(String... args) {
    return of(Map.of(), List.of(args));
  }

  /** Runs the command within this process, in an environment of one's own. */
  static Run of(Map<String, String> environment, List<String> args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode = ShikakuCommand.run(environment, out, err, args.toArray(String[]::new));
    return new Run(exitCode, out.toByteArray(), err.toByteArray());
  }

  static Run of(List<String> args) {
    return of(args.toArray(String[]::new));
  }

  /** Its exit code. */
  public int exitCode() {
    return exitCode;
  }

  /** Standard output of a console in UTF-8. */
  public String out() {
    return out(StandardCharsets.UTF_8);
  }

  /** Standard output; what is not of that charset fails. */
  public String out(Charset charset) {
    return decoded(out, charset);
  }

  /** Standard error of a console in UTF-8. */
  public String err() {
    return decoded(err, StandardCharsets.UTF_8);
  }

  /** The only document on standard output. */
  public JsonNode json() {
    String text = out();
    assertThat(text).as(err()).isNotBlank();
    try {
      return STRICT.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException("not one JSON document: " + text, e);
    }
  }

  private static String decoded(byte[] bytes, Charset charset) {
    try {
      return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new UncheckedIOException("not of " + charset, e);
    }
  }

  @Override
  public String toString() {
    return "exit code " + exitCode + "\n" + out() + "\n" + err();
  }
}
