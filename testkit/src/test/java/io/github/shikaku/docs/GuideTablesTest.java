package io.github.shikaku.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.shikaku.error.CoreError;
import io.github.shikaku.error.Remedy;
import io.github.shikaku.model.Direction;
import io.github.shikaku.model.Evidence;
import io.github.shikaku.model.Facet;
import io.github.shikaku.model.InterfaceDefinition;
import io.github.shikaku.testkit.ScenarioCatalogue;
import io.github.shikaku.wire.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The tables between the marks in docs are what the code says. {@code -Dshikaku.docs.write=true}
 * writes them anew.
 */
class GuideTablesTest {
  private static final Path DOCS = Path.of("..", "docs");
  private static final String BEGIN = "<!-- generated: begin -->\n";
  private static final String END = "<!-- generated: end -->\n";

  private static final Pattern LIBRARY = Pattern.compile("<([a-z0-9.-]+)\\.version>([^<]+)</");
  private static final Pattern PLUGIN =
      Pattern.compile("<artifactId>([a-z-]+-plugin)</artifactId>\\s*<version>([^<]+)</version>");

  /** Sample people grow older; the guide shows them on this day. */
  private static final LocalDate DAY_OF_THE_GUIDE = LocalDate.of(2026, 11, 20);

  @Test
  void conformance_ofTheGuide_isWhatTheCatalogueSays() throws IOException {
    assertTable("conformance.md", conformance());
  }

  @Test
  void errors_ofTheGuide_areThoseOfTheCatalogue() throws IOException {
    assertTable("errors.md", errors());
  }

  @Test
  void scenarios_ofTheGuide_areThoseOfTheSimulator() throws IOException {
    assertTable("scenarios.md", ScenarioCatalogue.standard().markdown(DAY_OF_THE_GUIDE));
  }

  @Test
  void dependencies_ofTheGuide_haveTheVersionsOfTheBuild() throws IOException {
    assertTable("dependencies.md", dependencies());
  }

  /** The versions that the parent pom pins: of libraries as properties, of plugins in place. */
  private static String dependencies() throws IOException {
    String pom = Files.readString(Path.of("..", "pom.xml"));
    StringBuilder out = new StringBuilder("| 名前 | 版 |\n|---|---|\n");
    int rows = out.length();
    for (Pattern pinned : List.of(LIBRARY, PLUGIN)) {
      Matcher found = pinned.matcher(pom);
      while (found.find()) {
        row(out, List.of(found.group(1), found.group(2)));
      }
    }
    assertThat(out.length()).as("the pom pins versions").isGreaterThan(rows);
    return out.toString();
  }

  private static String errors() {
    StringBuilder out = new StringBuilder("| ID | 名前 | 対応する人 | 窓口向けの文 | English |\n");
    out.append("|---|---|---|---|---|\n");
    for (CoreError error : CoreError.values()) {
      row(
          out,
          List.of(
              error.id(),
              "`" + error.name() + "`",
              whoActs(error.remedy()),
              error.userMessage(Locale.JAPANESE),
              error.userMessage(Locale.ENGLISH)));
    }
    return out.toString();
  }

  private static String whoActs(Remedy remedy) {
    return switch (remedy) {
      case VENDOR -> "ベンダー";
      case DESK -> "窓口";
      case SYSTEM_ADMINISTRATOR -> "院内のシステム担当";
      case OQS_SUPPORT -> "オンライン資格確認等コールセンター";
      case WAIT -> "なし（待つ）";
    };
  }

  private static String conformance() {
    List<String> sources = new ArrayList<>();
    StringBuilder out =
        new StringBuilder("| ID | 名称 | 向き | プレフィックス | ID | プレフィックス | 項目 | Web API |\n");
    out.append("|---|---|---|---|---|---|---|---|\n");
    for (InterfaceDefinition definition : Catalogue.standard().all()) {
      List<String> cells = new ArrayList<>();
      cells.add(definition.id().value());
      cells.add(definition.japaneseName());
      cells.add(way(definition.direction()));
      cells.add(definition.knownPrefix().map(prefix -> "`" + prefix + "`").orElse("不明"));
      for (Facet facet : Facet.values()) {
        cells.add(judged(definition.evidence(facet), definition.source(facet), sources));
      }
      row(out, cells);
    }
    out.append("\n根拠（表の括弧内の番号）:\n\n");
    for (int i = 0; i < sources.size(); i++) {
      out.append(i + 1).append(". ").append(sources.get(i)).append('\n');
    }
    return out.toString();
  }

  private static String way(Direction direction) {
    return switch (direction) {
      case REQUEST -> "要求";
      case ANSWER -> "回答";
      case UNKNOWN -> "不明";
    };
  }

  private static String judged(Evidence evidence, String source, List<String> sources) {
    if (!sources.contains(source)) {
      sources.add(source);
    }
    return evidence.label() + " (" + (sources.indexOf(source) + 1) + ")";
  }

  private static void row(StringBuilder out, List<String> cells) {
    out.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private static void assertTable(String guide, String expected) throws IOException {
    Path file = DOCS.resolve(guide);
    String text = Files.readString(file).replace("\r\n", "\n");
    int begin = text.indexOf(BEGIN) + BEGIN.length();
    int end = text.indexOf(END);
    assertThat(begin).as("the marks of " + guide).isBetween(BEGIN.length(), end);
    if (Boolean.getBoolean("shikaku.docs.write")) {
      Files.writeString(file, text.substring(0, begin) + expected + text.substring(end));
    } else {
      assertThat(text.substring(begin, end))
          .as(guide + " (write it anew with -Dshikaku.docs.write=true)")
          .isEqualTo(expected);
    }
  }
}
