package govsearch.engine.lucene.similar;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.lucene.similar.TellingTerms.Weighed;
import java.util.List;
import org.junit.jupiter.api.Test;

class TellingTermsTest {

  @Test
  void aTermCountsEverLessForEveryTimeMore() {
    assertThat(TellingTerms.counted(List.of("井盖", "井盖", "路灯")))
        .containsEntry("路灯", 1.0)
        .containsEntry("井盖", 1 + Math.log(2));
  }

  @Test
  void thoseThatTellMostComeFirstAndThoseOfNobodyNot() {
    List<Weighed> terms =
        List.of(new Weighed("乙", 1, 5), new Weighed("甲", 1, 5), new Weighed("无", 9, 0));
    assertThat(TellingTerms.best(terms, 5)).containsExactly("乙", "甲");
    assertThat(TellingTerms.best(terms, 1)).containsExactly("乙");
  }

  @Test
  void ofALargeCollectionTheRareOnesAloneAreLookedFor() {
    List<Weighed> terms =
        List.of(
            new Weighed("常见", 3, 900_000),
            new Weighed("也常见", 2, 150_000),
            new Weighed("罕见", 1, 10));
    assertThat(TellingTerms.best(terms, 5)).as("the best in any case").containsExactly("常见");
    assertThat(TellingTerms.best(terms.subList(1, 3), 5)).containsExactly("也常见", "罕见");
  }
}
