package io.github.shikaku.audit;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The trail on a real disk. No file channel is used for writing: the interrupt of a caller's thread
 * would close it.
 */
final class TrailDisk implements TrailStore {
  private final TrailFiles files;
  private final RandomAccessFile trail;
  private final @Nullable Object identity;

  private TrailDisk(TrailFiles files, RandomAccessFile trail, @Nullable Object identity) {
    this.files = files;
    this.trail = trail;
    this.identity = identity;
  }

  static TrailDisk open(TrailFiles files) throws IOException {
    Object identity = attributes(files.trail()).fileKey();
    return new TrailDisk(files, new RandomAccessFile(files.trail().toFile(), "rw"), identity);
  }

  /** Puts a new trail in place that has its first line already, readable by its owner only. */
  static void create(TrailFiles files, byte[] firstLine) throws IOException {
    Path draft = TrailFiles.draftOf(files.trail());
    Files.deleteIfExists(draft);
    boolean posix = draft.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (posix) {
      Files.createFile(
          draft,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    writeForced(draft, firstLine);
    moveOver(draft, files.trail());
    if (posix) {
      forceFolder(files.folder());
    }
  }

  @Override
  public void write(long position, byte[] lines) throws IOException {
    trail.seek(position);
    trail.write(lines);
  }

  @Override
  public void cut(long length) throws IOException {
    trail.setLength(length);
  }

  @Override
  public void force() throws IOException {
    trail.getFD().sync();
  }

  @Override
  public void replaceHead(byte[] line) throws IOException {
    Path draft = TrailFiles.draftOf(files.head());
    writeForced(draft, line);
    moveOver(draft, files.head());
  }

  @Override
  public boolean isUntouched(long length) throws IOException {
    try {
      BasicFileAttributes now = attributes(files.trail());
      return now.size() == length && Objects.equals(now.fileKey(), identity);
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    trail.close();
  }

  private static BasicFileAttributes attributes(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class);
  }

  private static void writeForced(Path file, byte[] bytes) throws IOException {
    try (FileOutputStream out = new FileOutputStream(file.toFile())) {
      out.write(bytes);
      out.getFD().sync();
    }
  }

  private static void moveOver(Path draft, Path file) throws IOException {
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void forceFolder(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
