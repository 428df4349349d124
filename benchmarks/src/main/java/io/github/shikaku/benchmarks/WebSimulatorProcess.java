package io.github.shikaku.benchmarks;

import io.github.shikaku.exchange.web.ClientIdentity;
import io.github.shikaku.exchange.web.WebAccount;
import io.github.shikaku.exchange.web.WebApiExchange;
import io.github.shikaku.testkit.TestCertificates;
import io.github.shikaku.testkit.TestIdentity;
import io.github.shikaku.testkit.WebApiSimulator;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A simulated Web API in a process of its own, so that its work does not count as the client's. It
 * ends when its input does, so it never outlives whoever started it.
 */
final class WebSimulatorProcess implements AutoCloseable {
  private static final char[] PASSWORD = "benchmark".toCharArray();

  private final URI address;
  private final TestCertificates certificates;
  private final Process process;

  private WebSimulatorProcess(URI address, TestCertificates certificates, Process process) {
    this.address = address;
    this.certificates = certificates;
    this.process = process;
  }

  /**
   * Starts one that answers at once, and waits until it is ready. The folder keeps its authority.
   */
  static WebSimulatorProcess start(Path folder) throws IOException {
    TestCertificates certificates = TestCertificates.in(folder);
    Process process = ChildProcess.of("web-simulator", folder.toString()).start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    String address = out.readLine();
    if (address == null) {
      process.destroyForcibly();
      throw new IOException("the simulator did not start");
    }
    return new WebSimulatorProcess(URI.create(address), certificates, process);
  }

  URI address() {
    return address;
  }

  TestCertificates certificates() {
    return certificates;
  }

  /** A way to it under a certificate. */
  WebApiExchange.Builder exchange(TestIdentity identity) {
    return WebApiExchange.builder()
        .loginAt(address)
        .inquiriesAt(address)
        .identity(ClientIdentity.keyStore(identity.keyStore(PASSWORD), PASSWORD.clone()))
        .credentials(
            () ->
                WebAccount.of(
                    WebApiSimulator.SAMPLE_USER, WebApiSimulator.SAMPLE_PASSWORD.toCharArray()))
        .trustAnchor(certificates.authority());
  }

  /** The process itself. */
  static int run(Path folder) throws IOException {
    WebApiSimulator simulator =
        WebApiSimulator.builder().certificates(TestCertificates.in(folder)).start();
    System.out.println(simulator.uri());
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
