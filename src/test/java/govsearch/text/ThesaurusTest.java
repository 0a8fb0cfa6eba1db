package govsearch.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import govsearch.text.Thesaurus.Category;
import govsearch.text.Thesaurus.Concept;
import govsearch.text.Thesaurus.Match;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThesaurusTest {

  private static final Thesaurus THESAURUS =
      Thesaurus.parse(
          """
          # 注释
          概念：懂法的人少
          类别：问题
          说法：懂法的干部少、法律 人才 匮乏
          说法：人才匮乏

          概念:配备调解员
          类别: 措施
          说法：配备专职调解员、聘请 调解员

          概念：网格
          类别：事项
          说法：网格员
          """);

  private static List<String> names(String text) {
    return THESAURUS.matches(text).stream().map(match -> match.concept().name()).toList();
  }

  /** What a match marks, word by word. */
  private static List<String> marked(String text) {
    return THESAURUS.matches(text).stream()
        .flatMap(match -> match.ranges().stream())
        .map(range -> range.of(text))
        .toList();
  }

  @Test
  void readsConceptsWithAllTheirWordings() {
    assertThat(THESAURUS.concepts())
        .containsExactly(
            new Concept("懂法的人少", Category.PROBLEM, List.of("懂法的干部少", "法律 人才 匮乏", "人才匮乏")),
            new Concept("配备调解员", Category.MEASURE, List.of("配备专职调解员", "聘请 调解员")),
            new Concept("网格", Category.MATTER, List.of("网格员")));
    assertThat(THESAURUS.concept("网格")).isPresent();
    assertThat(THESAURUS.concept("网格员")).isEmpty();
  }

  @Test
  void aWordingWithoutSpacesStandsTogether() {
    assertThat(marked("镇里懂法的干部少，")).containsExactly("懂法的干部少");
    assertThat(marked("懂法的干部不少")).isEmpty();
    assertThat(marked("懂法的，干部少")).isEmpty();
  }

  @Test
  void whatFoldingDropsDoesNotPartAWording() {
    assertThat(marked("懂法的　幹部\u200B少")).containsExactly("懂法的　幹部\u200B少");
  }

  @Test
  void aWordingWithSpacesStandsInOneClauseInAnyOrder() {
    assertThat(names("人才、尤其是法律方面的，十分匮乏")).isEmpty();
    assertThat(names("匮乏的、是法律方面的人才")).containsExactly("懂法的人少");
    String text = "基层匮乏的是“法律”人才。";
    assertThat(THESAURUS.matches(text))
        .containsExactly(
            new Match(
                THESAURUS.concept("懂法的人少").orElseThrow(),
                "法律 人才 匮乏",
                List.of(new Range(2, 4), new Range(7, 9), new Range(10, 12))));
  }

  @Test
  void everyPlaceIsGivenInTheOrderOfTheText() {
    assertThat(marked("网格员少，人才匮乏；网格员")).containsExactly("网格员", "人才匮乏", "网格员");
  }

  @ParameterizedTest
  @CsvSource({
    "配备专职调解员, true",
    "未配备专职调解员, false",
    "没有配备专职调解员, false",
    "尚未完全配备专职调解员, false",
    "问题尚未解决，配备专职调解员, true",
    "为未成年人配备专职调解员, true",
    "面向未来配备专职调解员, true",
    "没有聘请律师和调解员, false",
    "聘请调解员, true"
  })
  void aMeasureThatWasNotTakenIsNotSaid(String text, boolean said) {
    assertThat(names(text)).isEqualTo(said ? List.of("配备调解员") : List.of());
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "灯塔, 航标、亮塔", // the concept's name; 大灯塔 is found by it anyway
        "亮塔, 灯塔、大灯塔、航标",
        "守塔人, 值灯员", // a word of a measure's wording, with which its name begins
        "看塔人, -", // of a problem's
        "领航, -",
        "塔, -"
      })
  void otherNamesAreTheWordingsOfWhatATextNames(String text, String names) {
    Thesaurus named =
        Thesaurus.parse(
            """
            概念：灯塔
            类别：事项
            说法：灯塔、大灯塔、航标、亮塔、引航 灯塔

            概念：守塔人培养
            类别：措施
            说法：守塔人 培养、值灯员

            概念：看塔人不足
            类别：问题
            说法：看塔人 不足、看塔的少
            """);
    assertThat(String.join("、", named.otherNames(text))).isEqualTo(names == null ? "" : names);
  }

  @Test
  void aFileOfOnesOwnAddsWordingsAndConcepts() {
    Thesaurus own = Thesaurus.parse("概念：网格\n类别：事项\n说法：网格长、网格员\n\n概念：新的\n类别：问题\n说法：闻所未闻");
    Thesaurus both = THESAURUS.and(own);

    assertThat(both.concept("网格").orElseThrow().wordings()).containsExactly("网格员", "网格长");
    assertThat(both.matches("网格长闻所未闻")).hasSize(2);
    assertThatThrownBy(() -> THESAURUS.and(Thesaurus.parse("概念：网格\n类别：问题\n说法：网格长")))
        .isInstanceOf(ThesaurusMistakeException.class)
        .hasMessageContaining("网格");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "概念：甲乙\\n说法：丙丁|第 2 行",
        "概念：甲乙\\n类别：好事|第 2 行",
        "概念：甲乙\\n类别：问题\\n|第 1 行",
        "类别：问题|第 1 行",
        "概念：甲乙\\n类别：问题\\n类别：问题|第 3 行",
        "概念：甲乙\\n类别：问题\\n说法：丙丁、、戊己|第 3 行",
        "概念：甲乙\\n类别：问题\\n说法：丙|第 3 行",
        "概念：甲乙\\n类别：问题\\n说法：丙丁 戊|第 3 行",
        "概念：甲乙\\n类别：问题\\n说法：丙，丁|第 3 行",
        "概念：|第 1 行",
        "随便写的|第 1 行",
        "概念：甲乙\\n\\n概念：丙丁\\n类别：问题\\n说法：戊己|第 1 行"
      })
  void aMistakeIsSaidWithItsLine(String text, String line) {
    assertThatThrownBy(() -> Thesaurus.parse(text.replace("\\n", "\n")))
        .isInstanceOf(ThesaurusMistakeException.class)
        .hasMessageContaining(line);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "少", "懂法的干部", "，。；", "\uD83D\uDE00\uD83D"})
  void findsNothingWhereNothingIsSaid(String text) {
    assertThat(THESAURUS.matches(text)).isEmpty();
    assertThat(Thesaurus.NONE.matches(text)).isEmpty();
  }
}
