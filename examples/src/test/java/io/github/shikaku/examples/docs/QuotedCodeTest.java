package io.github.shikaku.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every Java block of the guides compiles. One that is no class of its own is put into a method
 * with the things that guides speak of without saying where they come from.
 */
class QuotedCodeTest {
  private static final Pattern TYPE =
      Pattern.compile("(?m)^(public |final |abstract )*(class|record|interface|enum) (\\w+)");

  private static final String IMPORTS =
      Stream.of(
              "io.github.shikaku",
              "io.github.shikaku.audit",
              "io.github.shikaku.error",
              "io.github.shikaku.exchange",
              "io.github.shikaku.exchange.web",
              "io.github.shikaku.model",
              "io.github.shikaku.operation",
              "io.github.shikaku.qualification",
              "io.github.shikaku.testkit",
              "io.github.shikaku.testkit.junit",
              "io.github.shikaku.wire",
              "java.io",
              "java.net",
              "java.nio.file",
              "java.time",
              "java.util",
              "java.util.concurrent",
              "org.junit.jupiter.api",
              "org.junit.jupiter.api.extension")
          .map(name -> "import " + name + ".*;")
          .reduce("", String::concat);

  private static final String METHOD =
      """
      class Quoted {
        Shikaku shikaku;
        ShikakuRuntime runtime;
        QualificationQuery query;
        Ticket ticket;
        Path root;
        byte[] key;
        char[] password;

        void quoted() throws Exception {
      %s
        }
      }
      """;

  @TempDir Path classes;

  static List<Guide.Block> javaBlocks() throws IOException {
    return Guide.all().stream()
        .flatMap(guide -> guide.blocks().stream())
        .filter(block -> block.language().equals("java"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("javaBlocks")
  void block_ofEveryGuide_compiles(Guide.Block block) {
    Matcher type = TYPE.matcher(block.code());
    if (!type.find()) {
      compile("Quoted", IMPORTS + METHOD.formatted(block.code()));
    } else if (block.code().startsWith("package ")) {
      compile(type.group(3), block.code());
    } else {
      compile(type.group(3), IMPORTS + block.code());
    }
  }

  @Test
  void readmes_bothLanguages_openWithTheSameNineLines() throws IOException {
    List<String> firsts =
        Guide.all().stream()
            .filter(guide -> guide.name().startsWith("README"))
            .map(guide -> guide.blocks().get(0).code())
            .toList();
    assertThat(firsts).hasSize(2);
    for (String code : firsts) {
      assertThat(code.lines()).hasSize(9);
    }
    assertThat(withoutComments(firsts.get(0))).isEqualTo(withoutComments(firsts.get(1)));
  }

  @Test
  void gettingStarted_exampleProgram_isQuotedAsItIs() throws IOException {
    String program =
        Files.readString(Path.of("src/main/java/io/github/shikaku/examples/LookupExample.java"));
    assertThat(javaBlocks())
        .filteredOn(block -> block.guide().equals("getting-started.md"))
        .extracting(Guide.Block::code)
        .contains(program.replace("\r\n", "\n"));
  }

  @Test
  void dependencies_ofEveryGuide_areOfThisVersion() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    String version = pom.substring(pom.indexOf("<version>"), pom.indexOf("</version>"));
    for (Guide guide : Guide.all()) {
      for (Guide.Block block : guide.blocks()) {
        if (block.language().equals("xml") && block.code().contains("io.github.shikaku")) {
          assertThat(block.code().lines().filter(line -> line.contains("<version>")))
              .as(block.toString())
              .isNotEmpty()
              .allMatch(line -> line.contains(version + "<"));
        }
      }
    }
  }

  private static String withoutComments(String code) {
    return code.replaceAll(" *//.*", "");
  }

  private void compile(String name, String code) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    JavaFileObject source =
        new SimpleJavaFileObject(
            URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return code;
          }
        };
    boolean compiled =
        compiler
            .getTask(
                messages,
                null,
                null,
                List.of(
                    "--release",
                    "17",
                    "-proc:none",
                    "-d",
                    classes.toString(),
                    "-cp",
                    System.getProperty("java.class.path")),
                null,
                List.of(source))
            .call();
    assertThat(compiled).as(messages + code).isTrue();
  }
}
