package io.github.shikaku.testkit;

import io.github.shikaku.testkit.message.AnswerContent;
import io.github.shikaku.testkit.message.TextEncoding;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the simulator does differently from a plain answer.
 *
 * @param delivery whether and how the answer comes
 * @param content changes what is said
 * @param text changes the XML
 * @param bytes changes the file
 * @param encoding the encoding whatever the policy, null for the policy
 */
record Script(
    Delivery delivery,
    UnaryOperator<AnswerContent> content,
    UnaryOperator<String> text,
    UnaryOperator<byte[]> bytes,
    @Nullable TextEncoding encoding) {

  enum Delivery {
    ONCE,
    TWICE,
    IN_PIECES,
    EMPTY_FIRST,
    LATE,
    SILENT,
    NOT_TAKEN,
    REJECTED
  }

  static Script plain() {
    return delivered(Delivery.ONCE);
  }

  static Script delivered(Delivery delivery) {
    return new Script(
        delivery,
        UnaryOperator.identity(),
        UnaryOperator.identity(),
        UnaryOperator.identity(),
        null);
  }

  static Script saying(UnaryOperator<AnswerContent> content) {
    return new Script(
        Delivery.ONCE, content, UnaryOperator.identity(), UnaryOperator.identity(), null);
  }

  static Script edited(UnaryOperator<String> text) {
    return new Script(
        Delivery.ONCE, UnaryOperator.identity(), text, UnaryOperator.identity(), null);
  }

  static Script damaged(UnaryOperator<byte[]> bytes) {
    return new Script(
        Delivery.ONCE, UnaryOperator.identity(), UnaryOperator.identity(), bytes, null);
  }

  static Script encoded(TextEncoding encoding) {
    return new Script(
        Delivery.ONCE,
        UnaryOperator.identity(),
        UnaryOperator.identity(),
        UnaryOperator.identity(),
        encoding);
  }
}
