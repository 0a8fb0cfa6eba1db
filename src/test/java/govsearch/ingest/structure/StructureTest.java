package govsearch.ingest.structure;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.report.ParagraphKind;
import govsearch.text.Literal;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Blocks shown as section, and the first characters of their text. */
class StructureTest {

  private static final String TITLE = "乌有镇2024年法治政府建设情况报告";
  private static final String LEAD = "2024年，乌有镇坚持依法行政，办了几件实事。";
  private static final String DONE = "全年宣讲28场次，发放挂图3200份。";

  @Test
  void everyLineIsInTheSectionOfItsHeading() {
    assertThat(
            sections(
                TITLE,
                LEAD,
                "一、主要做法",
                DONE,
                "二、主要负责人履职情况",
                DONE,
                "三、存在的问题",
                "人手少。",
                "四、下一步打算",
                "将多学。"))
        .containsExactly(
            "引言 " + TITLE,
            "引言 " + LEAD,
            "成效 一、主要做法",
            "成效 " + DONE,
            "履职 二、主要负责人履职情况",
            "履职 " + DONE,
            "问题 三、存在的问题",
            "问题 人手少。",
            "计划 四、下一步打算",
            "计划 将多学。");
  }

  @Test
  void aHeadingOfTwoSectionsIsDividedWhereTheTextTurns() {
    String text = "人手少，能力不足。经费也不足。下一步工作打算：一是招人；二是培训。";
    assertThat(sections(TITLE, LEAD, "一、主要做法", DONE, "二、存在问题及下一步工作打算", text))
        .endsWith("问题 人手少，能力不足。经费也不足。", "计划 下一步工作打算：一是招人；二是培训。");
    assertThat(joined(TITLE, "一、存在问题及下一步工作打算", text)).endsWith(Literal.literal(text));
  }

  @Test
  void aHeadingOfThreeSectionsIsDividedTwiceInOneParagraph() {
    String text = "全年宣讲28场次。虽然有进步，但仍存在不足。今后，将多学。";
    assertThat(sections(TITLE, LEAD, "一、工作情况、存在问题及下一步打算", text))
        .endsWith("成效 全年宣讲28场次。", "问题 虽然有进步，但仍存在不足。", "计划 今后，将多学。");
  }

  @Test
  void aDividedSectionMayTurnWithAParagraphOfItsOwn() {
    assertThat(sections(TITLE, LEAD, "一、存在问题及改进措施", "人手少，能力不足，缺乏经费。", "我镇将招人，将培训，力争补齐。", "还将继续招人。"))
        .endsWith("问题 人手少，能力不足，缺乏经费。", "计划 我镇将招人，将培训，力争补齐。", "计划 还将继续招人。");
  }

  @Test
  void subheadingsDivideACombinedSection() {
    assertThat(
            sections(
                TITLE, LEAD, "一、存在问题及改进措施", "（一）存在问题", "人手少。", "（二）改进措施", "招人。", "二、其他工作", "无。"))
        .endsWith("问题 （一）存在问题", "问题 人手少。", "计划 （二）改进措施", "计划 招人。", "其他 二、其他工作", "其他 无。");
  }

  @Test
  void aThemesSectionIsWhatItsTextSpeaksOf() {
    assertThat(sections(TITLE, LEAD, "一、扛牢政治责任", DONE, "二、面临的形势", "形势在变。"))
        .endsWith("成效 一、扛牢政治责任", "成效 " + DONE, "其他 二、面临的形势", "其他 形势在变。");
  }

  @Test
  void theFirstSectionsTasksAreThoseThatWereDone() {
    assertThat(sections(TITLE, LEAD, "一、2024年重点工作", DONE, "二、2025年重点工作", "将多学。"))
        .endsWith("成效 一、2024年重点工作", "成效 " + DONE, "计划 二、2025年重点工作", "计划 将多学。");
  }

  @Test
  void aThemeOfALaterYearIsPlanned() {
    assertThat(sections(TITLE, LEAD, "一、依法办事", DONE, "二、2025年主要工作", "全年宣讲30场次，培训5次。"))
        .endsWith("计划 二、2025年主要工作", "计划 全年宣讲30场次，培训5次。");
  }

