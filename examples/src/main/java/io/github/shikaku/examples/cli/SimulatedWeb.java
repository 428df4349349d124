package io.github.shikaku.examples.cli;

import io.github.shikaku.error.ExchangeUnavailableException;
import io.github.shikaku.testkit.ScenarioCatalogue;
import io.github.shikaku.testkit.TestCertificates;
import io.github.shikaku.testkit.WebApiSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A simulated Web API, with the files that a client needs to reach it. */
final class SimulatedWeb {
  static final String AUTHORITY = "ca.pem";
  static final String CLIENT = "client.p12";
  static final String CLIENT_PASSWORD = "shikaku";

  private final Console console;
  private final Path folder;

  SimulatedWeb(Console console, Path folder) {
    this.console = console;
    this.folder = folder;
  }

  WebApiSimulator start(int port, @Nullable Path definitions, ScenarioCatalogue catalogue)
      throws IOException {
    TestCertificates certificates = TestCertificates.in(folder);
    certificates.writeAuthority(folder.resolve(AUTHORITY));
    if (!Files.exists(folder.resolve(CLIENT))) {
      certificates
          .client("見本クリニック")
          .writePkcs12(folder.resolve(CLIENT), CLIENT_PASSWORD.toCharArray());
    }
    WebApiSimulator.Builder builder =
        WebApiSimulator.builder().port(port).certificates(certificates).scenarios(catalogue);
    try {
      WebApiSimulator simulator =
          (definitions == null ? builder : builder.definitions(definitions)).start();
      console
          .out()
          .println(
              console.text(
                  "simulator.webReady",
                  simulator.uri(),
                  folder.resolve(AUTHORITY),
                  folder.resolve(CLIENT),
                  CLIENT_PASSWORD,
                  WebApiSimulator.SAMPLE_USER,
                  WebApiSimulator.SAMPLE_PASSWORD));
      return simulator;
    } catch (IllegalStateException | UncheckedIOException e) {
      throw new ExchangeUnavailableException(String.valueOf(e.getMessage()), e);
    }
  }
}
