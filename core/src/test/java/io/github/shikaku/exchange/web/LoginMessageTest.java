package io.github.shikaku.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.shikaku.model.Evidence;
import io.github.shikaku.model.WebAccess.LoginBody;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginMessageTest {
  @Test
  void write_form_isAnObjectInItsOrder() throws IOException {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("kikan", "{institution}");
    members.put("id", "{user}");
    members.put("pw", "{password}");
    members.put("version", "1");

    assertThat(write(members, "u", "p"))
        .isEqualTo("{\"kikan\":\"1319999991\",\"id\":\"u\",\"pw\":\"p\",\"version\":\"1\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "p\"w", "\\", "\t\u0000\u001f", "パス𠮷ワード", "{user}", "ﾊﾟ/ｽ"})
  void write_anyPassword_isReadBackByAnyParser(String password) throws IOException {
    String json = write(Map.of("pw", "{password}"), "u", password);

    assertThat(new ObjectMapper().readTree(json).path("pw").asText()).isEqualTo(password);
  }

  @Test
  void write_passwordThatIsNoText_isRefused() {
    assertThatThrownBy(() -> write(Map.of("pw", "{password}"), "u", "\uD800"))
        .isInstanceOf(CharacterCodingException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"result\":{\"a\":\"x\",\"idToken\":\"t1\"}}|result/idToken|t1",
        "{\"a\":{\"idToken\":\"no\"},\"result\":{\"b\":[{\"idToken\":\"no\"}],\"idToken\":\"t\"}}|result/idToken|t",
        "{\"token\":\"漢\\u0041\"}|token|漢A",
        "{\"result\":null}|result/idToken|",
        "{\"result\":{\"idToken\":1}}|result/idToken|",
        "{\"result\":{\"idToken\":\"\"}}|result/idToken|",
        "{\"result\":\"idToken\"}|result/idToken|",
        "[]|result/idToken|",
      })
  void token_answer_isFoundWhereItStands(String answer, String field, String token)
      throws IOException {
    assertThat(LoginMessage.token(utf8(answer), field).map(String::new).orElse(null))
        .isEqualTo(token);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>", "{\"result\":{", "{\"result\":{\"idToken\":\"x"})
  void token_noJson_isRefused(String answer) {
    assertThatThrownBy(() -> LoginMessage.token(utf8(answer), "result/idToken"))
        .isInstanceOf(IOException.class);
  }

  @Test
  void close_account_wipesThePassword() {
    char[] password = "secret".toCharArray();
    WebAccount account = WebAccount.of("u", password);
    assertThat(account).hasToString("WebAccount[***]");

    account.close();

    assertThat(password).containsOnly('\0');
  }

  private static String write(Map<String, String> members, String user, String password)
      throws IOException {
    LoginBody form = new LoginBody(members, Evidence.CONFIRMED, "s", null);
    return new String(
        LoginMessage.write(form, WebAccount.of(user, password.toCharArray()), Clients.INSTITUTION),
        StandardCharsets.UTF_8);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
