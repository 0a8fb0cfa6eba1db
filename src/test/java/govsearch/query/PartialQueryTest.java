package govsearch.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartialQueryTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "法律| ``| 法律|",
        "网格员 法律| `网格员 `| 法律|",
        "网格员 “法律| `网格员 `| 法律|",
        "“网格员” -flm| `“网格员” -`| flm|",
        "普法 OR 法律| `普法 OR `| 法律|",
        "(普法 法律| `(普法 `| 法律|",
        "town:柳| ``| 柳| TOWN",
        "普法 区县：临| `普法 `| 临| COUNTY",
        "网格员 fa lv| `网格员 `| fa lv|",
      })
  void keepsWhatStandsBeforeTheLastPart(String typed, String kept, String part, Query.Field place) {
    assertThat(PartialQuery.of(typed).getFirst()).isEqualTo(new PartialQuery(kept, part, place));
  }

  @Test
  void takesLatinWordsTogetherAndThenFewerOfThem() {
    assertThat(PartialQuery.of("普法 fa lv ming").stream().map(PartialQuery::part))
        .containsExactly("fa lv ming", "lv ming", "ming");
  }

  @ParameterizedTest
  @CsvSource({"''", "' '", "普法 OR", "(普法)", "year:202", "section:问", "'“网格员 素质”~10'"})
  void completesNothingWhereNoTextIsTyped(String typed) {
    assertThat(PartialQuery.of(typed)).isEmpty();
  }
}
