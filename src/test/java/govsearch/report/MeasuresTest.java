package govsearch.report;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.text.Range;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasuresTest {

  private final List<Paragraph> paragraphs = new ArrayList<>();

  private Statement add(Section section, String text, String... headings) {
    Paragraph paragraph =
        new Paragraph(
            "p" + paragraphs.size(),
            paragraphs.size() + 1,
            ParagraphKind.BODY,
            text,
            null,
            List.of(headings),
            section,
            List.of(new Range(0, text.length())));
    paragraphs.add(paragraph);
    return Statement.of(paragraph).getFirst();
  }

  private Measures measures() {
    Metadata nothing = new Metadata(null, null, null, null, null, null, null);
    Source source = new Source("a.txt", null, "00", 1);
    return new Measures(
        new Report(new ReportHead("r", nothing, paragraphs.size(), source), paragraphs));
  }

  @Test
  void aMeasureThatNamesTheProblemAnswersIt() {
    Statement mediators = add(Section.PROBLEMS, "调解员年纪偏大");
    Statement money = add(Section.PROBLEMS, "普法经费没有着落");
    add(Section.PLANS, "继续努力，再创佳绩");
    Statement young = add(Section.PLANS, "招收年轻人当调解员");
    Statement budget = add(Section.PLANS, "把普法经费列入预算");

    Measures measures = measures();
    assertThat(measures.of(mediators)).contains(young);
    assertThat(measures.of(money)).contains(budget);
  }

  @Test
  void whatIsToldInAnybodysWordsMeetsThePlanThatNamesTheMatter() {
    Statement wages = add(Section.PROBLEMS, "腊月里几十人堵着大门要血汗钱，包工头的电话打不通");
    Statement dogs = add(Section.PROBLEMS, "谁家的大狗也不拴，娃娃上学绕着走");
    Statement money = add(Section.PROBLEMS, "文印店来要了四回账");
    add(Section.PLANS, "进一步提高政治站位");
    Statement budget = add(Section.PLANS, "把经费单列进财政预算");
    Statement leads = add(Section.PLANS, "养犬登记和牵绳由村里巡查");
    Statement deposit = add(Section.PLANS, "工程款先拨农民工工资专户，防止欠薪");

    Measures measures = measures();
    assertThat(measures.of(wages)).contains(deposit);
    assertThat(measures.of(dogs)).contains(leads);
    assertThat(measures.of(money)).contains(budget);
  }

  @Test
  void aPlanForAnotherMatterAnswersNothing() {
    Statement wages = add(Section.PROBLEMS, "包工头跑了，民工过年没拿到工资");
    add(Section.PLANS, "在墓地周边设卡，禁止烧纸钱");
    add(Section.PLANS, "给每个村口装上限速带");

    assertThat(measures().of(wages)).isEmpty();
  }

  @Test
  void betweenMeasuresThatNameTheirProblemsOrderDecides() {
    Statement first = add(Section.PROBLEMS, "网格员队伍不稳");
    Statement second = add(Section.PROBLEMS, "电话总是占线");
    Statement third = add(Section.PROBLEMS, "宣传栏无人更新");
    Statement one = add(Section.PLANS, "提高网格员补贴");
    Statement two = add(Section.PLANS, "约定两小时内回复");
    Statement three = add(Section.PLANS, "每月更换宣传栏");

    Measures measures = measures();
    assertThat(measures.of(first)).contains(one);
    assertThat(measures.of(second)).contains(two);
    assertThat(measures.of(third)).contains(three);
  }

  @Test
  void aMeasureOfTheSameMatterAnswersAProblemThatIsToldInOtherWords() {
    Statement wages = add(Section.PROBLEMS, "包工头电话停了机，只留下一张白条");
    Statement network = add(Section.PROBLEMS, "网格员流动频繁");
    Statement nothing = add(Section.PROBLEMS, "档案柜的锁坏了");
    Statement stable = add(Section.PLANS, "稳定网格员队伍");
    Statement accounts = add(Section.PLANS, "推行农民工实名制、按月发放工资");

    Measures measures = measures();
    assertThat(measures.of(wages)).contains(accounts);
    assertThat(measures.of(network)).contains(stable);
    assertThat(measures.of(nothing)).isEmpty();
  }

  @Test
  void theHeadingAboveAMeasureCounts() {
    Statement problem = add(Section.PROBLEMS, "法律顾问作用不大");
    Statement measure = add(Section.PLANS, "两小时内回电", "四、下一步打算", "（一）用好法律顾问");
    add(Section.PLANS, "其他工作照常", "四、下一步打算", "（二）常抓不懈");

    assertThat(measures().of(problem)).contains(measure);
  }

  @Test
  void withoutPlansNothingAnswers() {
    Statement problem = add(Section.PROBLEMS, "法律顾问作用不大");

    assertThat(measures().of(problem)).isEmpty();
  }

  @Test
  void anOpeningIsNeitherProblemNorMeasure() {
    Statement opening = add(Section.PROBLEMS, "主要存在以下问题：");
    Statement problem = add(Section.PROBLEMS, "人手紧");
    add(Section.PLANS, "重点做好以下工作：");
    Statement measure = add(Section.PLANS, "增加编制");

    Measures measures = measures();
    assertThat(measures.of(opening)).isEmpty();
    assertThat(measures.of(problem)).contains(measure);
  }
}
