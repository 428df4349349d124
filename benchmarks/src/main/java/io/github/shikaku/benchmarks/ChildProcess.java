package io.github.shikaku.benchmarks;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** This program once more, on the same Java. */
final class ChildProcess {
  private ChildProcess() {}

  static ProcessBuilder of(String... args) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Benchmarks.class.getName()));
    command.addAll(List.of(args));
    return new ProcessBuilder(command).redirectError(Redirect.INHERIT);
  }

  /** Ends this process when the one that started it has ended, however that happened. */
  static void endWithParent() {
    Thread waiting =
        new Thread(
            () -> {
              try {
                if (System.in.read() < 0) {
                  Runtime.getRuntime().halt(1);
                }
              } catch (IOException e) {
                Runtime.getRuntime().halt(1);
              }
            },
            "parent");
    waiting.setDaemon(true);
    waiting.start();
  }
}
