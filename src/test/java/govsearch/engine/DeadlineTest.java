package govsearch.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadlineTest {

  private static final Duration LONG = Duration.ofHours(1);

  @Test
  void nobodyHasLimitedWhatIsBoundToNone() {
    assertThat(Deadline.current().isOver()).isFalse();
    Deadline.current().check();
  }

  @Test
  void aPartEndsWithTheWholeAndByItself() {
    assertThat(Deadline.in(Duration.ZERO).within(LONG).isOver()).isTrue();
    assertThat(Deadline.in(LONG).within(Duration.ZERO).isOver()).isTrue();
    assertThat(Deadline.in(LONG).within(LONG).isOver()).isFalse();
    assertThatThrownBy(Deadline.in(Duration.ZERO)::check)
        .isInstanceOf(SearchTimedOutException.class);
  }

  @Test
  void aPartEndsWhenTheWholeIsCancelled() {
    Deadline whole = Deadline.in(LONG);
    Deadline part = whole.within(LONG);
    whole.cancel();
    assertThat(part.isCancelled()).isTrue();
    assertThat(part.isOver()).isTrue();
  }

  @Test
  void theWholeTellsWhatAPartHasGoneOnWithout() {
    Deadline whole = Deadline.in(LONG);
    Deadline other = Deadline.in(LONG);
    whole.within(LONG).within(LONG).waive();
    assertThat(whole.hasWaived()).isTrue();
    assertThat(other.hasWaived()).isFalse();
    Deadline.current().waive(); // of nobody
    assertThat(Deadline.current().hasWaived()).isFalse();
  }

  @Test
  void isThatOfItsThreadWhileTheWorkIsDone() throws Exception {
    Deadline outer = Deadline.in(LONG);
    Deadline inner = Deadline.in(Duration.ZERO);
    boolean restored =
        outer.call(
            () -> {
              assertThat(inner.<Deadline>call(Deadline::current)).isSameAs(inner);
              return Deadline.current() == outer;
            });
    assertThat(restored).isTrue();
    assertThat(Deadline.current().isOver()).isFalse();
  }
}
