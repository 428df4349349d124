package io.github.shikaku.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Every touch of the shared folder goes through here: the seam behind which a test can put what
 * Windows does and this machine does not (see docs/windows.md).
 */
class FolderFiles {
  /** Exclusive on every file system and share that was tried, unlike creating or moving a file. */
  void createDirectory(Path directory) throws IOException {
    Files.createDirectory(directory);
  }

  boolean isDirectory(Path path) {
    return Files.isDirectory(path);
  }

  /** Asked for every answer again and again: unlike Files, File throws nothing inside. */
  boolean exists(Path path) {
    return path.toFile().exists();
  }

  /** Whether there certainly is no such file; what cannot be seen now is not certain. */
  boolean isGone(Path path) {
    return Files.notExists(path, LinkOption.NOFOLLOW_LINKS);
  }

  /** When the file system says that the file was changed. */
  Instant lastModified(Path file) throws IOException {
    return Files.getLastModifiedTime(file).toInstant();
  }

  /** What kind of file system the folder lies on, empty when that cannot be told. */
  String storeType(Path folder) {
    try {
      return Files.getFileStore(folder).type();
    } catch (IOException e) {
      return "";
    }
  }

  void createEmpty(Path file) throws IOException {
    Files.createFile(file);
  }

  /** Writes and forces to the disk. */
  void write(Path file, byte[] content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  /** Plain move: ATOMIC_MOVE would silently overwrite. */
  void move(Path from, Path to) throws IOException {
    Files.move(from, to);
  }

  /** At most {@code limit + 1} bytes, so that the caller can tell that there was more. */
  byte[] read(Path file, int limit) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(limit + 1);
    }
  }

  boolean deleteIfExists(Path file) throws IOException {
    return Files.deleteIfExists(file);
  }

  /** Names in a folder, handed on one by one. */
  void list(Path folder, Consumer<String> names) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        names.accept(String.valueOf(entry.getFileName()));
      }
    } catch (java.nio.file.DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  List<String> list(Path folder) throws IOException {
    List<String> names = new ArrayList<>();
    list(folder, names::add);
    return names;
  }
}
