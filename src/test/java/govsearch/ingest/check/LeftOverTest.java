package govsearch.ingest.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A site's words and broken characters within reports. */
class LeftOverTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "来源：本站　浏览次数：120",
        "当前位置：首页 > 政务公开",
        "全年宣讲&nbsp;28场次。",
        "<p>全年宣讲28场次。</p>",
        "某ICP备案号：00000000",
        "上一篇：某镇工作总结",
        "字号：大 中 小",
      })
  void chromeIsSeen(String text) {
    assertThat(LeftOver.isChrome(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "全年宣讲28场次，发放挂图3200份。",
        "一、主要做法",
        "网页访问量逐年上升，群众上网查询增多。",
        "处罚金额<5000元的案件当场办结。",
        "依托微信公众号分享典型案例。",
      })
  void aReportsOwnWordsAreNot(String text) {
    assertThat(LeftOver.isChrome(text)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "全年宣讲28场次（含夜间）。, 0",
    "全年\uFFFD\uFFFD宣讲, 2",
    "锟斤拷锟斤拷, 2",
    "\uE5E5一、主要做法, 1",
    "æ³•æ²», 2",
    "温度38℃·约3×5米 café, 0",
  })
  void brokenCharactersAreCounted(String text, int count) {
    assertThat(LeftOver.broken(text)).isEqualTo(count);
  }
}
