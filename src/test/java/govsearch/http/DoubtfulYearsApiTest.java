package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * One report of a year that has not begun, over HTTP: it is found everywhere, said to be doubtful,
 * and nowhere the latest.
 */
class DoubtfulYearsApiTest {

  private static final int WRONG = 2042;

  private static RunningServer server;
  private static ApiDescription api;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    write(folder, "a", "青石镇2023年");
    write(folder, "b", "青石镇2025年");
    write(folder, "c", "青石镇2042年");
    write(folder, "d", "柳塘镇2024年");
    write(folder, "e", "柳塘镇");
    server = RunningServer.over(folder, Path.of("web"), null);
    api = ApiDescription.servedBy(server);
  }

  private static void write(Path folder, String name, String who) throws IOException {
    Files.writeString(
        folder.resolve(name + ".txt"),
        "临溪县"
            + who
            + "法治政府建设情况报告\n一、主要做法\n培养“法律明白人”"
            + (10 + name.charAt(0))
            + "名，开院坝会"
            + name
            + "场。\n二、存在问题\n一是网格员流动快，岗位"
            + name
            + "常年空着。\n三、下一步打算\n一是稳住网格员队伍，岗位补贴按月发放。\n");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonNode ask(String schema, String path, String... namesAndValues) {
    JsonNode answer = server.json("/api/v1/" + path + "?" + RunningServer.query(namesAndValues));
    assertThat(api.errors(schema, answer)).isEmpty();
    return answer;
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8);
  }

  private static <T> List<T> all(JsonNode list, Function<JsonNode, T> value) {
    return list.valueStream().map(value).toList();
  }

  private static List<Integer> numbers(JsonNode list) {
    return all(list, JsonNode::intValue);
  }

  @Test
  void aSearchFindsItAndSaysSo() {
    JsonNode answer = ask("SearchAnswer", "search", "q", "“法律明白人”", "size", "50");
    assertThat(answer.get("firstYear").intValue()).isEqualTo(2023);
    assertThat(answer.get("lastYear").intValue()).isEqualTo(2025);
    assertThat(numbers(answer.get("doubtfulYears"))).containsExactly(WRONG);
    assertThat(all(answer.at("/facets/year"), one -> one.get("value").asString()))
        .containsExactly("2025", "2024", "2023", "2042", "未注明");
    assertThat(answer.get("hits").valueStream())
        .hasSize(5)
        .allMatch(hit -> hit.get("yearDoubtful").booleanValue() == isWrong(hit));
    JsonNode start = ask("SearchAnswer", "search", "size", "1");
    assertThat(start.get("lastYear").intValue()).isEqualTo(2025);
    // The facet lists it though another year is chosen.
    JsonNode chosen = ask("SearchAnswer", "search", "q", "“法律明白人”", "year", "2024");
    assertThat(numbers(chosen.get("doubtfulYears"))).containsExactly(WRONG);
    JsonNode alone = ask("SearchAnswer", "search", "q", "“法律明白人”", "year", "2042");
    assertThat(alone.get("lastYear").isNull()).isTrue();
    assertThat(alone.at("/total/value").intValue()).isEqualTo(1);
    JsonNode reports = ask("MatchingReports", "search/reports", "q", "“法律明白人”");
    assertThat(all(reports.get("reports"), one -> one.get("report")))
        .hasSize(5)
        .allMatch(head -> head.get("yearDoubtful").booleanValue() == isWrong(head));
  }

  private static boolean isWrong(JsonNode head) {
    return head.get("year").asInt(0) == WRONG;
  }

  /** From page to page, by whatever lists the newest first. */
  @Test
  void theNewestAreThoseThatCanBe() {
    for (String path :
        List.of(
            "search?sort=newest&size=2&q=", "search/reports?sort=newest&size=2&q=",
            "search/reports?sort=most&size=2&q=", "figures?sort=year&size=2&q=")) {
      String whole = path + encoded("“法律明白人”");
      List<Integer> years = new ArrayList<>();
      String cursor = null;
      do {
        JsonNode page =
            server.json("/api/v1/" + whole + (cursor == null ? "" : "&cursor=" + encoded(cursor)));
        for (String list : List.of("hits", "reports", "figures")) {
          page.path(list).valueStream().forEach(one -> years.add(yearOf(one)));
        }
        cursor = page.get("nextCursor").isNull() ? null : page.get("nextCursor").asString();
      } while (cursor != null);
      assertThat(years).as(path).containsExactly(2025, 2024, 2023, WRONG, 0);
    }
    JsonNode oldest = server.search("q", "“法律明白人”", "sort", "oldest");
    assertThat(all(oldest.get("hits"), DoubtfulYearsApiTest::yearOf))
        .containsExactly(2023, 2024, 2025, WRONG, 0);
    List<Integer> heads = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = server.json("/api/v1/reports?size=2" + cursor);
      heads.addAll(all(page.get("reports"), DoubtfulYearsApiTest::yearOf));
      cursor =
          page.get("nextCursor").isNull() ? "" : "&cursor=" + page.get("nextCursor").asString();
    } while (!cursor.isEmpty());
    assertThat(heads).containsExactly(2025, 2024, 2023, WRONG, 0);
  }

  private static int yearOf(JsonNode one) {
    return one.has("report") ? one.at("/report/year").asInt(0) : one.get("year").asInt(0);
  }

  @Test
  void theLibraryHasItBehindTheOthers() {
    JsonNode library = ask("Library", "library");
    assertThat(all(library.get("years"), one -> one.get("value").asString()))
        .containsExactly("2025", "2024", "2023", "2042", "未注明");
    assertThat(numbers(library.get("doubtfulYears"))).containsExactly(WRONG);
    JsonNode reports = ask("ReportPage", "reports", "year", "2042");
    assertThat(reports.get("total").intValue()).isEqualTo(1);
    assertThat(reports.at("/reports/0/yearDoubtful").booleanValue()).isTrue();
  }

  @Test
  void noTownIsSaidToLackIt() {
    JsonNode coverage = ask("Coverage", "coverage", "q", "“法律明白人”");
    assertThat(all(coverage.get("years"), year -> year.get("year").asInt(0)))
        .containsExactly(2023, 2024, 2025, WRONG, 0);
    assertThat(coverage.get("years").valueStream())
        .allMatch(year -> year.get("doubtful").booleanValue() == isWrong(year));
    assertThat(coverage.at("/years/3/missing").intValue()).isZero();
    JsonNode spread = ask("Spread", "spread", "q", "“法律明白人”");
    assertThat(spread.get("years")).hasSize(5);
    assertThat(numbers(spread.get("doubtfulYears"))).containsExactly(WRONG);
    JsonNode trend = ask("Trend", "trend", "q", "“法律明白人”");
    assertThat(trend.at("/lines/0/bins").valueStream())
        .hasSize(5)
        .allMatch(bin -> bin.get("doubtful").booleanValue() == isWrong(bin));
  }

  @Test
  void aTownsOwnPageHasItBehindTheOthersAndHoldsNothingAgainstIt() {
    JsonNode town = ask("Town", "towns/" + encoded("青石镇"));
    assertThat(all(town.get("reports"), one -> one.at("/report/year").intValue()))
        .containsExactly(2023, 2025, WRONG);
    assertThat(town.at("/reports/1/carried/year").intValue()).isEqualTo(2023);
    assertThat(town.at("/reports/2/carried").isNull()).isTrue();
    assertThat(all(town.get("problems"), one -> one.get("year").intValue()))
        .containsExactly(2025, 2023, WRONG);
    JsonNode unstated = ask("Town", "towns/" + encoded("柳塘镇"));
    assertThat(all(unstated.get("problems"), one -> one.get("year").asInt(0)))
        .containsExactly(2024, 0);
  }

  @Test
  void aBatchTellsItApart() {
    JsonNode row =
        RunningServer.json(
                server.post(
                    "/api/v1/batch", "text/plain", "法律明白人".getBytes(StandardCharsets.UTF_8)))
            .at("/rows/0");
    assertThat(row.get("lastYear").intValue()).isEqualTo(2025);
    assertThat(numbers(row.get("doubtfulYears"))).containsExactly(WRONG);
  }
}
