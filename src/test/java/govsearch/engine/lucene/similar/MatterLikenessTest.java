package govsearch.engine.lucene.similar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MatterLikenessTest {

  @Test
  void aProblemAndItsPlanAreAboutBoth() {
    double[] both = MatterLikeness.together(new double[] {1, 0}, new double[] {0, 1});
    assertThat(both[0]).isGreaterThan(both[1]);
    assertThat(both[1]).isPositive();
    assertThat(MatterLikeness.dot(both, both)).isCloseTo(1, within(1e-9));
    assertThat(MatterLikeness.together(new double[] {0, 3}, null)).containsExactly(0, 1);
  }

  @Test
  void whatIsAboutNothingIsLikeNothing() {
    double[] nothing = MatterLikeness.together(new double[] {0, 0}, new double[] {0, 0});
    assertThat(MatterLikeness.dot(nothing, nothing)).isZero();
  }
}
