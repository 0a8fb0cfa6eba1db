package govsearch.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairedTestTest {

  @Test
  void equalRankingsMayAlwaysBeChance() {
    List<Double> scores = List.of(0.2, 0.9, 0.5);
    assertThat(PairedTest.chance(scores, scores)).isEqualTo(1);
  }

  @Test
  void givesTheShareOfSignsThatAreAsFarApart() {
    // Of the 16 ways to put signs before four equal differences, 2 have a sum as large.
    List<Double> ones = Collections.nCopies(4, 1.0);
    List<Double> zeros = Collections.nCopies(4, 0.0);
    assertThat(PairedTest.chance(ones, zeros)).isCloseTo(2 / 16.0, within(0.01));
    assertThat(PairedTest.chance(zeros, ones)).isCloseTo(2 / 16.0, within(0.01));
  }

  @Test
  void manyQuestionsWonLeaveLittleToChance() {
    assertThat(PairedTest.chance(Collections.nCopies(40, 0.6), Collections.nCopies(40, 0.5)))
        .isLessThan(0.001);
  }
}
