package io.github.shikaku.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Whatever comes back from a login, it is a token, none, or no JSON. */
class LoginMessageFuzzTest {
  private static final byte[] USUAL =
      "{\"status\":\"0\",\"msg\":\"\",\"result\":{\"idToken\":\"e30.e30.x\"}}"
          .getBytes(StandardCharsets.UTF_8);

  @FuzzTest(maxDuration = "15s")
  void token_anyBytes_isATokenOrNoneOrNoJson(byte[] answer) {
    Optional<char[]> token = Optional.empty();
    try {
      token = LoginMessage.token(answer, "result/idToken");
    } catch (IOException noJson) {
      assertThat(answer).isNotEqualTo(USUAL);
    }
    token.ifPresent(found -> assertThat(found).isNotEmpty());
  }
}
