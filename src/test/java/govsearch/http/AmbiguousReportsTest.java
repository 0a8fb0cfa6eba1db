package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.ingest.places.Gazetteer;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code GET reports?ambiguous=true}, and regions from the tables of divisions. */
class AmbiguousReportsTest {

  @TempDir private static Path folder;
  private static RunningServer server;

  @BeforeAll
  static void start() throws IOException {
    report("a.txt", "城关镇2023年");
    report("b.txt", "城关镇2024年");
    report("临溪县/c.txt", "城关镇2024年");
    report("d.txt", "柳湾镇2024年");
    Files.writeString(
        folder.resolve("reports.csv"),
        "path,source_url,published\nd.txt,https://example.org/d,2025-01-08\n");
    server =
        RunningServer.over(
            folder, Gazetteer.load(Path.of("src", "test", "resources", "divisions")));
  }

  private static void report(String path, String title) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, title + "法治政府建设情况报告\n一、主要做法\n全年宣讲28场次。\n");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static List<String> paths(String query) {
    return server
        .json("/api/v1/reports?" + query)
        .get("reports")
        .valueStream()
        .map(head -> head.at("/source/path").asString())
        .toList();
  }

  @Test
  void listsThoseWhosePlaceIsOpen() {
    assertThat(paths("ambiguous=true")).containsExactly("b.txt", "a.txt");
    assertThat(paths("ambiguous=true&year=2023")).containsExactly("a.txt");
    assertThat(paths("ambiguous=false")).hasSize(4);
    assertThat(server.json("/api/v1/reports?ambiguous=true").get("total").intValue()).isEqualTo(2);
    assertThat(server.json("/api/v1/reports?ambiguous=true").at("/reports/0/ambiguous").asBoolean())
        .isTrue();
  }

  @Test
  void pagesStayWithinThem() {
    JsonNode first = server.json("/api/v1/reports?ambiguous=true&size=1");
    String cursor = first.get("nextCursor").asString();

    assertThat(paths("ambiguous=true&size=1&cursor=" + cursor)).containsExactly("a.txt");
    assertThat(server.get("/api/v1/reports?size=1&cursor=" + cursor).statusCode()).isEqualTo(400);
    assertThat(server.get("/api/v1/reports?ambiguous=maybe").statusCode()).isEqualTo(400);
  }

  @Test
  void areNotTakenForOneTownsNorForOneOfKnownPlace() {
    JsonNode open = server.json("/api/v1/towns/" + encoded("城关镇"));
    assertThat(open.get("reports").size()).isEqualTo(2);
    assertThat(open.at("/reports/1/report/ambiguous").booleanValue()).isTrue();
    assertThat(open.at("/reports/1/carried").isNull()).isTrue();
    assertThat(open.get("figures").isEmpty()).isTrue();
    JsonNode known = server.json("/api/v1/towns/" + encoded("临溪县") + "/" + encoded("城关镇"));
    assertThat(known.get("reports").size()).isEqualTo(1);
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8);
  }

  @Test
  void completedRegionsAreFilteredAndSayWhereTheyAreFrom() {
    assertThat(paths(RunningServer.query("region", "云泽省/云泽市/临溪县")))
        .containsExactlyInAnyOrder("临溪县/c.txt", "d.txt");
    String id =
        server
            .json("/api/v1/reports?" + RunningServer.query("town", "柳湾镇"))
            .at("/reports/0/id")
            .asString();
    JsonNode report = server.json("/api/v1/reports/" + id);

    assertThat(report.at("/metadata/county/from").asString()).isEqualTo("gazetteer");
    assertThat(report.at("/metadata/town/from").asString()).isEqualTo("title");
    assertThat(report.at("/metadata/published/value").asString()).isEqualTo("2025-01-08");
    assertThat(report.at("/metadata/published/from").asString()).isEqualTo("manifest");
    assertThat(report.at("/source/url").asString()).isEqualTo("https://example.org/d");
    assertThat(report.get("ambiguous").asBoolean()).isFalse();
  }
}
