package govsearch.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PhraseMinerTest {

  private final PhraseMiner miner = new PhraseMiner();

  private void say(int report, String... runs) {
    for (String run : runs) {
      miner.add(report, List.of(run.split(" ")));
    }
  }

  private Map<String, Integer> phrases() {
    return miner.phrases().stream()
        .collect(Collectors.toMap(PhraseMiner.Phrase::text, PhraseMiner.Phrase::reports));
  }

  /** Words enough that two of them stand together by chance only seldom. */
  private void sayOtherThings() {
    for (int i = 0; i < 400; i++) {
      say(i % 7, "甲" + i + " 乙" + i + " 丙" + i);
    }
  }

  @Test
  void findsWhatSeveralReportsSayInSeveralContexts() {
    sayOtherThings();
    say(1, "培养 法律 明白 人 队伍", "发挥 法律 明白 人");
    say(2, "法律 明白 人 宣讲", "一批 法律 明白 人");
    say(3, "依靠 法律 明白 人 调解");

    assertThat(phrases()).containsEntry("法律明白人", 3);
  }

  @Test
  void doesNotCutAPhraseThatAlwaysGoesOn() {
    sayOtherThings();
    for (int report = 0; report < 4; report++) {
      say(report, "培养" + report + " 法律 明白 人", "法律 明白 人 宣讲" + report);
    }

    assertThat(phrases()).containsKey("法律明白人").doesNotContainKeys("明白人", "律明白人", "法律明白");
  }

  @Test
  void takesNothingThatOneReportAloneSays() {
    sayOtherThings();
    say(1, "清风 茶馆", "一家 清风 茶馆", "清风 茶馆 开张");

    assertThat(phrases()).doesNotContainKey("清风茶馆");
  }

  @Test
  void joinsNothingThatStandsTogetherByChance() {
    for (int i = 0; i < 200; i++) {
      say(i % 9, "法治 工作" + i % 5 + " 群众" + i % 7, "群众" + i % 7 + " 法治");
    }

    assertThat(phrases().keySet()).noneMatch(phrase -> phrase.matches("群众\\d法治"));
  }

  @Test
  void beginsAndEndsWithWordsThatCarryContent() {
    sayOtherThings();
    for (int report = 0; report < 5; report++) {
      say(report, "调解 的 纠纷" + report, "人" + report + " 的 调解", "调解 了");
    }

    assertThat(phrases()).containsKey("调解").doesNotContainKeys("调解的", "的调解", "调解了", "的");
  }

  @Test
  void endsInNoHalfWord() {
    sayOtherThings();
    for (int report = 0; report < 8; report++) {
      String other = Integer.toString(report);
      say(report, "办理" + other + " 刑事 诉 讼" + other, "青少年 保 护" + other);
      say(report, "办理" + other + " 行政 处罚 法", "配备" + other + " 调解 员 办公" + other);
    }

    assertThat(phrases()).containsKeys("行政处罚法", "调解员").doesNotContainKeys("刑事诉", "青少年保");
  }

  @Test
  void takesWhatWritersPutInQuotationMarksHoweverItsWordsAreCut() {
    miner.addQuoted(1, "板凳会");
    miner.addQuoted(1, "板凳会");
    miner.addQuoted(2, "板凳会");
    miner.addQuoted(2, "独一份");

    assertThat(phrases()).isEqualTo(Map.of("板凳会", 2));
  }

  @Test
  void doesNotJoinAcrossWhatPartsRuns() {
    sayOtherThings();
    for (int report = 0; report < 5; report++) {
      say(report, "开展 普法", "执法 检查" + report);
    }

    assertThat(phrases()).doesNotContainKey("普法执法");
  }
}
