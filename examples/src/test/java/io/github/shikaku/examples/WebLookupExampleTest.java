package io.github.shikaku.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.shikaku.testkit.WebApiSimulator;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_OUT)
class WebLookupExampleTest {
  @Test
  void main_simulator_printsTheAnswer(@TempDir Path folder) throws Exception {
    PrintStream out = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (WebApiSimulator web = WebApiSimulator.builder().start()) {
      web.certificates().writeAuthority(folder.resolve("ca.pem"));
      web.certificates()
          .client("見本クリニック")
          .writePkcs12(folder.resolve("client.p12"), "shikaku".toCharArray());
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      WebLookupExample.main(new String[] {web.uri().toString(), folder.toString()});
    } finally {
      System.setOut(out);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("有効").contains("根拠: ");
  }

  @Test
  void program_whatIsCopiedFirst_isShort() throws Exception {
    Path source = Path.of("src/main/java/io/github/shikaku/examples/WebLookupExample.java");
    assertThat(Files.readAllLines(source)).hasSizeLessThan(60);
  }
}
