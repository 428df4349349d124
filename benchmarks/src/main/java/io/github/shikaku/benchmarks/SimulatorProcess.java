package io.github.shikaku.benchmarks;

import io.github.shikaku.exchange.FolderExchange;
import io.github.shikaku.testkit.AnswerDelay;
import io.github.shikaku.testkit.AnswerEncoding;
import io.github.shikaku.testkit.TerminalSimulator;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A simulated terminal in a process of its own, so that its work does not count as the client's. It
 * ends when its input does, so it never outlives whoever started it.
 */
final class SimulatorProcess implements AutoCloseable {
  private static final String READY = "ready";

  private final Path root;
  private final Process process;

  private SimulatorProcess(Path root, Process process) {
    this.root = root;
    this.process = process;
  }

  /** Starts one that answers at once, and waits until it is ready. */
  static SimulatorProcess start(Path root) throws IOException {
    return start(root, Duration.ZERO);
  }

  /** Starts one that takes so long for an answer, and waits until it is ready. */
  static SimulatorProcess start(Path root, Duration delay) throws IOException {
    Process process = ChildProcess.of("simulator", root.toString(), delay.toString()).start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    if (!READY.equals(out.readLine())) {
      process.destroyForcibly();
      throw new IOException("the simulator did not start");
    }
    return new SimulatorProcess(root, process);
  }

  /** A way to it. */
  FolderExchange.Builder exchange() {
    return FolderExchange.at(root);
  }

  /** Where it puts its answers. */
  Path res() {
    return root.resolve("res");
  }

  /** The process itself; it answers in the encoding of the request. */
  static int run(Path root, Duration delay) throws IOException {
    TerminalSimulator simulator =
        TerminalSimulator.builder(root)
            .createFolders()
            .delay(AnswerDelay.of(delay))
            .encoding(AnswerEncoding.AS_REQUESTED)
            .start();
    System.out.println(READY);
    int end = System.in.read();
    simulator.close();
    return end < 0 ? 0 : 1;
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    process.onExit().join();
  }
}
