package govsearch.engine.lucene.document;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.report.Paragraph;
import govsearch.report.ParagraphKind;
import govsearch.report.Section;
import govsearch.report.Statement;
import govsearch.report.StatementTopics;
import govsearch.text.Range;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  @Test
  void whatTellsLittleIsAskedButNotIndexed() {
    String told = "几十人在门口等钱，名单贴在墙上没人看";
    Paragraph paragraph =
        new Paragraph(
            "p",
            1,
            ParagraphKind.BODY,
            told,
            null,
            List.of("二、存在的问题"),
            Section.PROBLEMS,
            List.of(new Range(0, told.length())));
    Set<String> asked = Matters.asked(List.of(), told, null).keySet();
    Set<String> indexed =
        Matters.frequencies(Statement.of(paragraph).getFirst(), null, new StatementTopics())
            .keySet();
    assertThat(asked).containsAll(indexed).hasSizeGreaterThan(indexed.size());
    assertThat(indexed).isNotEmpty();
  }
}
