package io.github.shikaku.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.ParseException;
import org.junit.jupiter.api.Test;

class TroubleTest {
  private static final String CONTENT = "{\"Name\":\"模擬\"}";

  @Test
  void of_exceptionsThatQuoteTheAnswer_areNotPassedOn() {
    for (Exception quoting :
        new Exception[] {
          new ParseException(CONTENT),
          new MalformedChunkCodingException("Bad chunk header: " + CONTENT),
          new IOException(new ParseException(CONTENT))
        }) {
      Trouble trouble = Trouble.of(quoting);

      assertThat(trouble.getMessage()).doesNotContain("模擬");
      assertThat(trouble.getCause()).isNull();
    }
  }

  @Test
  void of_exceptionsOfSockets_areTheCause() {
    ConnectException refused = new ConnectException("Connection refused");

    assertThat(Trouble.of(refused)).hasCause(refused);
  }
}
