package govsearch.engine.lucene.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MattersTest {

  private static final String WAGES = "农民工欠薪与劳动";

  @Test
  void thePlanNamesWhatTheProblemOnlyTells() {
    String told = "腊月里几十人堵在门口";
    Map<String, Double> alone = Matters.asked(List.of(), told, null);
    Map<String, Double> planned = Matters.asked(List.of(), told, "工资由总包按月发放，防止欠薪");
    assertThat(planned.get(WAGES)).isGreaterThan(alone.getOrDefault(WAGES, 0.0) + 1);
  }

  @Test
  void headingsCountToo() {
    assertThat(Matters.asked(List.of("欠薪治理"), "仍有不足", null)).containsKey(WAGES);
    assertThat(Matters.asked(List.of(), "仍有不足", null)).doesNotContainKey(WAGES);
  }

  @Test
  void aTextOfAnotherWorldIsAboutLittle() {
    assertThat(Matters.asked(List.of(), "bcd", null)).isEmpty();
  }
}
