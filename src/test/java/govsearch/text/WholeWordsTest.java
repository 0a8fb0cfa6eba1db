package govsearch.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WholeWordsTest {

  /** What is left of a part of a text whose words stand apart by bars. */
  private static List<String> left(String cut, String part) {
    String text = cut.replace("|", "");
    List<Range> words = new ArrayList<>();
    int at = 0;
    for (String word : cut.split("\\|")) {
      words.add(new Range(at, at + word.length()));
      at += word.length();
    }
    int start = text.indexOf(part);
    return WholeWords.of(List.of(new Range(start, start + part.length())), words).stream()
        .map(range -> range.of(text))
        .toList();
  }

  @Test
  void cutsHalvesOfWordsOff() {
    assertThat(left("安装|视频|监控|设施", "视频监控设")).containsExactly("视频监控");
    assertThat(left("加强|干部|考核", "部考")).isEmpty();
    assertThat(left("办理|行政|执|法|证", "政执法证")).isEmpty();
    assertThat(left("开展|行政|执法|监督", "政执法监")).containsExactly("执法");
  }

  @Test
  void keepsWhatIsWholeThoughItBeOfSingleCharacters() {
    assertThat(left("办|夜|谈|会", "夜谈会")).containsExactly("夜谈会");
    assertThat(left("夜谈会", "夜谈会")).containsExactly("夜谈会");
  }
}
