package govsearch.ingest.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Headings shown as level, title, and whether they stand alone or run into their text. */
class HeadingFinderTest {

  private static final String TEXT = "全镇一年来开展宣讲十余场，群众反映良好，工作取得成效。";

  @Test
  void headingsOfAllLevelsStandAlone() {
    assertThat(headings("一、主要做法", "（一）普法", "1.进村", "（1）入户", TEXT))
        .containsExactly("1 一、主要做法", "2 （一）普法", "3 1.进村", "4 （1）入户", "-");
  }

  @Test
  void aHeadingThatRunsIntoItsTextEndsAtTheFullStopOrColon() {
    assertThat(headings("（一）加强学习。" + TEXT)).containsExactly("2 （一）加强学习…");
    assertThat(headings("1. 普法精准性不足：" + TEXT)).containsExactly("3 1. 普法精准性不足…");
    assertThat(headings("一、加强学习。" + TEXT + TEXT)).containsExactly("1 一、加强学习…");
  }

  @Test
  void aHeadingThatEndsWithAFullStopIsOneWithTextBelowIt() {
    assertThat(headings("（二）强化宣传，营造氛围。", TEXT)).containsExactly("2 （二）强化宣传，营造氛围", "-");
    assertThat(headings("3.培养人手。", "（1）" + TEXT)).startsWith("3 3.培养人手");
  }

  @Test
  void aHeadingWithNothingBelowItIsItsOwnText() {
    assertThat(headings("二、存在问题", "（一）网格员流动大；", "（二）普法形式单一。", "三、下一步打算"))
        .containsExactly("1 二、存在问题", "2 （一）网格员流动大…", "2 （二）普法形式单一…", "1 三、下一步打算");
  }

  @Test
  void anItemThatSaysSomethingWholeIsNoHeading() {
    assertThat(headings("1.对全镇文件逐件过筛，废止9件。", "2.目录张榜公布。", "3.当月公布；", TEXT))
        .containsExactly("-", "-", "-", "-");
    assertThat(headings("1.全年宣讲28场次。听众1100人次。")).containsExactly("-");
  }

  @Test
  void itemsWithTextBelowEachAreHeadings() {
    assertThat(headings("1.健全机制。", TEXT, "2.压实责任。", TEXT))
        .containsExactly("3 1.健全机制", "-", "3 2.压实责任", "-");
  }

  @Test
  void anArabicNumberAmongSectionsIsASection() {
    assertThat(headings("1、扛牢责任", TEXT, "二、建强队伍", TEXT, "三、规范执法", TEXT))
        .containsExactly("1 1、扛牢责任", "-", "1 二、建强队伍", "-", "1 三、规范执法", "-");
    assertThat(headings("一、扛牢责任", TEXT, "2、建强队伍", TEXT, "三、规范执法", TEXT)).contains("1 2、建强队伍");
    assertThat(headings("一、扛牢责任", TEXT, "二、建强队伍", TEXT, "3、规范执法", TEXT)).contains("1 3、规范执法");
  }

  @Test
  void anArabicNumberAmongItsOwnKindIsAnItem() {
    assertThat(headings("一、主要做法", "1、进村", TEXT, "2、入户", TEXT, "二、存在问题", TEXT))
        .containsExactly("1 一、主要做法", "3 1、进村", "-", "3 2、入户", "-", "1 二、存在问题", "-");
  }

  @Test
  void aShortLineThatAnnouncesASectionNeedsNoNumber() {
    assertThat(headings("工作开展情况", TEXT, "存在的主要问题", TEXT, "下一步工作打算", TEXT))
        .containsExactly("1 工作开展情况", "-", "1 存在的主要问题", "-", "1 下一步工作打算", "-");
    assertThat(headings(TEXT, "工作还有不足，要改进。", "下一步工作打算")).containsExactly("-", "-", "-");
  }

  @Test
  void datesAndFiguresAtALinesBeginningAreNoHeadings() {
    assertThat(headings("4.15国家安全教育日宣讲", "12.4宪法日宣讲", "2024年宣讲", TEXT))
        .containsExactly("-", "-", "-", "-");
  }

  @Test
  void aLongSectionTitleIsOneAndALongSentenceIsNone() {
    String title = "一、" + "深入学习贯彻新思想，全面落实重大决策部署，".repeat(3) + "推进工作取得新成效";
    assertThat(headings(title, TEXT)).containsExactly("1 " + title, "-");
    assertThat(headings("（一）" + "没有句号的长句，".repeat(12), TEXT)).containsExactly("-", "-");
  }

  private static List<String> headings(String... lines) {
    var found = HeadingFinder.find(List.of(lines), new BitSet());
    return IntStream.range(0, lines.length)
        .mapToObj(found::get)
        .map(f -> f == null ? "-" : shown(Objects.requireNonNull(f)))
        .toList();
  }

  private static String shown(HeadingFinder.Found found) {
    return found.heading().level() + " " + found.heading().title() + (found.alone() ? "" : "…");
  }
}
