package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What {@code GET search} proposes where nothing was found. */
class InsteadTest {

  private static RunningServer server;

  @BeforeAll
  static void start() {
    server = RunningServer.overSamples();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "“法律明拍人”, “法律明白人”",
    "發律明白人, 法律明白人",
    "“发绿明白人” year:2024, “法律明白人” year:2024",
    "培训 “法律白明人”, 培训 “法律明白人”",
  })
  void proposesThePhraseThatWasMeantAndKeepsTheRest(String typed, String query) {
    JsonNode answer = server.search("q", typed, "mode", "exact");

    assertThat(answer.at("/total/value").intValue()).isZero();
    assertThat(answer.at("/instead/phrases").valueStream().map(p -> p.get("query").asString()))
        .contains(query);
    assertCountsAreTrue(answer, "mode", "exact");
  }

  @ParameterizedTest
  @CsvSource({"!普法, 普法", "＃普法, 普法", "普法!, 普法", "(法律明白人@, 法律明白人"})
  void proposesNothingButTheWordWhereASignIsTooMuch(String typed, String text) {
    JsonNode answer = server.search("q", typed, "mode", "exact");

    assertThat(answer.at("/instead/phrases").valueStream().map(p -> p.get("text").asString()))
        .containsExactly(text);
    assertCountsAreTrue(answer, "mode", "exact");
  }

  @Test
  void countsUnderTheSameFilters() {
    JsonNode answer = server.search("q", "“法律明拍人”", "year", "2024", "town", "-柳湾镇");

    assertThat(answer.at("/instead/phrases/0/text").asString()).isEqualTo("法律明白人");
    assertCountsAreTrue(answer, "year", "2024", "town", "-柳湾镇");
  }

  @ParameterizedTest
  @CsvSource({"499, 499, true", "650, 500, false"})
  void ofAPhraseInManyParagraphsSaysThatThereAreMore(
      int paragraphs, int counted, boolean exact, @TempDir Path folder) throws IOException {
    StringBuilder lines = new StringBuilder("松溪县石桥镇2024年法治政府建设情况报告\n一、工作开展情况\n");
    for (int i = 0; i < paragraphs; i++) {
      lines.append("第").append(i).append("次乡贤夜谈，走访群众。\n");
    }
    Files.writeString(folder.resolve("a.txt"), lines + "石桥镇人民政府\n2024年12月20日\n");
    try (RunningServer many = RunningServer.over(folder, Path.of("web"), null)) {
      JsonNode quoted = many.search("q", "“乡贤夜淡”").at("/instead/phrases/0");
      assertThat(quoted.get("text").asString()).isEqualTo("乡贤夜谈");
      assertThat(quoted.get("count").intValue()).isEqualTo(counted);
      assertThat(quoted.get("exact").booleanValue()).isEqualTo(exact);

      JsonNode words = many.search("q", "乡贤夜淡").at("/instead/phrases/0");
      assertThat(words.get("count").intValue()).isEqualTo(counted);
      assertThat(words.get("exact").booleanValue()).isEqualTo(exact);

      JsonNode filtered = many.search("q", "“乡贤夜淡”", "year", "2024").at("/instead/phrases/0");
      assertThat(filtered.get("count").intValue()).isEqualTo(paragraphs);
      assertThat(filtered.get("exact").booleanValue()).isTrue();
    }
  }

  private static void assertCountsAreTrue(JsonNode answer, String... filters) {
    for (JsonNode phrase : answer.at("/instead/phrases").values()) {
      List<String> asked = new ArrayList<>(List.of(filters));
      asked.addAll(List.of("q", phrase.get("query").asString()));
      assertThat(server.search(asked.toArray(String[]::new)).at("/total/value"))
          .as("%s", phrase)
          .isEqualTo(phrase.get("count"));
      assertThat(phrase.get("exact").booleanValue()).isTrue();
    }
  }

  @Test
  void tellsWhichFilterToDropAndWhatThatGives() {
    JsonNode answer =
        server.search("q", "“法律明白人”", "year", "2019", "town", "-柳湾镇", "section", "plans");
    JsonNode without = answer.at("/instead/without");

    assertThat(without.valueStream().map(one -> one.get("field").asString()))
        .containsExactly("year");
    assertThat(without.at("/0/values/0").asString()).isEqualTo("2019");
    assertThat(without.at("/0/count"))
        .isEqualTo(
            server.search("q", "“法律明白人”", "town", "-柳湾镇", "section", "plans").at("/total/value"));
  }

  @Test
  void tellsWhichExcludedValueToDrop() {
    JsonNode answer = server.search("town", "双桐镇", "region", "-示例省", "year", "-2019");
    JsonNode without = answer.at("/instead/without");

    assertThat(answer.at("/total/value").intValue()).isZero();
    assertThat(without.valueStream().map(one -> one.at("/values/0").asString()))
        .containsExactlyInAnyOrder("-示例省", "双桐镇");
    for (JsonNode one : without.values()) {
      JsonNode rest =
          one.get("field").asString().equals("town")
              ? server.search("region", "-示例省", "year", "-2019")
              : server.search("town", "双桐镇", "year", "-2019");
      assertThat(one.get("count")).isEqualTo(rest.at("/total/value"));
    }
  }

  @Test
  void countsReportsOfTheSameTimeAlone() {
    JsonNode answer =
        server.search("q", "“法律明白人”", "year", "1999", "since", "2999-01-01T00:00:00Z");
    assertThat(answer.at("/instead/without").size()).isZero();
  }

  @Test
  void tellsWhichPartOfTheQueryToDrop() {
    JsonNode answer = server.search("q", "“法律明白人” “龘龘龘” 法治", "mode", "exact");
    JsonNode without = answer.at("/instead/without");

    assertThat(without).hasSize(1);
    assertThat(without.at("/0/kind").asString()).isEqualTo("part");
    assertThat(without.at("/0/label").asString()).isEqualTo("“龘龘龘”");
    assertThat(without.at("/0/count"))
        .isEqualTo(
            server
                .search("q", without.at("/0/query").asString(), "mode", "exact")
                .at("/total/value"));
  }

  @Test
  void proposesNothingWhereThereIsNoNeed() {
    assertThat(server.search("q", "“法律明白人”").get("instead").isNull()).isTrue();
    assertThat(server.search("q", "").get("instead").isNull()).isTrue();
    assertThat(server.search("q", "“龘龘龘”").get("instead").isNull()).isTrue();
  }
}
