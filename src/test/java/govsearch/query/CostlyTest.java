package govsearch.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CostlyTest {

  private final QueryParser parser = new QueryParser(name -> Optional.empty());

  private boolean isCostly(String typed) {
    return Costly.is(parser.parse(typed).query());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "法治",
        "的",
        "“法律明白人”",
        "调解 网格 town:柳湾镇 year:2024 -信访",
        "（普法 OR 宣传） 村居 法律顾问",
        "执法人员少、任务重，基层怎么解决人手不足的问题"
      })
  void whatPeopleAskAllDayIsNot(String typed) {
    assertThat(isCostly(typed)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"“法*治”", "“工作 建设”~5", "法治 -“普法*宣传”", "的 了 和 在", "普法 （的 OR 了 OR 和）"})
  void whatIsLookedForByPlacesOrBySingleCharactersIs(String typed) {
    assertThat(isCostly(typed)).isTrue();
  }

  @Test
  void soIsWhatHasManyParts() {
    assertThat(isCostly(words(200, " "))).isTrue();
    assertThat(isCostly(words(13, " OR "))).isTrue();
    assertThat(isCostly(words(12, " OR "))).isFalse();
  }

  private static String words(int count, String between) {
    return IntStream.range(0, count)
        .mapToObj(number -> "第" + number + "村")
        .collect(Collectors.joining(between));
  }
}
