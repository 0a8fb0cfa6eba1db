package govsearch.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Finding figures where they may begin against looking everywhere. */
class FigureFinderTest {

  private static final List<String> PIECES =
      List.of(
          "不少于", "不低于", "至少", "超过", "超出", "突破", "多达", "高达", "逾", "超", "上", "不超过", "不多于", "至多", "最多",
          "不足", "不到", "将近", "接近", "近", "大约", "大概", "约", "几乎", "合约", "12", "1,200", "3.5", "1万2千",
          "三", "十二", "两百", "百", "千", "万", "亿", "数", "几", "好几", "数十", "-", "至", "到", "余", "多", "来",
          "名", "件", "人", "场次", "级", "%", "‰", "百分之", "三十", "三分之", "二", "九成", "五", "过半", "半数", "一半",
          "以上", "(", "左右", "，", "。", "的", "第", "届");

  private static List<String> everywhere(Pattern pattern, String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.start() + " " + matcher.group());
    }
    return found;
  }

  private static List<String> found(Pattern pattern, String text) {
    List<String> found = new ArrayList<>();
    FigureFinder finder = new FigureFinder(pattern, text);
    while (finder.find()) {
      found.add(finder.match().start() + " " + finder.match().group());
    }
    return found;
  }

  @Test
  void findsAllThatThereIs() {
    Random random = new Random(20_261_127);
    int figures = 0;
    for (int i = 0; i < 10_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int piece = random.nextInt(14); piece >= 0; piece--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      for (Pattern pattern : List.of(CountFigure.PATTERN, RateFigure.PATTERN)) {
        List<String> expected = everywhere(pattern, text.toString());
        assertThat(found(pattern, text.toString())).as(text.toString()).isEqualTo(expected);
        figures += expected.size();
      }
    }
    assertThat(figures).isGreaterThan(5_000);
  }
}
