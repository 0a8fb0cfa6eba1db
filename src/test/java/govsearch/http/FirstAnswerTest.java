package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What people type is read as they mean it: places, years, pinyin, slips and split words. */
class FirstAnswerTest {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static RunningServer server;

  @BeforeAll
  static void start() {
    server = RunningServer.overSamples();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aTownIsReadAsATownAndItsReportsComeFirst() {
    JsonNode answer = server.search("q", "柳湾镇");

    assertThat(answer.at("/understood/0/kind").asString()).isEqualTo("field");
    assertThat(answer.at("/understood/0/label").asString()).isEqualTo("乡镇：柳湾镇");
    assertThat(answer.at("/understood/0/verbatim").asString()).isEqualTo("“柳湾镇”");
    assertThat(answer.at("/townReports").valueStream().map(one -> one.get("year").intValue()))
        .containsExactly(2025, 2024, 2023);
    assertThat(answer.at("/total/value"))
        .isEqualTo(server.search("q", "town:柳湾镇").at("/total/value"));
  }

  @ParameterizedTest
  @CsvSource({
    "柳湾镇 2024 法律明白人, town:柳湾镇 year:2024 法律明白人",
    "临溪县柳湾镇 2024年 法律明白人, county:临溪县 town:柳湾镇 year:2024 法律明白人",
    "2024年 普法, year:2024 普法",
    "柳湾镇2024年度 普法, town:柳湾镇 year:2024 普法",
    "示例 欠薪, province:示例省 欠薪",
  })
  void placesAndYearsAreFields(String typed, String fields) {
    JsonNode answer = server.search("q", typed, "size", "100");
    JsonNode expected = server.search("q", fields, "size", "100");

    assertThat(answer.at("/total/value").intValue()).isPositive();
    assertThat(ids(answer)).isEqualTo(ids(expected));
  }

  @Test
  void aReadingCanBeTakenBack() {
    String verbatim = server.search("q", "柳湾镇 流转合同").at("/understood/0/verbatim").asString();

    assertThat(verbatim).isEqualTo("“柳湾镇” 流转合同");
    for (JsonNode hit : server.search("q", verbatim).get("hits").values()) {
      assertThat(hit.get("text").asString()).contains("柳湾镇");
    }
    for (JsonNode hit : server.search("q", "柳湾镇", "mode", "exact").get("hits").values()) {
      assertThat(hit.get("text").asString()).contains("柳湾镇");
    }
  }

  @Test
  void whatIsNoPlaceHereIsText() {
    assertThat(server.search("q", "无名镇 普法").at("/understood/0/kind").asString()).isEqualTo("words");
    assertThat(server.search("q", "1999 普法").at("/understood/0/kind").asString())
        .isEqualTo("words");
    assertThat(server.search("q", "(柳湾镇 OR 双桐镇)").at("/understood/0/kind").asString())
        .isEqualTo("group");
  }

  @Test
  void theReadingHoldsInEveryView() {
    String typed = "柳湾镇 2024 法律明白人";
    JsonNode hits = server.search("q", typed);
    JsonNode reports = server.json("/api/v1/search/reports?" + RunningServer.query("q", typed));

    assertThat(reports.at("/total").intValue()).isEqualTo(1);
    assertThat(reports.at("/paragraphs")).isEqualTo(hits.at("/total/value"));
  }

  @ParameterizedTest
  @CsvSource({
    "falvmingbairen, 法律明白人",
    "fa lv ming bai ren, 法律明白人",
    "falvmingbairen 培训, 法律明白人 培训",
    "falvmingbairen peixun, 法律明白人 培训",
  })
  void pinyinSearchesWhatItSpells(String typed, String phrase) throws InterruptedException {
    JsonNode answer = server.search("q", typed);
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (answer.at("/understood/0/verbatim").isNull() && System.nanoTime() < end) {
      Thread.sleep(200); // the phrases are being read
      answer = server.search("q", typed);
    }
    assertThat(answer.at("/total/value").intValue()).isPositive();
    assertThat(ids(answer)).isEqualTo(ids(server.search("q", phrase)));
  }

  @ParameterizedTest
  @CsvSource({
    "法律明百人, 法律明白人",
    "枫侨经验, 枫桥经验",
    "合法性审合, 合法性审核",
    "网格圆 流动, 网格员",
    "柳湾镇 法律明百人, 法律明白人",
  })
  void aSlipIsMendedFirstThoughSomeWordsAreFound(String typed, String meant) {
    JsonNode answer = server.search("q", typed);

    assertThat(answer.at("/literalTotal").intValue()).isZero();
    assertThat(answer.at("/instead/phrases/0/text").asString()).isEqualTo(meant);
    assertThat(answer.at("/instead/phrases/0/count").intValue()).isPositive();
  }

  @ParameterizedTest
  @CsvSource({"法律明百人, 法律明白人", "枫侨经验, 枫桥经验", "网格圆 流动, 网格员"})
  void whatWasMeantStandsFirstWhereNothingHasTheSlip(String typed, String meant) {
    JsonNode answer = server.search("q", typed);
    List<String> texts =
        Stream.of("hits", "partial")
            .flatMap(list -> answer.get(list).valueStream())
            .map(hit -> hit.get("text").asString())
            .toList();

    assertThat(texts).isNotEmpty();
    assertThat(texts.getFirst()).contains(meant);
    assertThat(server.search("q", "“" + typed.split(" ")[0] + "”").at("/total/value").intValue())
        .as("a quotation is meant as it stands")
        .isZero();
  }

  @Test
  void aQuotationWithFewHitsIsFollowedByWhatHasMostOfItsWords() {
    JsonNode answer = server.search("q", "“发放挂图和折页”");

    assertThat(answer.at("/total/value").intValue()).isBetween(1, 9);
    assertThat(answer.at("/total/value")).isEqualTo(answer.at("/literalTotal"));
    assertThat(answer.get("partial")).isNotEmpty();
    for (JsonNode hit : answer.get("partial").values()) {
      assertThat(hit.get("text").asString()).doesNotContain("发放挂图和折页");
    }
  }

  @Test
  void splitWordsAreNoBagOfCharacters(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("a.txt"),
        """
        松溪县石桥镇2024年法治政府建设情况报告
        一、工作开展情况
        （一）人民调解工作由网格员承担，每月补贴二百元。
        （二）落实调解员补贴，按件发放。
        （三）三个村的农户提出工作意见。
        （四）做好三农工作的法治保障。
        石桥镇人民政府
        2024年12月20日
        """);
    try (RunningServer small = RunningServer.over(folder, Path.of("web"), null)) {
      assertThat(small.search("q", "调解员补贴").at("/total/value").intValue()).isEqualTo(1);
      assertThat(small.search("q", "三农工作").at("/total/value").intValue()).isEqualTo(1);
    }
  }

  private static java.util.List<String> ids(JsonNode answer) {
    return answer
        .get("hits")
        .valueStream()
        .map(hit -> hit.get("reportId").asString() + "." + hit.get("paragraphId").asString())
        .toList();
  }
}
