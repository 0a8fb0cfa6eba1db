package govsearch.engine.lucene.similar;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.SimilarHit.Evidence;
import java.util.Set;
import org.apache.lucene.search.ScoreDoc;
import org.junit.jupiter.api.Test;

class ScoreFusionTest {

  private final ScoreFusion fusion = new ScoreFusion(SimilarWeights.CHOSEN);

  private static ScoreDoc[] ranking(double... scores) {
    ScoreDoc[] ranking = new ScoreDoc[scores.length];
    for (int i = 0; i < scores.length; i++) {
      ranking[i] = new ScoreDoc(i, (float) scores[i]);
    }
    return ranking;
  }

  @Test
  void whatIsFarBelowTheFirstCountsLittle() {
    fusion.add(Evidence.TOPICS, 10, ranking(8, 7.9, 0.1));
    fusion.add(Evidence.WORDS, 1, new ScoreDoc[] {new ScoreDoc(2, 5), new ScoreDoc(1, 4)});
    assertThat(fusion.fused()).extracting(ScoreFusion.Fused::doc).containsExactly(1, 0, 2);
  }

  @Test
  void onlyWhatIsNearTheFirstIsEvidence() {
    fusion.add(Evidence.TOPICS, 1, ranking(10, 1));
    assertThat(fusion.fused().getFirst().evidence()).isEqualTo(Set.of(Evidence.TOPICS));
    assertThat(fusion.fused().getLast().evidence()).isEmpty();
  }

  @Test
  void nothingIsWorthLessThanNothing() {
    assertThat(SimilarWeights.worth(2, -1, 4)).isZero();
    assertThat(SimilarWeights.worth(2, 0, 0)).isZero();
    assertThat(SimilarWeights.worth(2, 2, 4)).isEqualTo(1);
  }
}
