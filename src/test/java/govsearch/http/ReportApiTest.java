package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** {@code GET reports}, {@code GET reports/{id}} and its {@code highlight}. */
class ReportApiTest {

  private static RunningServer server;
  private static Map<String, JsonNode> headByPath;

  @BeforeAll
  static void start() {
    server = RunningServer.overSamples();
    headByPath =
        server
            .json("/api/v1/reports?size=200")
            .get("reports")
            .valueStream()
            .collect(Collectors.toMap(head -> head.at("/source/path").asString(), head -> head));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static Stream<String> reportPaths() {
    return headByPath.values().stream().map(head -> "/api/v1/reports/" + head.get("id").asString());
  }

  private static String idOf(String path) {
    return headByPath.get(path).get("id").asString();
  }

  @Test
  void listsHeadsWithTheFieldsThatOthersBuildOn() {
    JsonNode page = server.json("/api/v1/reports");

    assertThat(page.propertyNames()).contains("total", "reports", "nextCursor");
    assertThat(page.get("total").intValue()).isEqualTo(headByPath.size()).isEqualTo(14);
    assertThat(page.at("/reports/0").propertyNames())
        .contains(
            "id",
            "title",
            "town",
            "county",
            "city",
            "province",
            "year",
            "paragraphCount",
            "source");
    assertThat(page.at("/reports/0/source").propertyNames())
        .contains("path", "url", "sha256", "bytes");
  }

  @Test
  void listsOnlyWhatTheFiltersLeave() {
    JsonNode page =
        server.json("/api/v1/reports?" + RunningServer.query("town", "柳湾镇", "year", "-2023"));

    assertThat(page.get("total").intValue()).isEqualTo(2);
    assertThat(page.get("reports").valueStream().map(r -> r.at("/source/path").asString()))
        .containsExactly("临溪县/柳湾镇2025年.txt", "临溪县/柳湾镇2024年.txt");
  }

  @Test
  void valuesComeWithWhereTheyAreFrom() {
    JsonNode metadata = server.json("/api/v1/reports/" + idOf("临溪县/青崖乡上报稿.txt")).get("metadata");

    assertThat(metadata.propertyNames())
        .containsExactlyInAnyOrder(
            "title", "town", "county", "city", "province", "year", "published");
    assertThat(metadata.at("/town/value").asString()).isEqualTo("青崖乡");
    assertThat(metadata.at("/town/from").asString()).isEqualTo("signature");
    assertThat(metadata.at("/year/value").intValue()).isEqualTo(2025);
    assertThat(metadata.get("title").isNull()).isTrue();
    assertThat(metadata.get("city").isNull()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("reportPaths")
  void aReportIsWhole(String path) {
    JsonNode report = server.json(path);
    JsonNode paragraphs = report.get("paragraphs");

    assertThat(paragraphs).hasSize(report.get("paragraphCount").intValue());
    Set<String> ids = new HashSet<>();
    int ordinal = 0;
    for (JsonNode paragraph : paragraphs.values()) {
      assertThat(paragraph.get("ordinal").intValue()).isEqualTo(++ordinal);
      assertThat(ids.add(paragraph.get("id").asString())).isTrue();
      assertRangesAreInside(paragraph.get("text").asString(), paragraph.get("statements"));
    }
    for (JsonNode entry : report.get("outline").values()) {
      assertThat(ids).contains(entry.get("paragraphId").asString());
    }
    JsonNode head = headByPath.get(report.at("/source/path").asString());
    head.properties().forEach(p -> assertThat(report.get(p.getKey())).isEqualTo(p.getValue()));
  }

  private static void assertRangesAreInside(String text, JsonNode ranges) {
    int last = 0;
    for (JsonNode range : ranges.values()) {
      int start = range.get("start").intValue();
      int end = range.get("end").intValue();
      assertThat(start).isGreaterThanOrEqualTo(last);
      assertThat(end).isGreaterThan(start).isLessThanOrEqualTo(text.length());
      assertThat(text.substring(start, end)).isNotBlank();
      last = end;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"“法律明白人”", "普法 经费", "网格员 OR 调解", "“网格*流动”", "法律 -顾问", "section:问题"})
  void aReportIsHighlightedAsSearchMarksIt(String q) {
    for (String mode : List.of("exact", "words", "most", "loose")) {
      String query = RunningServer.query("q", q, "mode", mode);
      Map<String, Map<String, JsonNode>> bySearch = new TreeMap<>();
      for (JsonNode hit : server.json("/api/v1/search?size=200&" + query).get("hits").values()) {
        bySearch
            .computeIfAbsent(hit.get("reportId").asString(), id -> new TreeMap<>())
            .put(hit.get("paragraphId").asString(), hit.get("ranges"));
      }

      assertThat(bySearch).as(query).isNotEmpty();
      bySearch.forEach(
          (id, ranges) -> {
            JsonNode answer = server.json("/api/v1/reports/" + id + "/highlight?" + query);
            Map<String, JsonNode> byReport = new TreeMap<>();
            answer
                .get("paragraphs")
                .values()
                .forEach(p -> byReport.put(p.get("id").asString(), p.get("ranges")));

            assertThat(byReport).as(query).isEqualTo(ranges);
            assertThat(answer.get("count").intValue())
                .isEqualTo(ranges.values().stream().mapToInt(JsonNode::size).sum());
          });
    }
  }

  @Test
  void aReportWithoutAnyMatchIsHighlightedNowhere() {
    String id = idOf("临溪县/柳湾镇2025年.txt");
    JsonNode answer =
        server.json("/api/v1/reports/" + id + "/highlight?" + RunningServer.query("q", "“没有人这样说”"));

    assertThat(answer.get("paragraphs")).isEmpty();
    assertThat(answer.get("count").intValue()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aaaaaaaaaaaa",
        "AAAA",
        "a.b",
        "..",
        ".",
        "..%2f..%2f..%2fpom.xml",
        "%2e%2e%2fpom.xml",
        "..%5c..%5cpom.xml",
        "%00",
        "*",
        "%25",
        "柳湾镇",
        "' OR 1=1 --",
      })
  void anIdThatThereIsNotIsNotFound(String id) {
    String asSent = id.replace(" ", "%20").replace("柳湾镇", "%E6%9F%B3");
    for (String below : List.of("", "/highlight", "/source")) {
      RawAnswer answer = server.raw("/api/v1/reports/" + asSent + below);

      // What is no address at all is refused before there is a route to it.
      assertThat(answer.status()).as(asSent + below).isIn(400, 404);
      assertThat(answer.json().get("status").intValue()).isEqualTo(answer.status());
      assertThat(answer.body()).doesNotContain("modelVersion");
    }
  }

  @Test
  void aLongIdIsNotFoundAndNotRepeatedAtLength() {
    HttpResponse<byte[]> answer = server.get("/api/v1/reports/" + "a".repeat(5_000));

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).hasSizeLessThan(1_000);
  }
}
