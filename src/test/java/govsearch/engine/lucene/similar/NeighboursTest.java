package govsearch.engine.lucene.similar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class NeighboursTest {

  private static final double[] WAGES = {1, 0};
  private static final double[] DOGS = {0, 1};

  @Test
  void whatIsLikeGoodOnesGetsMoreThanWhatIsLikePoorOnes() {
    double[][] about = {WAGES, WAGES, DOGS, WAGES, DOGS};
    double[] got = Neighbours.of(new double[] {10, 8, 1, 2, 1}, List.<double[][]>of(about));
    assertThat(got[3]).isGreaterThan(got[2]).isGreaterThan(got[4]);
    assertThat(got[2]).isEqualTo(got[4]);
  }

  @Test
  void nobodyGetsAnythingFromItselfOrFromWhatItIsNotLike() {
    double[][] about = {WAGES, DOGS};
    assertThat(Neighbours.of(new double[] {10, 1}, List.<double[][]>of(about))).containsOnly(0);
    assertThat(Neighbours.of(new double[] {10}, List.<double[][]>of(new double[][] {WAGES})))
        .containsOnly(0);
    assertThat(Neighbours.of(new double[0], List.of())).isEmpty();
  }

  @Test
  void twoThatAreLikeNobodyElseSwapWhatTheyHave() {
    double[][] about = {WAGES, WAGES};
    double[] got = Neighbours.of(new double[] {10, 4}, List.<double[][]>of(about));
    assertThat(got[0]).isCloseTo(4, within(1e-9));
    assertThat(got[1]).isCloseTo(10, within(1e-9));
  }

  @Test
  void kindsOfEvidenceAddUp() {
    double[][] told = {WAGES, WAGES, DOGS};
    double[][] meant = {WAGES, DOGS, WAGES};
    double[] got = Neighbours.of(new double[] {10, 1, 1}, List.of(told, meant));
    assertThat(got[1]).isCloseTo(got[2], within(1e-9)).isPositive();
  }
}
