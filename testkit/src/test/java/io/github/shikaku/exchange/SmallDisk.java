package io.github.shikaku.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system of its own with little room, which only root can mount. */
final class SmallDisk implements AutoCloseable {
  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  static SmallDisk mount(Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    assumeTrue(
        System.getProperty("os.name").equals("Linux")
            && run("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", folder.toString()) == 0,
        "needs Linux and the right to mount a small tmpfs (root)");
    return new SmallDisk(folder);
  }

  void remount(String option) throws IOException, InterruptedException {
    assertThat(run("mount", "-o", "remount," + option, folder.toString())).isZero();
  }

  /** Leaves no room at all; delete the file that it returns to have it again. */
  Path fill() throws IOException {
    Path ballast = folder.resolve("ballast");
    byte[] page = new byte[4096];
    try (var out = Files.newOutputStream(ballast)) {
      for (int i = 0; i < 1024; i++) {
        out.write(page);
      }
      throw new IllegalStateException("the disk is larger than it should be");
    } catch (IOException full) {
      assertThat(full).hasMessageContaining("No space left");
    }
    return ballast;
  }

  @Override
  public void close() throws IOException {
    try {
      // Lazily, because a process that is being ended may still look into it.
      assertThat(run("umount", "--lazy", folder.toString())).isZero();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
