package govsearch.insight.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import govsearch.insight.Queries;
import govsearch.query.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChecklistTest {

  @Test
  void aTableIsReadAsSpreadsheetsSaveIt() {
    Checklist list =
        Checklist.read("甲", "\uFEFF名称,检索式\r\n\"普法\",\"“八五\"\"普法\"\"” OR 法治\"\r\n\r\n法律明白人\r\n");

    assertThat(list.items())
        .containsExactly(
            new ChecklistItem("普法", "“八五\"普法\"” OR 法治"), new ChecklistItem("法律明白人", "“法律明白人”"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "名称,检索式\n", ",普法", "普法,", "普法,\"没有完", "普法,“八五”\n ,x"})
  void whatHasNoItemOrABrokenOneIsRefused(String csv) {
    assertThatThrownBy(() -> Checklist.read("甲", csv))
        .isInstanceOf(ChecklistMistakeException.class)
        .hasMessageMatching(".*[\\u4e00-\\u9fff].*");
  }

  @Test
  void aListIsBounded() {
    assertThat(Checklist.read("甲", "普法,法\n".repeat(100)).items()).hasSize(100);
    assertThatThrownBy(() -> Checklist.read("甲", "普法,法\n".repeat(101)))
        .isInstanceOf(ChecklistMistakeException.class)
        .hasMessageContaining("100");
    assertThatThrownBy(() -> new ChecklistItem("名".repeat(101), "法")).hasMessageContaining("100");
    assertThatThrownBy(() -> new ChecklistItem("名", "法".repeat(1001))).hasMessageContaining("1000");
  }

  @Test
  void theListsThatComeAlongAskForTextsAndAreReadWithoutSlips() {
    assertThat(Checklist.builtIn()).hasSizeGreaterThan(2);
    for (Checklist list : Checklist.builtIn()) {
      assertThat(list.items()).extracting(ChecklistItem::name).doesNotHaveDuplicates();
      for (ChecklistItem item : list.items()) {
        var read = Queries.PARSER.parse(item.query());
        assertThat(read.query()).as(item.name()).isNotInstanceOf(Query.Everything.class);
        assertThat(read.notices()).as(item.name()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "2025-01-09, 2025-01-09",
        "2025年1月9日, 2025-01-09",
        "发布时间：２０２５/1/9 08:30, 2025-01-09",
        "2025.01.31, 2025-01-31",
        "2025-02-30, null",
        "2025年1月, null",
        "一月九日, null",
        "null, null",
      })
  void aDayIsReadOnlyWhereOneIsNamed(String published, String day) {
    assertThat(Publishing.day(published).map(Object::toString).orElse(null)).isEqualTo(day);
  }
}
