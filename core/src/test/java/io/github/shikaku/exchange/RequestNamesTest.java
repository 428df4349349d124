package io.github.shikaku.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.shikaku.error.ExchangeUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestNamesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final String PREFIX = "OQSsiquc01req";

  @TempDir Path root;
  private final FolderFiles files = new FolderFiles();
  private ExchangeFolders folders;

  @BeforeEach
  void folders() throws IOException {
    Files.createDirectory(root.resolve("req"));
    Files.createDirectory(root.resolve("res"));
    folders = ExchangeFolders.find(files, root);
  }

  @Test
  void reserve_manyFromTwoSides_areDistinctAndWellFormed() {
    RequestNames one = names(true);
    RequestNames other = names(true);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 300; i++) {
      assertThat(seen.add(one.reserve(PREFIX, DAY, folders))).isTrue();
      assertThat(seen.add(other.reserve(PREFIX, DAY, folders))).isTrue();
    }
    assertThat(seen).allMatch(name -> name.matches("OQSsiquc01req_20261123[0-9]{4}"));
  }

  @Test
  void reserve_tenThousandthOfADay_hasFiveDigitsOrIsRefused() throws IOException {
    Path taken = Files.createDirectories(root.resolve(".shikaku/names"));
    for (int i = 1; i <= 9_999; i++) {
      if (i != 4_711) {
        Files.createDirectory(taken.resolve(PREFIX + "_20261123" + String.format("%04d", i)));
      }
    }
    RequestNames names = names(true);
    assertThat(names.reserve(PREFIX, DAY, folders)).isEqualTo(PREFIX + "_202611234711");
    assertThat(names.reserve(PREFIX, DAY, folders)).matches(PREFIX + "_20261123[0-9]{5}");
    assertThatThrownBy(() -> names(false).reserve(PREFIX, DAY, folders))
        .isInstanceOf(ExchangeUnavailableException.class)
        .hasMessageContaining("9999");
  }

  @Test
  void reserve_clockSetBack_neverRepeatsAName() {
    RequestNames names = names(true);
    Set<String> seen = new HashSet<>();
    for (LocalDate day : List.of(DAY, DAY.plusDays(1), DAY, DAY.minusDays(1), DAY)) {
      for (int i = 0; i < 20; i++) {
        assertThat(seen.add(names.reserve(PREFIX, day, folders))).isTrue();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "req/req.xml",
        "res/res.xml",
        "res/res.zip",
        "res/res.pdf",
        "res/req.err",
        "res/req.xml"
      })
  void reserve_anotherProductsFileLiesThere_takesTheNextName(String file) throws IOException {
    RequestNames names = names(true);
    String first = names.reserve(PREFIX, DAY, folders);
    int number = Integer.parseInt(first.substring(first.length() - 4));
    String next = PREFIX + "_20261123" + String.format("%04d", number % 9_999 + 1);
    Path pattern = Path.of(file);
    String name =
        String.valueOf(pattern.getFileName())
            .replace("req.", next + ".")
            .replace("res.", next.replace("req_", "res_") + ".");
    Path foreign = Files.createFile(root.resolve(pattern.resolveSibling(name)));
    assertThat(names.reserve(PREFIX, DAY, folders)).isNotEqualTo(next);
    assertThat(foreign).exists();
  }

  private RequestNames names(boolean longer) {
    return new RequestNames(files, root.resolve(".shikaku"), longer);
  }
}
