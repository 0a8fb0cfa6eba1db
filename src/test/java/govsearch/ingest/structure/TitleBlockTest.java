package govsearch.ingest.structure;

import static govsearch.report.ParagraphKind.BYLINE;
import static govsearch.report.ParagraphKind.SALUTATION;
import static govsearch.report.ParagraphKind.TITLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TitleBlockTest {

  private static final String LEAD = "2024年，乌有镇坚持依法行政，办了几件实事。现将有关情况报告如下：";

  @Test
  void aTitleMayTakeSeveralLines() {
    assertThat(block("乌有镇人民政府", "关于2024年度法治政府建设情况", "的报告", LEAD))
        .isEqualTo(new TitleBlock(List.of(TITLE, TITLE, TITLE), "乌有镇人民政府关于2024年度法治政府建设情况的报告"));
  }

  @Test
  void whatStandsBetweenTitleAndTextIsBylines() {
    assertThat(block("乌有镇2024年法治政府建设情况报告", "（2025年1月8日）", "乌有镇人民政府", LEAD).kinds())
        .containsExactly(TITLE, BYLINE, BYLINE);
    assertThat(block("2026年乌有省政府工作报告", "——2026年1月27日在第四次会议上", "省长 某某", "各位代表：", LEAD).kinds())
        .containsExactly(TITLE, BYLINE, BYLINE, SALUTATION);
  }

  @Test
  void aLetterheadIsNoPartOfTheTitle() {
    TitleBlock block =
        block("乌有镇人民政府文件", "乌政发〔2024〕3号", "签发人：某某", "乌有镇2024年法治政府建设情况报告", "县人民政府：", LEAD);
    assertThat(block.kinds()).containsExactly(BYLINE, BYLINE, BYLINE, TITLE, SALUTATION);
    assertThat(block.title()).isEqualTo("乌有镇2024年法治政府建设情况报告");
  }

  @Test
  void aTitlePrintedTwiceIsNamedOnce() {
    assertThat(block("乌有镇2024年法治政府建设情况报告", "乌有镇2024年法治政府建设情况报告", LEAD).title())
        .isEqualTo("乌有镇2024年法治政府建设情况报告");
    assertThat(block("法治政府建设情况报告", "乌有镇2024年法治政府建设情况报告", LEAD).title())
        .isEqualTo("乌有镇2024年法治政府建设情况报告");
  }

  @Test
  void aReportMayHaveNoTitle() {
    assertThat(block("县委依法治县办:", LEAD)).isEqualTo(new TitleBlock(List.of(SALUTATION), null));
    assertThat(block(LEAD)).isEqualTo(new TitleBlock(List.of(), null));
    assertThat(block("一、主要做法", LEAD)).isEqualTo(new TitleBlock(List.of(), null));
  }

  @Test
  void aTitleNeedNotSayThatItIsAReport() {
    assertThat(block("乌有镇2024年法治政府建设", LEAD).title()).isEqualTo("乌有镇2024年法治政府建设");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "县委依法治县办:",
        "县委全面依法治县委员会办公室：",
        "市司法局、县司法局：",
        "各位代表：",
        "乌有县人民政府：",
        "尊敬的各位领导：",
      })
  void whomAReportAddressesIsASalutation(String line) {
    assertThat(TitleBlock.isSalutation(line)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "现将有关情况报告如下：",
        "2024年，我镇认真落实要求，现将情况报告如下：",
        "主要做法：",
        "存在问题：",
        "一、扛牢政治责任，夯实法治基础",
        "1、扛牢政治责任，夯实法治基础",
        "2024年，乌有镇以法治思想为指导，",
      })
  void aShortLineOfTheTextIsNotAboveIt(String line) {
    assertThat(block("乌有镇2024年法治政府建设情况报告", line, LEAD).kinds()).containsExactly(TITLE);
  }

  @Test
  void anUnnumberedHeadingBelowTheTitleIsOfTheText() {
    assertThat(block("乌有镇2024年法治政府建设情况报告", "主要做法和成效", LEAD).kinds()).containsExactly(TITLE);
  }

  private static TitleBlock block(String... lines) {
    return TitleBlock.of(List.of(lines));
  }
}
