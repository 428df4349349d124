package io.github.shikaku.benchmarks;

import io.github.shikaku.Shikaku;
import io.github.shikaku.exchange.AnswerFiles;
import io.github.shikaku.exchange.FileJournal;
import io.github.shikaku.model.WireFormat;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * From the bytes of an answer to the typed answer, as a multiple of a bare pass of the JDK's parser
 * over the same bytes. The answers are the simulator's: one as it comes every day, and one with
 * everything in it that a patient can have consented to.
 */
final class ParseAnswer implements Figure {
  private static final List<String> SCENARIOS = List.of("valid", "consents");

  @Override
  public String name() {
    return "parse-answer";
  }

  @Override
  public List<Line> measure(Path folder) throws Exception {
    List<Line> lines = new ArrayList<>();
    for (String scenario : SCENARIOS) {
      lines.add(line(folder, scenario, WireFormat.XML_UTF_8, "utf-8"));
      lines.add(line(folder, scenario, WireFormat.XML_SHIFT_JIS, "windows-31j"));
    }
    return lines;
  }

  private Line line(Path folder, String scenario, WireFormat format, String encoding)
      throws Exception {
    AnswerParsing parsing = new AnswerParsing();
    parsing.file = answer(folder.resolve(scenario + "-" + encoding), format, scenario).toString();
    parsing.encoding = encoding;
    parsing.read();
    double ratio = new InterleavedRounds().ratio(parsing::sdk, parsing::bare);
    return Line.of(String.join("-", name(), encoding, scenario), ratio, "x", Bound.atMost(2));
  }

  /** The file in which the simulator answered. */
  private static Path answer(Path folder, WireFormat format, String scenario) throws Exception {
    try (SimulatorProcess terminal = SimulatorProcess.start(folder.resolve("OQS"));
        Shikaku shikaku =
            Shikaku.builder()
                .institution(Samples.INSTITUTION)
                .exchange(
                    terminal.exchange().format(format).answerFiles(AnswerFiles.keep()).build())
                .journal(FileJournal.at(folder.resolve("journal")))
                .build()) {
      shikaku.qualifications().lookup(Samples.query(scenario));
      try (DirectoryStream<Path> answers = Files.newDirectoryStream(terminal.res())) {
        return answers.iterator().next();
      }
    }
  }
}