  @Test
  void whatIsAttachedOpensNoSection() {
    assertThat(sections(TITLE, LEAD, "一、主要做法", DONE, "附件", "一、宣讲清单", "全年28场次，3月2场，4月5场。"))
        .endsWith("其他 附件", "其他 一、宣讲清单", "其他 全年28场次，3月2场，4月5场。");
  }

  @Test
  void headingPathsFollowTheLevels() {
    var blocks =
        Structure.of(
                List.of(
                    TITLE, LEAD, "一、做法", "（一）普法。" + DONE, "1.进村。" + LEAD, "（1）入户" + DONE, "总之好。"))
            .blocks();
    assertThat(blocks.get(3).path()).containsExactly("一、做法", "（一）普法");
    assertThat(blocks.get(4).path()).containsExactly("一、做法", "（一）普法", "1.进村");
    assertThat(blocks.get(5).path()).containsExactly("一、做法", "（一）普法", "1.进村");
    // What follows items without a number belongs to what stands above the items.
    assertThat(blocks.get(6).path()).containsExactly("一、做法", "（一）普法");
  }

  @Test
  void closingFormulaSignatureAndAttachmentBelongToNoSection() {
    var blocks =
        Structure.of(
                List.of(
                    TITLE,
                    LEAD,
                    "一、下一步打算",
                    "（一）多学。将多学。",
                    "特此报告。",
                    "乌有镇人民政府",
                    "2025年1月8日",
                    "附件",
                    "宣讲清单"))
            .blocks();
    assertThat(blocks.stream().skip(4).map(b -> b.kind() + " " + b.section().label()))
        .containsExactly("BODY 其他", "SIGNATURE 其他", "SIGNATURE 其他", "BODY 其他", "BODY 其他");
    assertThat(blocks.get(4).path()).isEmpty();
    assertThat(blocks.getLast().path()).containsExactly("附件");
  }

  @Test
  void aDocumentThatBeginsAtALowerLevelIsDividedAtThatLevel() {
    assertThat(sections(TITLE, LEAD, "（一）主要做法", DONE, "（二）存在的问题", "人手少。", "（三）下一步打算", "将多学。"))
        .endsWith("成效 （一）主要做法", "成效 " + DONE, "问题 （二）存在的问题", "问题 人手少。", "计划 （三）下一步打算", "计划 将多学。");
    assertThat(sections(TITLE, LEAD, "1.主要做法", DONE, "2.存在的问题", "人手少。"))
        .endsWith("成效 1.主要做法", "成效 " + DONE, "问题 2.存在的问题", "问题 人手少。");
  }

  @Test
  void aDocumentWithoutHeadingsIsDividedByItsWords() {
    assertThat(sections(TITLE, LEAD, DONE, "人手少，能力不足，缺乏经费。", "我镇将招人，将培训，力争补齐。"))
        .endsWith("引言 " + LEAD, "成效 " + DONE, "问题 人手少，能力不足，缺乏经费。", "计划 我镇将招人，将培训，力争补齐。");
  }

  @Test
  void noTextIsLostOrMadeUp() {
    String[] lines = {
      TITLE, "县司法局：", LEAD, "一、做法、问题及打算", DONE + "虽然好，但还有不足。下一步，多学。", "（一）今后。今后，将多学。", "2025年1月8日"
    };
    assertThat(joined(lines)).isEqualTo(Literal.literal(String.join("", lines)));
  }

  @Test
  void kindsAreThoseThatPeopleSee() {
    assertThat(
            Structure.of(List.of(TITLE, "县司法局：", LEAD, "一、做法", DONE, "乌有镇人民政府")).blocks().stream()
                .map(Structure.Block::kind))
        .containsExactly(
            ParagraphKind.TITLE,
            ParagraphKind.SALUTATION,
            ParagraphKind.BODY,
            ParagraphKind.HEADING,
            ParagraphKind.BODY,
            ParagraphKind.SIGNATURE);
  }

  private static List<String> sections(String... lines) {
    return Structure.of(List.of(lines)).blocks().stream()
        .map(block -> block.section().label() + " " + block.text())
        .toList();
  }

  private static String joined(String... lines) {
    return Structure.of(List.of(lines)).blocks().stream()
        .map(block -> Literal.literal(block.text()))
        .collect(Collectors.joining());
  }
}
