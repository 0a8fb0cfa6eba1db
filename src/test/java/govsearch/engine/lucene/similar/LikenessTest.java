package govsearch.engine.lucene.similar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LikenessTest {

  private static final double LITTLE = 0.12;
  private static final double NOTHING = 0.05;

  @Test
  void ofATextThatTheCollectionDoesNotKnowNothingIsClaimedThatIsNotClear() {
    for (boolean withModel : new boolean[] {false, true}) {
      assertThat(Likeness.isOfAnotherWorld(withModel, LITTLE, 0.1, 0.25)).isTrue();
      assertThat(Likeness.isOfAnotherWorld(withModel, LITTLE, 0.3, 0.25)).isFalse();
      assertThat(Likeness.isOfAnotherWorld(withModel, Likeness.CLEAR, 0.1, 0.25)).isFalse();
    }
  }

  @Test
  void whatNotEvenAModelFindsAlikeIsOfAnotherWorld() {
    assertThat(Likeness.isOfAnotherWorld(true, NOTHING, 0.3, 0.25)).isTrue();
    assertThat(Likeness.isOfAnotherWorld(false, NOTHING, 0.3, 0.25)).isFalse();
  }
}
