package io.github.shikaku.examples.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A page of Markdown with its blocks of code: those between fences have a language, indented ones
 * hold command lines.
 *
 * @param name its file name
 * @param text all of it
 * @param blocks its blocks of code
 */
record Guide(String name, String text, List<Block> blocks) {
  private static final Path ROOT = Path.of("..");
  private static final String FENCE = "```";

  /**
   * A block of code.
   *
   * @param guide where it stands
   * @param line the line on which it begins
   * @param language what stands behind the fence; {@code indented} when there is none
   * @param code what stands in it
   */
  record Block(String guide, int line, String language, String code) {
    @Override
    public String toString() {
      return guide + ":" + line;
    }
  }

  /** README*.md and docs/*.md. */
  static List<Guide> all() throws IOException {
    List<Guide> guides = new ArrayList<>();
    for (Path folder : List.of(ROOT, ROOT.resolve("docs"))) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.sorted().toList()) {
          String name = String.valueOf(file.getFileName());
          if (name.endsWith(".md") && (folder != ROOT || name.startsWith("README"))) {
            String text = Files.readString(file).replace("\r\n", "\n");
            guides.add(new Guide(name, text, blocks(name, text.lines().toList())));
          }
        }
      }
    }
    return guides;
  }

  private static List<Block> blocks(String guide, List<String> lines) {
    List<Block> blocks = new ArrayList<>();
    int at = 0;
    while (at < lines.size()) {
      String line = lines.get(at);
      int begin = at;
      StringBuilder code = new StringBuilder();
      if (line.strip().startsWith(FENCE)) {
        for (at++; !lines.get(at).strip().equals(FENCE); at++) {
          code.append(lines.get(at)).append('\n');
        }
        String language = line.strip().substring(FENCE.length());
        blocks.add(new Block(guide, begin + 1, language, code.toString()));
      } else if (line.startsWith("    ") && (at == 0 || lines.get(at - 1).isBlank())) {
        for (; at < lines.size() && lines.get(at).startsWith("    "); at++) {
          code.append(lines.get(at).substring(4)).append('\n');
        }
        blocks.add(new Block(guide, begin + 1, "indented", code.toString()));
      }
      at++;
    }
    return blocks;
  }
}
