package govsearch.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

class TopicsTest {

  private static final Topics TWO =
      Topics.parse("# 注\n事由：甲\n词：工资、工资条\n旁词：欠、腊月\n\n事由：乙\n词：狗\n旁词：夜里\n");

  @Test
  void oneWordThatTellsIsEnoughAndOneThatDoesNotIsNot() {
    assertThat(TWO.of("发工资")).containsExactly(entry("甲", 2));
    assertThat(TWO.of("夜里欠着")).isEmpty();
    assertThat(TWO.of("腊月还欠着")).containsExactly(entry("甲", 2));
    assertThat(TWO.of("")).isEmpty();
  }

  @Test
  void aWordCountsOnceAndNotInALongerOne() {
    assertThat(TWO.of("工资，工资，工资")).containsExactly(entry("甲", 2));
    assertThat(TWO.of("工资条")).containsExactly(entry("甲", 2));
    assertThat(TWO.of("工资条和工资")).containsExactly(entry("甲", 4));
  }

  @Test
  void aTextMayBeAboutSeveral() {
    assertThat(TWO.of("夜里的狗，欠的工资")).containsExactly(entry("甲", 3), entry("乙", 3));
  }

  @Test
  void writingDoesNotMatter() {
    assertThat(TWO.of("發 工資")).containsExactly(entry("甲", 2));
  }

  @Test
  void whatTellsNothingIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Topics.parse("词：甲"));
    assertThatIllegalArgumentException().isThrownBy(() -> Topics.parse("事由：甲\n说法：乙"));
    assertThatIllegalArgumentException().isThrownBy(() -> Topics.parse("事由：甲\n词：乙、"));
  }

  @Test
  void ourOwnKnowWhatHasNoWordInCommon() {
    Topics ours = Topics.builtIn();
    assertThat(ours.names()).hasSizeGreaterThan(80).doesNotHaveDuplicates();
    assertThat(ours.of("包工头跑了，工棚里的人拿着白条")).containsKey("农民工欠薪与劳动");
    assertThat(ours.of("劳动报酬支付不及时，欠薪时有发生")).containsKey("农民工欠薪与劳动");
    assertThat(ours.of("今天天气很好，我们去公园放风筝")).isEmpty();
  }

  @Test
  void aTopicMayBeGoneOnWith() {
    Topics topics = Topics.parse("事由：甲\n旁词：工资\n事由：乙\n词：狗\n事由：甲\n词：工资、白条");
    assertThat(topics.names()).containsExactly("甲", "乙");
    assertThat(topics.of("工资")).as("what tells most of both").containsExactly(entry("甲", 2));
    assertThat(topics.of("白条")).containsExactly(entry("甲", 2));
  }

  @Test
  void aWordThatTellsOfSeveralTellsLessOfEach() {
    Topics topics = Topics.parse("事由：甲\n词：欠钱、工资\n旁词：夜里\n事由：乙\n词：欠钱");
    double half = 2 / Math.sqrt(2);
    assertThat(topics.shares("欠钱")).containsExactly(half, half);
    assertThat(topics.shares("夜里发工资")).containsExactly(3, 0);
    assertThat(topics.shares("今天")).containsExactly(0, 0);
  }

  @Test
  void asToldTheSameAreKnownByMoreWords() {
    Topics told = Topics.asTold();
    assertThat(told.names()).containsAll(Topics.builtIn().names()).doesNotHaveDuplicates();
    assertThat(Topics.builtIn().of("门口的摊子前脚赶走，后脚又回来")).isEmpty();
    assertThat(told.of("小贩占路，一走又回来")).containsKey("占道经营与市容");
  }
}
