package io.github.shikaku.testkit.message;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads 資格確認要求 (OQS-IF-001) as JSON into the model of the XML, as strictly: known names only, once
 * each, every scalar a string.
 */
public final class JsonRequestReader {
  private final JsonFactory factory =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /**
   * What the body of a request asks.
   *
   * @throws UnreadableRequestException when anything about it is not as the layout says
   */
  public ReceivedQuery read(byte[] body) throws UnreadableRequestException {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw new UnreadableRequestException("SIM-L001", "文字コードが宣言と一致しません");
    }
    try (JsonParser parser = factory.createParser(text)) {
      return RequestRules.query(document(parser), TextEncoding.UTF_8);
    } catch (JsonParseException e) {
      String reason = String.valueOf(e.getOriginalMessage());
      throw reason.startsWith("Duplicate")
          ? new UnreadableRequestException("SIM-L005", "項目の順序または回数が誤っています")
          : new UnreadableRequestException("SIM-L002", "JSONとして読み取れません");
    } catch (IOException e) {
      throw new UnreadableRequestException("SIM-L002", "JSONとして読み取れません");
    }
  }

  private static RequestXml document(JsonParser parser)
      throws IOException, UnreadableRequestException {
    expect(parser.nextToken() == JsonToken.START_OBJECT);
    RequestXml message = null;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      if (!RequestXml.class
          .getAnnotation(XmlRootElement.class)
          .name()
          .equals(parser.currentName())) {
        throw unknown();
      }
      expect(parser.nextToken() == JsonToken.START_OBJECT);
      message = object(parser, RequestXml.class);
    }
    expect(parser.nextToken() == null);
    if (message == null) {
      throw new UnreadableRequestException("SIM-L006", "必須の項目がありません");
    }
    return message;
  }

  private static <T> T object(JsonParser parser, Class<T> model)
      throws IOException, UnreadableRequestException {
    try {
      T object = model.getDeclaredConstructor().newInstance();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        Field field = field(model, parser.currentName());
        if (field == null) {
          throw unknown();
        }
        field.set(object, value(parser, field.getType()));
      }
      return object;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the model of OQS-IF-001 is wrong", e);
    }
  }

  private static Object value(JsonParser parser, Class<?> type)
      throws IOException, UnreadableRequestException {
    JsonToken token = parser.nextToken();
    if (type == String.class) {
      expect(token == JsonToken.VALUE_STRING);
      return parser.getText();
    }
    expect(token == JsonToken.START_OBJECT);
    return object(parser, type);
  }

  private static @Nullable Field field(Class<?> model, String name) {
    for (Field field : model.getDeclaredFields()) {
      XmlElement element = field.getAnnotation(XmlElement.class);
      if (element != null && element.name().equals(name)) {
        return field;
      }
    }
    return null;
  }

  private static void expect(boolean asPrescribed) throws UnreadableRequestException {
    if (!asPrescribed) {
      throw new UnreadableRequestException("SIM-L008", "文字列または項目の入れ子が誤っています");
    }
  }

  private static UnreadableRequestException unknown() {
    return new UnreadableRequestException("SIM-L004", "定義されていない項目があります");
  }
}
