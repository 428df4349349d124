package io.github.shikaku.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the tests of one module left behind: logs, what was printed, and reports. */
record TestOutput(Path module) {
  private static final Charset WINDOWS_31J = Charset.forName("windows-31j");
  private static final Pattern REFERENCE = Pattern.compile("&#(x?)([0-9A-Fa-f]{1,5});");

  /** Of every module of the project but this one. */
  static List<TestOutput> ofAllModules() {
    Path here = Path.of("").toAbsolutePath();
    try (Stream<Path> folders = Files.list(here.resolveSibling("pom.xml").getParent())) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("pom.xml")) && !folder.equals(here))
          .sorted()
          .map(TestOutput::new)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Path> logs() {
    return files("target/test-logs");
  }

  List<Path> reports() {
    return Stream.of("target/surefire-reports", "target/failsafe-reports")
        .flatMap(folder -> files(folder).stream())
        .toList();
  }

  /** The sources of its tests. */
  List<String> testSources() {
    return files("src/test").stream()
        .filter(file -> file.toString().endsWith(".java"))
        .flatMap(file -> texts(file).stream())
        .toList();
  }

  /** A file as text, in the one or the other encoding of this project when it is not clear. */
  static List<String> texts(Path file) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      return List.of(
          plain(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString()));
    } catch (CharacterCodingException e) {
      return List.of(
          plain(new String(bytes, StandardCharsets.UTF_8)), plain(new String(bytes, WINDOWS_31J)));
    }
  }

  /** Reports may have characters by number. */
  private static String plain(String text) {
    return REFERENCE
        .matcher(text)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    Character.toString(
                        Integer.parseInt(match.group(2), match.group(1).isEmpty() ? 10 : 16))));
  }

  private List<Path> files(String folder) {
    if (!Files.isDirectory(module.resolve(folder))) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(module.resolve(folder))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return String.valueOf(module.getFileName());
  }
}
