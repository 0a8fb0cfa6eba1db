package govsearch.ingest.structure;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.report.Section;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headings as they stand in reports of this kind, and the sections that people see in them. */
class SectionCuesTest {

  @ParameterizedTest
  @CsvSource({
    "一、主要做法和成效, 成效",
    "一、法治建设主要举措与成效, 成效",
    "一、年度重点工作及成效, 成效",
    "一、2024年重点工作完成情况, 成效",
    "一、2024年工作开展情况, 成效",
    "一、工作回顾, 成效",
    "一、主要工作措施, 成效",
    "二、法治政府建设情况, 成效",
    "三、存在的问题, 问题",
    "三、存在的困难和问题, 问题",
    "三、存在问题及原因分析, 问题",
    "三、主要短板, 问题",
    "三、工作中的不足, 问题",
    "二、存在的短板和弱项, 问题",
    "三、面临的困难, 问题",
    "三、问题与不足, 问题",
    "三、薄弱环节, 问题",
    "四、下一步打算, 计划",
    "四、下步工作安排, 计划",
    "四、2025年工作计划, 计划",
    "四、2026年重点任务, 计划",
    "四、2025年度工作思路及改进措施, 计划",
    "四、下一年推进法治政府建设的主要安排, 计划",
    "四、今后努力方向, 计划",
    "四、改进措施, 计划",
    "四、整改措施, 计划",
    "四、后两年改进措施, 计划",
    "四、明年的打算和改进措施, 计划",
    "四、工作打算及措施, 计划",
    "四、工作安排, 计划",
    "二、党政主要负责人履行第一责任人职责情况, 履职",
    "二、主要负责人履职情况, 履职",
    "二、街道主要负责人带头抓法治情况, 履职",
    "五、存在问题及下一步工作打算, 问题 计划",
    "四、存在的不足及改进措施, 问题 计划",
    "四、存在问题和对策, 问题 计划",
    "四、存在问题及工作措施, 问题 计划",
    "一、工作开展情况、存在问题及下一步打算, 成效 问题 计划",
    "一、2024年工作总结及2025年工作计划, 成效 计划",
    "二、主要负责人履职情况及存在问题, 履职 问题",
  })
  void aHeadingAnnouncesItsSections(String heading, String sections) {
    assertThat(announced(heading)).isEqualTo(sections);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "一、扛牢政治责任，夯实法治建设基础",
        "二、推进深学细悟，打造过硬法治队伍",
        "三、坚持问题导向，规范行政执法",
        "四、聚焦突出问题，化解矛盾纠纷",
        "五、着力解决群众反映的突出问题",
        "六、补齐短板弱项，强化保障",
        "七、统筹安排部署，健全工作机制",
        "八、完善工作计划，压实法治责任",
        "九、依法履职，提升行政效能",
        "十、面临的形势",
        "一、基本情况",
        "一、上年度存在问题整改",
      })
  void aThemeAnnouncesNone(String heading) {
    assertThat(announced(heading)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "存在的不足, 问题",
    "存在问题及原因, 问题",
    "主要问题, 问题",
    "问题和短板, 问题",
    "下一步工作措施, 计划",
    "改进措施, 计划",
    "2025年工作打算, 计划",
    "主要负责人履行第一责任人职责, 履职",
    "突出问题专项整治, ''",
    "突出问题导向，强化督导, ''",
    "网格员力量不足, ''",
    "工作计划有人管, ''",
    "分类收尾旧合同, ''",
  })
  void aSubheadingTurnsToAnotherSectionOnlyIfItIsNothingElse(String title, String section) {
    assertThat(SectionCues.announcedBelow(title).map(Section::label).orElse("")).isEqualTo(section);
  }

  @ParameterizedTest
  @ValueSource(strings = {"下一步工作打算：一是加强学习。", "今后，我镇将加强学习。", "针对以上问题，我镇将加强学习。", "2025年，我镇将加强学习。"})
  void aSentenceTurnsToPlans(String sentence) {
    assertThat(SectionCues.turnsTo(Section.PLANS, sentence)).isTrue();
    assertThat(SectionCues.turnsTo(Section.LEADERSHIP, sentence)).isFalse();
  }

  @Test
  void aTextSpeaksForTheSectionWhoseWordsItHasMostOf() {
    assertThat(SectionCues.spokenFor("全年宣讲28场次，发放挂图3200份，组织培训4次。")).isEqualTo(Section.ACHIEVEMENTS);
    assertThat(SectionCues.spokenFor("人手不足，普法形式缺乏新意，素质有待进一步提高。")).isEqualTo(Section.PROBLEMS);
    assertThat(SectionCues.spokenFor("我镇将继续加强学习，力争人人懂法，并将进一步完善制度。")).isEqualTo(Section.PLANS);
    assertThat(SectionCues.spokenFor("长江大保护进入常态。")).isEqualTo(Section.OTHER);
  }

  private static String announced(String heading) {
    return SectionCues.announced(heading).stream()
        .map(Section::label)
        .collect(Collectors.joining(" "));
  }
}
