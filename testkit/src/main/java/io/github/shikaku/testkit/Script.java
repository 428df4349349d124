package io.github.shikaku.testkit;

import io.github.shikaku.testkit.message.AnswerContent;
import io.github.shikaku.testkit.message.AnswerTree;
import io.github.shikaku.testkit.message.Damage;
import io.github.shikaku.testkit.message.TextEncoding;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a simulator does differently from a plain answer. It says nothing of folders, files or HTTP,
 * so that every road can follow it.
 *
 * @param delivery whether and how the answer comes
 * @param content changes what is said
 * @param elements changes the elements in which it is said
 * @param damage what is wrong with the text
 * @param encoding the encoding whatever the policy, null for the policy
 */
record Script(
    Delivery delivery,
    UnaryOperator<AnswerContent> content,
    Consumer<AnswerTree> elements,
    Damage damage,
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
    return new Script(Delivery.ONCE, UnaryOperator.identity(), tree -> {}, Damage.NONE, null);
  }

  static Script delivered(Delivery delivery) {
    return new Script(delivery, UnaryOperator.identity(), tree -> {}, Damage.NONE, null);
  }

  static Script saying(UnaryOperator<AnswerContent> content) {
    return new Script(Delivery.ONCE, content, tree -> {}, Damage.NONE, null);
  }

  static Script edited(Consumer<AnswerTree> elements) {
    return new Script(Delivery.ONCE, UnaryOperator.identity(), elements, Damage.NONE, null);
  }

  static Script damaged(Damage damage) {
    return new Script(Delivery.ONCE, UnaryOperator.identity(), tree -> {}, damage, null);
  }

  static Script encoded(TextEncoding encoding) {
    return new Script(Delivery.ONCE, UnaryOperator.identity(), tree -> {}, Damage.NONE, encoding);
  }
}
