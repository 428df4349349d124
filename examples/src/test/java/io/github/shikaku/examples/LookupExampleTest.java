package io.github.shikaku.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.shikaku.testkit.junit.ExchangeFolder;
import io.github.shikaku.testkit.junit.ShikakuTerminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ExtendWith(ShikakuTerminal.class)
@ResourceLock(Resources.SYSTEM_OUT)
@ResourceLock(Resources.SYSTEM_ERR)
class LookupExampleTest {
  @Test
  void main_simulator_printsTheAnswer(@ExchangeFolder Path exchange) {
    String[] printed = run(exchange);
    assertThat(printed[0]).contains("有効です。").contains("保険者名: ").contains("根拠: ");
    assertThat(printed[1]).isEmpty();
  }

  @Test
  void main_noFolder_printsWhoMustAct(@ExchangeFolder Path exchange) {
    String[] printed = run(exchange.resolve("nowhere"));
    assertThat(printed[0]).isEmpty();
    assertThat(printed[1]).contains("[SYSTEM_ADMINISTRATOR]");
  }

  @Test
  void program_whatIsCopiedFirst_isShort() throws Exception {
    Path source = Path.of("src/main/java/io/github/shikaku/examples/LookupExample.java");
    assertThat(Files.readAllLines(source)).hasSizeLessThan(60);
  }

  /** Standard output and standard error. */
  private static String[] run(Path exchange) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream printedOut = new ByteArrayOutputStream();
    ByteArrayOutputStream printedErr = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(printedOut, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(printedErr, true, StandardCharsets.UTF_8));
      LookupExample.main(new String[] {exchange.toString()});
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    return new String[] {
      printedOut.toString(StandardCharsets.UTF_8), printedErr.toString(StandardCharsets.UTF_8)
    };
  }
}
