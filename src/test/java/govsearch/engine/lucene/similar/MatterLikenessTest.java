package govsearch.engine.lucene.similar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MatterLikenessTest {

  private static double like(String one, String plan, String other) {
    return MatterLikeness.dot(
        MatterLikeness.of(new SimilarChannels.Found(one, plan)),
        MatterLikeness.of(new SimilarChannels.Found(other, "")));
  }

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

  @Test
  void aPlanTellsWhatAProblemOfOtherWordsIsAbout() {
    String other = "老板电话打不通，过年前还没拿到工资";
    String strange = "他们坐在台阶上不走";
    double alone = like(strange, "", other);
    double planned = like(strange, "工程款先进农民工工资专户，杜绝欠薪", other);
    assertThat(planned).isGreaterThan(alone);
  }
}
