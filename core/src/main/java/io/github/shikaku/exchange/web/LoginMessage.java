package io.github.shikaku.exchange.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import io.github.shikaku.model.MedicalInstitutionCode;
import io.github.shikaku.model.WebAccess.LoginBody;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What goes out and comes back at a login, without ever making a String of a secret. */
final class LoginMessage {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(32).build())
          .build();

  /** A control character takes six characters when escaped. */
  private static final int LONGEST_ESCAPE = 6;

  private static final int LONGEST_UTF_8 = 3;

  private LoginMessage() {}

  /**
   * The body of a login, to be wiped after use.
   *
   * @throws CharacterCodingException when the password is no text
   */
  static byte[] write(LoginBody form, WebAccount account, MedicalInstitutionCode institution)
      throws CharacterCodingException {
    int size = 2;
    for (Map.Entry<String, String> member : form.members().entrySet()) {
      size += 6 + LONGEST_ESCAPE * (member.getKey().length() + member.getValue().length());
    }
    size +=
        LONGEST_ESCAPE
            * (account.user().length() + account.password().length + 10)
            * form.members().size();
    CharBuffer json = CharBuffer.allocate(size);
    char separator = '{';
    for (Map.Entry<String, String> member : form.members().entrySet()) {
      json.put(separator);
      string(json, member.getKey().toCharArray());
      json.put(':');
      string(json, value(member.getValue(), account, institution));
      separator = ',';
    }
    json.put('}').flip();
    return encoded(json);
  }

  private static char[] value(String form, WebAccount account, MedicalInstitutionCode institution) {
    return switch (form) {
      case LoginBody.USER -> account.user().toCharArray();
      case LoginBody.PASSWORD -> account.password();
      case LoginBody.INSTITUTION -> institution.wire().toCharArray();
      default -> form.toCharArray();
    };
  }

  private static void string(CharBuffer json, char[] text) {
    json.put('"');
    for (char c : text) {
      if (c == '"' || c == '\\') {
        json.put('\\').put(c);
      } else if (c < ' ') {
        json.put(String.format("\\u%04x", (int) c));
      } else {
        json.put(c);
      }
    }
    json.put('"');
  }

  private static byte[] encoded(CharBuffer json) throws CharacterCodingException {
    ByteBuffer bytes = ByteBuffer.allocate(LONGEST_UTF_8 * json.remaining());
    try {
      if (StandardCharsets.UTF_8.newEncoder().encode(json, bytes, true).isError()) {
        throw new CharacterCodingException();
      }
      return Arrays.copyOf(bytes.array(), bytes.position());
    } finally {
      Arrays.fill(json.array(), '\0');
      Arrays.fill(bytes.array(), (byte) 0);
    }
  }

  /**
   * The token in the answer to a login; empty when there is none.
   *
   * @param field where it stands, names separated by slashes
   * @throws IOException when the answer is not JSON; its message quotes content
   */
  static Optional<char[]> token(byte[] answer, String field) throws IOException {
    try (JsonParser parser = JSON.createParser(answer)) {
      if (parser.nextToken() == null) {
        throw new IOException("nothing");
      }
      return token(parser, List.of(field.split("/")));
    }
  }

  private static Optional<char[]> token(JsonParser parser, List<String> path) throws IOException {
    if (path.isEmpty()) {
      return parser.currentToken() == JsonToken.VALUE_STRING && parser.getTextLength() > 0
          ? Optional.of(
              Arrays.copyOfRange(
                  parser.getTextCharacters(),
                  parser.getTextOffset(),
                  parser.getTextOffset() + parser.getTextLength()))
          : Optional.empty();
    }
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return Optional.empty();
    }
    Optional<char[]> found = Optional.empty();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean isOnTheWay = parser.currentName().equals(path.get(0));
      parser.nextToken();
      if (isOnTheWay && found.isEmpty()) {
        found = token(parser, path.subList(1, path.size()));
      } else {
        parser.skipChildren();
      }
    }
    return found;
  }
}
