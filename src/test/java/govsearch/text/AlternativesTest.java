package govsearch.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AlternativesTest {

  private static final String[] WORDS = {"法治", "法治政府", "依法行政", "依法", "治", "政府建设", "的", "a"};

  @Test
  void findsAtEachPlaceWhatARegularExpressionOfThemFinds() {
    Pattern pattern = Pattern.compile(String.join("|", WORDS));
    Alternatives alternatives = Alternatives.of(WORDS);
    Random random = new Random(3);
    for (int round = 0; round < 500; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = 1 + random.nextInt(12); i > 0; i--) {
        text.append("法治政府建设依行的aё".charAt(random.nextInt(11)));
      }
      Matcher matcher = pattern.matcher(text);
      for (int at = 0; at < text.length(); at++) {
        int expected = matcher.region(at, text.length()).lookingAt() ? matcher.end() - at : 0;
        assertThat(alternatives.lengthAt(text.toString(), at)).isEqualTo(expected);
      }
    }
  }
}
