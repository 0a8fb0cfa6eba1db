package govsearch.insight.figures;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.SampleReports;
import govsearch.report.Paragraph;
import govsearch.report.Report;
import govsearch.report.Section;
import govsearch.text.Literal;
import govsearch.text.Quantities;
import govsearch.text.Range;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Reading the sentence of a phrase against reading the whole paragraph. */
class SaidTest {

  private static final List<String> PHRASES =
      List.of("法律明白人", "调解", "培训", "矛盾纠纷", "人", "件", "的", "法");

  private static final List<String> PIECES =
      List.of(
          "带头人", "12名", "三件", "一是", "1,200", "，", "。", "；", "！", "?", "\n", "：", "约", "95%", "第",
          "（其中2户）", "增加到63名", "由58名", "百分之三十", "次", "全会", "一", "计划", "化解", "率", "、");

  private static Map<Integer, Attached> whole(String text, List<Range> phrases) {
    Map<Integer, Attached> found = new TreeMap<>();
    Attachment attachment = new Attachment(text, Quantities.of(text));
    for (Range phrase : phrases) {
      for (Attached one : attachment.of(phrase)) {
        found.putIfAbsent(one.quantity().at().start(), one);
      }
    }
    return found;
  }

  private static void assertSame(String text, String phrase) {
    List<Range> phrases = Literal.of(text).occurrences(Literal.literal(phrase));
    Map<Integer, Attached> found = new TreeMap<>();
    for (Said said : Said.of(text, Literal.of(text), phrases, Section.ACHIEVEMENTS, () -> {})) {
      found.put(said.attached().quantity().at().start(), said.attached());
    }
    assertThat(found).as("%s in %s", phrase, text).isEqualTo(whole(text, phrases));
  }

  @Test
  void aSentenceHasTheFiguresThatItHasInItsParagraph() {
    for (Report report : SampleReports.read(SampleReports.FOLDER)) {
      for (Paragraph paragraph : report.paragraphs()) {
        PHRASES.forEach(phrase -> assertSame(paragraph.text(), phrase));
      }
    }
  }

  @Test
  void soDoesAnySentence() {
    Random random = new Random(20_261_127);
    for (int i = 0; i < 3_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int piece = random.nextInt(24); piece >= 0; piece--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      assertSame(text.toString(), "带头人");
    }
  }
}
