package govsearch.insight.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import govsearch.text.Quantities;
import govsearch.text.Range;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures of a paragraph that has a phrase and a number everywhere: time grows as it does. */
class LongParagraphFiguresTest {

  private static final int CHARACTERS = 100_000;
  private static final Duration GENEROUS = Duration.ofSeconds(20);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "法1件", "3人村法", "法村", "法的", "法", "1件", "法1,200件，", "法3件，办结率95%，", "法，率9%", "一二三四五六七八九十",
        "万", "百分之百", "数百", "1,234", "不超过", "由3名增加到4名法", "“法”（", "3个百分点", "法\u00A0", "1-2-3-"
      })
  void takesLinearTime(String part) {
    String text = "3人" + part.repeat(CHARACTERS / part.length()) + "法4件";
    assertTimeoutPreemptively(
        GENEROUS,
        () -> {
          Attachment attachment = new Attachment(text, Quantities.of(text));
          int found = 0;
          for (Range phrase : phrases(text)) {
            found += attachment.of(phrase).size();
          }
          assertThat(found).isPositive();
        });
  }

  private static List<Range> phrases(String text) {
    List<Range> phrases = new ArrayList<>();
    for (int at = text.indexOf('法'); at >= 0; at = text.indexOf('法', at + 1)) {
      phrases.add(new Range(at, at + 1));
    }
    return phrases;
  }
}
