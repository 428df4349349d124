package io.github.shikaku.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OldNamesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final String PREFIX = "OQSsiquc01req";

  /** The folder's own time, whatever this machine believes. */
  private static final Instant THERE = Instant.parse("2026-11-23T03:00:00Z");

  @TempDir Path root;

  private final FolderFiles files = new FolderFiles();
  private Path names;
  private Path req;

  @BeforeEach
  void folders() throws IOException {
    names = Files.createDirectory(root.resolve("names"));
    req = Files.createDirectory(root.resolve("req"));
  }

  @Test
  void clean_firstOfADay_removesOnlyOurOwnOldNamesAndLeftovers() throws IOException {
    name(PREFIX + "_202611200001", 3);
    name(PREFIX + "_202611210001", 2);
    name("somebody", 30);
    leftover(".shikaku-" + PREFIX + "_202611200001.tmp", 3);
    leftover(".shikaku-" + PREFIX + "_202611220001.tmp", 1);
    leftover(PREFIX + "_202611200001.xml", 3);
    OldNames old = new OldNames(files);

    cleanAll(old, DAY);

    assertThat(files.list(names))
        .containsExactlyInAnyOrder(PREFIX + "_202611210001", "somebody", PREFIX + "_202611230001");
    assertThat(files.list(req))
        .containsExactlyInAnyOrder(
            ".shikaku-" + PREFIX + "_202611220001.tmp",
            ".shikaku-" + PREFIX + "_202611230001.tmp",
            PREFIX + "_202611200001.xml");
    assertThat(begin(old, DAY)).isFalse();
    assertThat(begin(old, DAY.plusDays(1))).isTrue();
  }

  @Test
  void clean_machineThreeDaysAhead_leavesTodaysNamesAndTemporaryFiles() throws IOException {
    Path name = name(PREFIX + "_202611230007", 0);
    Path temporary = leftover(".shikaku-" + PREFIX + "_202611230007.tmp", 0);

    cleanAll(new OldNames(files), DAY.plusDays(3));

    assertThat(name).exists();
    assertThat(temporary).exists();
  }

  @Test
  void clean_manyOldNames_takesThemAFewAtATime() throws IOException {
    for (int i = 0; i < 100; i++) {
      name(PREFIX + "_20261119%04d".formatted(i), 4);
    }
    OldNames old = new OldNames(files);
    assertThat(begin(old, DAY)).isTrue();
    int before = files.list(names).size();
    while (old.clean()) {
      int left = files.list(names).size();
      assertThat(before - left).isLessThanOrEqualTo(20);
      before = left;
    }
    assertThat(files.list(names)).containsExactly(PREFIX + "_202611230001");
  }

  @Test
  void clean_listingFails_isTakenUpAgain() throws IOException {
    name(PREFIX + "_202611200001", 3);
    boolean[] fails = {true};
    OldNames old =
        new OldNames(
            new FolderFiles() {
              @Override
              void list(Path folder, Consumer<String> found) throws IOException {
                if (fails[0]) {
                  throw new IOException("away");
                }
                super.list(folder, found);
              }
            });
    cleanAll(old, DAY);
    fails[0] = false;
    cleanAll(old, DAY);
    assertThat(files.list(names)).containsExactly(PREFIX + "_202611230001");
  }

  private void cleanAll(OldNames old, LocalDate day) throws IOException {
    assertThat(begin(old, day)).isTrue();
    while (old.clean()) {
      assertThat(begin(old, day)).isFalse();
    }
  }

  private boolean begin(OldNames old, LocalDate day) throws IOException {
    Path name = names.resolve(PREFIX + "_202611230001");
    Path temporary = req.resolve(".shikaku-" + PREFIX + "_202611230001.tmp");
    if (!Files.exists(name)) {
      name(PREFIX + "_202611230001", 0);
      leftover(".shikaku-" + PREFIX + "_202611230001.tmp", 0);
    }
    return old.begin(day, name, temporary);
  }

  private Path name(String name, int daysAgo) throws IOException {
    return aged(Files.createDirectory(names.resolve(name)), daysAgo);
  }

  private Path leftover(String name, int daysAgo) throws IOException {
    return aged(Files.createFile(req.resolve(name)), daysAgo);
  }

  private static Path aged(Path path, int daysAgo) throws IOException {
    return Files.setLastModifiedTime(path, FileTime.from(THERE.minus(Duration.ofDays(daysAgo))));
  }
}
