package io.github.shikaku.exchange.web;

import io.github.shikaku.error.InvalidConfigurationException;
import java.util.List;

/** What only some applications need and have to bring. */
enum OptionalLibrary {
  HTTP_CLIENT(
      "the Web API",
      "org.apache.hc.client5.http.async.HttpAsyncClient",
      "org.apache.httpcomponents.client5:httpclient5"),
  BOUNCY_CASTLE(
      "a client certificate in PEM files",
      "org.bouncycastle.openssl.PEMParser",
      "org.bouncycastle:bcpkix-jdk18on");

  private final String purpose;
  private final String probe;
  private final String artifact;

  OptionalLibrary(String purpose, String probe, String artifact) {
    this.purpose = purpose;
    this.probe = probe;
    this.artifact = artifact;
  }

  /**
   * Fails with one clear error instead of a missing class somewhere later.
   *
   * @throws InvalidConfigurationException when it is not there
   */
  void require() {
    try {
      Class.forName(probe, false, OptionalLibrary.class.getClassLoader());
    } catch (ClassNotFoundException | LinkageError e) {
      throw new InvalidConfigurationException(
          List.of(
              purpose
                  + " needs the dependency "
                  + artifact
                  + " (on the module path also --add-modules)"));
    }
  }
}
