package govsearch.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two writings of the same thing have one literal form, and each of its characters a source. */
class FoldingTest {

  @ParameterizedTest
  @CsvSource({
    "２０２５年, 2025年",
    "（一）, (一)",
    "㈠, (一)",
    "⑴, (1)",
    "⒈, 1.",
    "①, 1",
    "㎡, m2",
    "ＷｅＣｈａｔ, wechat",
    "LED, led",
    "Straße, straße",
    "ſ, s",
    "ς, σ",
    "ﬁ, fi",
    "…, ...",
    "½, 1⁄2",
    "ｶﾞ, ガ",
    "か゛, が",
  })
  void compatibilityFormsAndCapitalsFoldToPlainOnes(String written, String literal) {
    assertThat(Literal.literal(written)).isEqualTo(literal);
  }

  @Test
  void traditionalCharactersFoldToSimplifiedOnes() {
    assertThat(Literal.literal("法治政府建設情況報告")).isEqualTo("法治政府建设情况报告");
    assertThat(Literal.literal("鄉鎮")).isEqualTo("乡镇");
  }

  @Test
  void charactersThatOnlySomeWritingsHaveAreDropped() {
    assertThat(Literal.literal(" 法\u3000治\t政\n府\u00A0")).isEqualTo("法治政府");
    assertThat(Literal.literal("法\u200B治\uFEFF政\u00AD府\uFE0F\u0007")).isEqualTo("法治政府");
    assertThat(Literal.literal("\u3000 \u200B")).isEmpty();
  }

  @Test
  void quotationMarksAndDashesOfAllKindsAreOne() {
    assertThat(Literal.literal("“八五”‘普法’「规划」『纲要』\"x\"〝y〞"))
        .isEqualTo("\"八五\"\"普法\"\"规划\"\"纲要\"\"x\"\"y\"");
    assertThat(Literal.literal("2021—2025年")).isEqualTo("2021-2025年");
    assertThat(Literal.literal("－–―−─‐")).isEqualTo("------");
    assertThat(Literal.literal("～〜∼")).isEqualTo("~~∼");
  }

  @Test
  void whatReadersTellApartStaysApart() {
    assertThat(Literal.literal("，。；：、《》·")).isEqualTo(",。;:、《》·");
  }

  @Test
  void anOccurrenceIsTheWholeSourceOfWhatMatched() {
    String text = "成立了“法律 明白\u3000人”队伍";
    assertThat(sources(text, "法律明白人")).containsExactly("法律 明白\u3000人");
    assertThat(sources(text, "\"法律")).containsExactly("“法律");
  }

  @Test
  void anOccurrenceInsideAnExpansionIsTheCharacterThatExpanded() {
    assertThat(sources("㈠加强学习", "一)加强")).containsExactly("㈠加强");
    assertThat(sources("占½以上", "2以")).containsExactly("½以");
    assertThat(sources("等等……", "....")).containsExactly("……");
    assertThat(sources("a\u0301b", "áb")).containsExactly("a\u0301b");
    assertThat(sources("e\u200B\u0301x", "é")).containsExactly("e\u200B\u0301");
  }

  @Test
  void charactersBeyondTheBasicPlaneAreNotCutInTwo() {
    String text = "𠮷林村𫠊𡐓";
    assertThat(sources(text, "林")).containsExactly("林");
    assertThat(sources(text, "𠮷")).containsExactly("𠮷");
    assertThat(Literal.of(text).occurrences("林村")).containsExactly(new Range(2, 4));
    assertThat(Literal.length(Literal.literal("𠮷林"))).isEqualTo(2);
  }

  @Test
  void occurrencesOfOneTextDoNotOverlap() {
    assertThat(Literal.of("法法法法法").occurrences("法法"))
        .containsExactly(new Range(0, 2), new Range(2, 4));
    assertThat(Literal.of("法治").occurrences("")).isEmpty();
    assertThat(Literal.of("").occurrences("法")).isEmpty();
  }

  @Test
  void theFormForWordsKeepsWhiteSpaceAsSingleSpaces() {
    assertThat(Folding.SPACED.fold("ＬＥＤ\u3000屏\n幕").text()).isEqualTo("led 屏 幕");
  }

  @Test
  void manyMarksOnOneCharacterAreFoldedWithoutCost() {
    String marks = "\u0316\u0300".repeat(50_000);
    assertThat(Literal.literal("e" + marks)).hasSizeGreaterThan(50_000);
    assertThat(Literal.literal("法" + " ".repeat(200_000) + "治")).isEqualTo("法治");
  }

  private static List<String> sources(String text, String needle) {
    return Literal.of(text).occurrences(needle).stream().map(range -> range.of(text)).toList();
  }

  @Test
  void tellsWhatWouldBeTooLongWithoutFoldingIt() {
    assertThat(Literal.isLongerThan("ﷺ".repeat(1_000), 17_000)).isTrue();
    assertThat(Literal.isLongerThan("ﷺ".repeat(1_000), 18_000)).isFalse();
    assertThat(Literal.isLongerThan("法治，建设。".repeat(1_000), 6_000)).isFalse();
    assertThat(Literal.isLongerThan("法治，建设。".repeat(1_000), 5_999)).isTrue();
    for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
      String text = Character.toString(codePoint);
      int length = Literal.literal(text).length();
      if (length > 0) {
        assertThat(Literal.isLongerThan(text, length - 1)).as("%x", codePoint).isTrue();
      }
    }
  }

  @Test
  void radicalsAreTheCharactersThatTheyLookLike() {
    assertThat(Literal.literal("⺠生⻓⻅⻋⾏⼀")).isEqualTo("民生长见车行一");
    assertThat(Literal.literal("⻑")).isEqualTo(Literal.literal("長"));
    assertThat(Radicals.unified("未发⽣⺠转刑案件，⼀名")).isEqualTo("未发生民转刑案件，一名");
    assertThat(Radicals.unified("没有部首")).isEqualTo("没有部首");
  }
}
