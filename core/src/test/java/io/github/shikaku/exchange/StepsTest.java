package io.github.shikaku.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class StepsTest {
  @Test
  void then_afterWhatIsDone_goesOnAtOnceWithoutAnotherFuture() {
    CompletableFuture<String> last = new CompletableFuture<>();

    assertThat(Steps.then(CompletableFuture.completedFuture(1), one -> last)).isSameAs(last);
  }

  @Test
  void then_afterWhatIsUnderWay_waitsForIt() {
    CompletableFuture<Integer> first = new CompletableFuture<>();
    List<Integer> seen = new ArrayList<>();

    CompletableFuture<String> second =
        Steps.then(
            first,
            number -> {
              seen.add(number);
              return CompletableFuture.completedFuture("two");
            });

    assertThat(second).isNotDone();
    assertThat(seen).isEmpty();
    first.complete(1);
    assertThat(second).isCompletedWithValue("two");
    assertThat(seen).containsExactly(1);
  }

  @Test
  void then_afterAFailure_failsWithoutTheNextStep() {
    IllegalStateException failure = new IllegalStateException("first");

    CompletableFuture<String> second =
        Steps.then(
            CompletableFuture.failedFuture(failure),
            nothing -> {
              throw new AssertionError("the next step was taken");
            });

    assertThatThrownBy(second::join).isInstanceOf(CompletionException.class).hasCause(failure);
  }

  @Test
  void then_aStepThatThrows_failsThroughTheFuture() {
    IllegalStateException failure = new IllegalStateException("second");

    CompletableFuture<String> second =
        Steps.then(
            CompletableFuture.completedFuture(1),
            one -> {
              throw failure;
            });

    assertThatThrownBy(second::join).isInstanceOf(CompletionException.class).hasCause(failure);
  }
}
