package io.github.shikaku.exchange.web;

import io.github.shikaku.error.CoreError;
import io.github.shikaku.error.ExchangeUnavailableException;
import io.github.shikaku.error.NoAnswerException;
import io.github.shikaku.error.Sent;
import io.github.shikaku.error.ShikakuException;
import io.github.shikaku.error.UnusableAnswerException;
import io.github.shikaku.error.WebRejectionException;
import io.github.shikaku.exchange.AnswerKind;
import io.github.shikaku.exchange.RawAnswer;
import io.github.shikaku.model.Ticket;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an HTTP answer, or its absence, means for the question. */
final class Outcome {
  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*\"?([^\\s;\"]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern MARKUP = Pattern.compile("text/html|application/xhtml|[^;]*/xml");

  private Outcome() {}

  /**
   * The answer, in UTF-8.
   *
   * @throws ShikakuException when it is none
   */
  static RawAnswer of(Inquiry inquiry, WebResponse response) {
    Ticket ticket = inquiry.ticket();
    int status = response.status();
    if (status >= 200 && status < 300) {
      return new RawAnswer(ticket, ticket.name(), AnswerKind.JSON, utf8(ticket, response));
    }
    String message = "request " + ticket.name() + " was answered with HTTP status " + status;
    // A redirection after a post often means: done, look there.
    if ((status >= 500 || status < 400) && !inquiry.isRepeatable()) {
      throw noAnswer(inquiry, Sent.UNKNOWN, message);
    }
    CoreError error = unavailable(status);
    if (error != null) {
      throw new ExchangeUnavailableException(error, message, null);
    }
    throw new WebRejectionException(
        ticket, status, new String(response.body(), StandardCharsets.UTF_8));
  }

  /**
   * The line of the catalogue for a status that says nothing about the question; null for others.
   */
  private static @Nullable CoreError unavailable(int status) {
    if (status >= 500 || status == 429) {
      return CoreError.WEB_SERVER_TROUBLE;
    }
    if (status < 400 || status == 404) {
      return CoreError.WEB_NOT_FOUND;
    }
    return switch (status) {
      case 401 -> CoreError.WEB_UNAUTHORISED;
      case 403 -> CoreError.WEB_FORBIDDEN;
      case 407 -> CoreError.WEB_PROXY_REFUSED;
      default -> null;
    };
  }

  /** What became of a question without an HTTP answer. */
  static ShikakuException of(Inquiry inquiry, Throwable failure) {
    if (failure instanceof ShikakuException known) {
      return known;
    }
    Trouble trouble = Trouble.of(failure);
    String message = inquiry.ticket().name() + ": " + trouble.getMessage();
    if (trouble.error() == CoreError.UNUSABLE_ANSWER) {
      return new UnusableAnswerException("answer " + message);
    }
    Sent sent = inquiry.sent();
    if (sent == Sent.NO || inquiry.isRepeatable()) {
      return new ExchangeUnavailableException(trouble.error(), message, trouble.getCause());
    }
    return noAnswer(inquiry, Sent.UNKNOWN, message);
  }

  static NoAnswerException noAnswer(Inquiry inquiry, Sent sent, String message) {
    CoreError error = CoreError.WEB_NO_ANSWER_LOOK_FIRST;
    if (sent == Sent.NO) {
      error = CoreError.WEB_NO_ANSWER_NOT_SENT;
    } else if (inquiry.isRepeatable()) {
      error = CoreError.WEB_NO_ANSWER_ASK_AGAIN;
    }
    return new NoAnswerException(error, sent, inquiry.ticket(), message);
  }

  private static byte[] utf8(Ticket ticket, WebResponse response) {
    String type =
        response.contentType() == null ? "" : response.contentType().toLowerCase(Locale.ROOT);
    if (!type.startsWith("application/json") && MARKUP.matcher(type).lookingAt()) {
      throw unusable(ticket, "it is " + type.split(";", 2)[0] + ", not JSON");
    }
    if (response.body().length == 0) {
      throw unusable(ticket, "it is empty");
    }
    if (!type.contains("charset") || type.endsWith("charset=utf-8")) {
      return response.body();
    }
    Matcher declared = CHARSET.matcher(type);
    if (!declared.find()) {
      return response.body();
    }
    Charset charset = charset(ticket, declared.group(1));
    return charset.equals(StandardCharsets.UTF_8)
        ? response.body()
        : recoded(ticket, response.body(), charset);
  }

  private static Charset charset(Ticket ticket, String name) {
    try {
      Charset declared = Charset.forName(name);
      // Java's own Shift_JIS, under any of its names, lacks what receipt computers write.
      return declared.name().equals("Shift_JIS") ? Charset.forName("windows-31j") : declared;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw unusable(ticket, "it declares an unknown charset");
    }
  }

  /** Strictly, and not when the bytes are UTF-8 after all: names would be garbled silently. */
  private static byte[] recoded(Ticket ticket, byte[] body, Charset charset) {
    CharBuffer text = decoded(body, charset);
    if (text == null || (!isAscii(body) && decoded(body, StandardCharsets.UTF_8) != null)) {
      throw unusable(ticket, "it is not in the charset that it declares");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static @Nullable CharBuffer decoded(byte[] body, Charset charset) {
    try {
      return charset.newDecoder().decode(ByteBuffer.wrap(body));
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static boolean isAscii(byte[] body) {
    for (byte b : body) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }

  static UnusableAnswerException unusable(Ticket ticket, String why) {
    return new UnusableAnswerException("answer to " + ticket.name() + ": " + why);
  }
}
