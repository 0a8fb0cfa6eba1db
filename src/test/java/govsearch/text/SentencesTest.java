package govsearch.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SentencesTest {

  @Test
  void sentencesEndAtFullStopsQuestionMarksAndSemicolons() {
    assertThat(cut("一是开会；二是宣讲。效果如何？很好！下一步"))
        .containsExactly("一是开会；", "二是宣讲。", "效果如何？", "很好！", "下一步");
    assertThat(cut("第一句!第二句;第三句?")).containsExactly("第一句!", "第二句;", "第三句?");
  }

  @Test
  void closingMarksBelongToTheSentenceBeforeThem() {
    assertThat(cut("他说：“依法办。”大家赞成（全票。）散会。")).containsExactly("他说：“依法办。”", "大家赞成（全票。）", "散会。");
    assertThat(cut("真的？！好。。")).containsExactly("真的？！", "好。。");
  }

  @Test
  void whiteSpaceAroundSentencesBelongsToNone() {
    assertThat(cut("\u3000\u3000第一句。 第二句。\u00A0")).containsExactly("第一句。", "第二句。");
    assertThat(cut("")).isEmpty();
    assertThat(cut(" \u3000")).isEmpty();
  }

  @Test
  void figuresAndEnglishPointsDoNotEndASentence() {
    assertThat(cut("结合4.15、12.4开展2.5万人次宣讲")).hasSize(1);
  }

  @Test
  void sentencesCoverEveryCharacterButWhiteSpaceInOrder() {
    Random random = new Random(11);
    for (int round = 0; round < 2_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(30); i > 0; i--) {
        text.append("法治。；！？”）」!? \u3000，a".charAt(random.nextInt(15)));
      }
      int end = 0;
      for (Range sentence : Sentences.of(text.toString())) {
        assertThat(text.substring(end, sentence.start())).isBlank();
        assertThat(sentence.length()).isPositive();
        end = sentence.end();
      }
      assertThat(text.substring(end).replace("\u3000", "")).isBlank();
    }
  }

  private static List<String> cut(String text) {
    return Sentences.of(text).stream().map(range -> range.of(text)).toList();
  }
}
