package io.github.shikaku.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The program: {@code report [NAME]} measures every figure, or those whose name contains NAME;
 * {@code list} names them; {@code jmh} hands everything that follows over to JMH. It ends with 0
 * when all values keep to their bounds, 1 when one does not or could not be measured, 2 when it was
 * called wrongly.
 *
 * <p>What a figure measures runs in a process of its own, which the report starts as {@code measure
 * NAME FOLDER}, and so do the terminal, {@code simulator FOLDER DELAY}, and the Web API, {@code
 * web-simulator FOLDER}.
 */
public final class Benchmarks {
  private static final List<Figure> FIGURES =
      List.of(
          new FolderLookupOverhead(),
          new FolderCrowded(),
          new ParseAnswer(),
          new IdleClients(),
          new WebThroughput(),
          new WebOverhead(),
          new WebTenants());

  private Benchmarks() {}

  /** Runs the sub-command. */
  public static void main(String[] args) throws Exception {
    System.exit(run(List.of(args)));
  }

  private static int run(List<String> args) throws Exception {
    String command = args.isEmpty() ? "" : args.get(0);
    if (command.equals("list") && args.size() == 1) {
      FIGURES.forEach(figure -> System.out.println(figure.name()));
      return 0;
    }
    if (command.equals("report") && args.size() <= 2) {
      return report(args.size() == 2 ? args.get(1) : "");
    }
    if (command.equals("jmh")) {
      org.openjdk.jmh.Main.main(args.subList(1, args.size()).toArray(String[]::new));
      return 0;
    }
    if (command.equals("measure") && args.size() == 3) {
      return measure(args.get(1), Path.of(args.get(2)));
    }
    if (command.equals("simulator") && args.size() == 3) {
      return SimulatorProcess.run(Path.of(args.get(1)), Duration.parse(args.get(2)));
    }
    if (command.equals("web-simulator") && args.size() == 2) {
      return WebSimulatorProcess.run(Path.of(args.get(1)));
    }
    System.err.println("usage: java -jar benchmarks.jar report [NAME] | list | jmh [OPTION...]");
    return 2;
  }

  private static int report(String name) throws Exception {
    List<Figure> figures = named(name);
    if (figures.isEmpty()) {
      System.err.println("no figure is called " + name);
      return 2;
    }
    return new Report(figures).print() ? 0 : 1;
  }

  private static int measure(String name, Path folder) throws Exception {
    ChildProcess.endWithParent();
    Figure figure =
        FIGURES.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    List<Line> lines = figure.measure(folder);
    lines.forEach(line -> System.out.println(line.text()));
    return lines.stream().allMatch(Line::good) ? Report.GOOD : Report.MISSED;
  }

  private static List<Figure> named(String name) {
    return FIGURES.stream().filter(figure -> figure.name().contains(name)).toList();
  }
}
