package io.github.shikaku.examples.cli;

import io.github.shikaku.error.UnusableAnswerException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** Reads files from disk, the entries of a ZIP one by one, within limits of size and number. */
final class InspectedFiles {
  /** Larger answers are for the streaming reader of bulk results, not for looking at one file. */
  static final int MAX_BYTES = 64 * 1024 * 1024;

  private static final int MAX_ENTRIES = 100;
  private static final long MAX_UNPACKED = 4L * MAX_BYTES;

  private InspectedFiles() {}

  /** What the file holds: itself, or the entries of a ZIP. */
  static List<InspectedFile> in(Path path) {
    Path name = path.getFileName();
    List<String> names = name == null ? List.of() : List.of(name.toString());
    return documents(new InspectedFile(path.toString(), names, read(path)));
  }

  /** The file itself, or the entries of a ZIP. */
  static List<InspectedFile> documents(InspectedFile file) {
    return file.isZip() ? entries(file) : List.of(file);
  }

  private static byte[] read(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      return limited(in, "the file");
    } catch (NoSuchFileException e) {
      throw new UnusableAnswerException("there is no such file");
    } catch (IOException e) {
      throw new UnusableAnswerException(
          "the file cannot be read (" + e.getClass().getSimpleName() + ")");
    }
  }

  private static List<InspectedFile> entries(InspectedFile zip) {
    List<InspectedFile> entries = new ArrayList<>();
    long unpacked = 0;
    // Names that are not marked as UTF-8 come from Japanese Windows.
    try (ZipInputStream in =
        new ZipInputStream(
            new ByteArrayInputStream(zip.content()), Charset.forName("windows-31j"))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (entry.isDirectory()) {
          continue;
        }
        byte[] content = limited(in, "an entry of the ZIP");
        unpacked += content.length;
        if (entries.size() == MAX_ENTRIES || unpacked > MAX_UNPACKED) {
          throw new UnusableAnswerException("the ZIP holds too much");
        }
        List<String> names = new ArrayList<>(List.of(entry.getName()));
        names.addAll(zip.names());
        entries.add(new InspectedFile(zip.path() + "!/" + entry.getName(), names, content));
      }
    } catch (ZipException e) {
      throw new UnusableAnswerException("the ZIP is damaged or encrypted");
    } catch (IOException | IllegalArgumentException e) {
      throw new UnusableAnswerException(
          "the ZIP cannot be read (" + e.getClass().getSimpleName() + ")");
    }
    if (entries.isEmpty()) {
      throw new UnusableAnswerException("the ZIP is empty");
    }
    return entries;
  }

  private static byte[] limited(InputStream in, String what) throws IOException {
    byte[] bytes = in.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw new UnusableAnswerException(what + " has more than " + MAX_BYTES + " bytes");
    }
    return bytes;
  }
}
