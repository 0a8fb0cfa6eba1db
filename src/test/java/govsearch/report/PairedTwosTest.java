package govsearch.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import govsearch.text.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairedTwosTest {

  private static final int EXPECTED = 2;

  /**
   * Beginnings, titles and words of all kinds, characters behind U+8000 and outside the BMP too.
   */
  private static final List<String> PARTS =
      List.of(
          "一是", "（二）", "3.", "12、", "其三是", "调解员", "力量", "薄弱", "。", "：", "，", "法治政府建设", "法治建设",
          "存在的问题", "以下几个方面", "表现在", "表现", "我镇", "我街道", "加强", "普法", "经费", "2024年", "ＡＢ", "𠮷野", "願",
          "龙", "网格员", "仍有");

  private final Random random = new Random(7);

  private String text(int most) {
    StringBuilder text = new StringBuilder();
    for (int i = 1 + random.nextInt(most); i > 0; i--) {
      text.append(PARTS.get(random.nextInt(PARTS.size())));
    }
    return text.toString();
  }

  private List<Statement> statements(Section section, int most) {
    return IntStream.range(0, 1 + random.nextInt(most)).mapToObj(i -> statement(section)).toList();
  }

  private Statement statement(Section section) {
    List<String> path = new ArrayList<>(List.of("四、标题"));
    for (int i = random.nextInt(3); i > 0; i--) {
      path.add(text(3));
    }
    String text = text(12);
    List<Range> all = List.of(new Range(0, text.length()));
    return new Statement(
        new Paragraph("p", 1, ParagraphKind.BODY, text, null, path, section, all), 1, all.get(0));
  }

  private static List<StatementTwos> sets(List<Statement> statements) {
    return statements.stream().map(one -> StatementTwos.of(one.paragraph(), one.at())).toList();
  }

  @Test
  void scoresEachPairAsSetsOfTwosDo() {
    int shared = 0;
    for (int round = 0; round < 200; round++) {
      List<Statement> problems = statements(Section.PROBLEMS, 6);
      List<Statement> plans = statements(Section.PLANS, 6);
      List<StatementTwos> left = sets(problems);
      List<StatementTwos> right = sets(plans);
      List<StatementTwos> both = new ArrayList<>(left);
      both.addAll(right);
      TwoWeights weights = new TwoWeights(both, EXPECTED);

      PairedTwos paired = new PairedTwos(problems, plans, EXPECTED);
      for (int i = 0; i < left.size(); i++) {
        for (int j = 0; j < right.size(); j++) {
          StatementTwos asked = left.get(i);
          double score = weights.score(asked.twos(), asked.titles(), right.get(j));
          assertThat(paired.score(i, j)).isCloseTo(score, within(1e-9));
          assertThat(paired.haveSameNumber(i, j))
              .isEqualTo(right.get(j).number() > 0 && right.get(j).number() == asked.number());
          shared += score > 0 ? 1 : 0;
        }
      }
    }
    assertThat(shared).isGreaterThan(500);
  }
}
