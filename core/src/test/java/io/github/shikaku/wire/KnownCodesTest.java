package io.github.shikaku.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.shikaku.model.AuthenticationMethod;
import io.github.shikaku.model.CardClassification;
import io.github.shikaku.model.Code;
import io.github.shikaku.model.CodeValue;
import io.github.shikaku.model.LimitCategory;
import io.github.shikaku.model.Sex;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownCodesTest {
  @ParameterizedTest
  @ValueSource(
      classes = {
        Sex.class,
        CardClassification.class,
        LimitCategory.class,
        AuthenticationMethod.class
      })
  <E extends Enum<E> & CodeValue> void apply_anyText_isWhatWasReceived(Class<E> table) {
    KnownCodes<E> known = new KnownCodes<>(table);

    assertThat(texts())
        .allSatisfy(text -> assertThat(known.apply(text)).isEqualTo(Code.received(table, text)));
    assertThat(known.notReported()).isEqualTo(Code.notReported(table));
  }

  /** All that are one or two characters around the digits, and some longer ones. */
  private static Stream<String> texts() {
    Stream<String> single = IntStream.rangeClosed(' ', 'Z').mapToObj(Character::toString);
    Stream<String> pairs =
        IntStream.rangeClosed('/', 'B')
            .mapToObj(Character::toString)
            .flatMap(
                first -> IntStream.rangeClosed('/', ':').mapToObj(second -> first + (char) second));
    Stream<String> others = Stream.of("001", "A01", "B10", "010", "１", "０１", "-1", " 1", "1 ", "");
    return Stream.of(single, pairs, others).flatMap(texts -> texts);
  }
}
