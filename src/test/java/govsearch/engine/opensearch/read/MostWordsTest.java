package govsearch.engine.opensearch.read;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.opensearch.layout.Columns;
import govsearch.engine.opensearch.read.TermStats.Term;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MostWordsTest {
  private static Map<Term, Double> weights(double... each) {
    Map<Term, Double> weights = new LinkedHashMap<>();
    for (int i = 0; i < each.length; i++) {
      weights.put(new Term(Columns.WORDS, "词" + i), each[i]);
    }
    return weights;
  }

  private static Object term(int number) {
    return Clauses.term(Columns.WORDS, "词" + number);
  }

  @Test
  void aTermIsNeededAsLongAsAllOthersWouldDo() {
    // without the two heaviest 1 + 2 are left, which is less than 4
    assertThat(MostWords.heaviest(weights(1, 6, 2, 5), 4)).isEqualTo(List.of(term(1), term(3)));
    // 1 + 2 + 5 would be enough for 8, so that it takes one more
    assertThat(MostWords.heaviest(weights(1, 6, 2, 5), 8)).isEqualTo(List.of(term(1), term(3)));
    assertThat(MostWords.heaviest(weights(1, 6, 2, 5), 10)).isEqualTo(List.of(term(1)));
    assertThat(MostWords.heaviest(weights(1, 6, 2, 5), 0.5)).hasSize(4);
  }
}
