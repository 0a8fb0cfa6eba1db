package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * {@code GET towns/{place}} over HTTP: towns of one name, of one place, of little that is known.
 */
class TownApiTest {

  private static RunningServer server;
  private static ApiDescription api;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    write(folder, "a", "青石镇2023", 10, 20);
    write(folder, "b", "青石镇2024", 12, 25);
    write(folder, "c", "青石镇2025", 15, 25);
    write(folder, "d", "青石镇2024", 99, 99);
    write(folder, "e", "柳塘镇2024", 7, 8);
    Files.writeString(
        folder.resolve("reports.csv"),
        "path,province,county\na.txt,甲省,临溪县\nb.txt,,临溪县\nc.txt,甲省,临溪县\n"
            + "d.txt,乙省,白沙县\ne.txt,甲省,临溪县\n");
    server = RunningServer.over(folder, Path.of("web"), null);
    api = ApiDescription.servedBy(server);
  }

  private static void write(Path folder, String name, String who, int people, int cases)
      throws IOException {
    Files.writeString(
        folder.resolve(name + ".txt"),
        who
            + "年法治政府建设情况报告\n一、主要做法\n培养“法律明白人”"
            + people
            + "名，调解矛盾纠纷"
            + cases
            + "件。每月开一次院坝会。\n二、存在问题\n一是网格员流动快，岗位常年空着。\n"
            + "三、下一步打算\n一是稳住网格员队伍，岗位补贴按月发放。\n");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<byte[]> ask(String place) {
    String path =
        Arrays.stream(place.split("/"))
            .map(name -> URLEncoder.encode(name, StandardCharsets.UTF_8))
            .collect(Collectors.joining("/"));
    return server.get("/api/v1/towns/" + path);
  }

  private static JsonNode town(String place) {
    HttpResponse<byte[]> answer = ask(place);
    assertThat(answer.statusCode()).as(place).isEqualTo(200);
    JsonNode town = RunningServer.json(answer);
    assertThat(api.errors("Town", town)).isEmpty();
    return town;
  }

  private static List<Integer> years(JsonNode town) {
    return town.get("reports").valueStream().map(r -> r.at("/report/year").intValue()).toList();
  }

  @Test
  void aTownHasAllItsReportsWhateverTheyNameOfItsPlace() {
    for (String place : List.of("甲省/临溪县/青石镇", "临溪县/青石镇", "甲省/青石镇")) {
      JsonNode town = town(place);
      assertThat(years(town)).as(place).containsExactly(2023, 2024, 2025);
      assertThat(town.get("path").asString()).isEqualTo("甲省/临溪县/青石镇");
    }
    assertThat(years(town("白沙县/青石镇"))).containsExactly(2024);
  }

  @Test
  void aNameOfTwoPlacesIsAskedForItsPlace() {
    HttpResponse<byte[]> answer = ask("青石镇");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(RunningServer.json(answer).get("detail").asString())
        .contains("不止一处", "甲省/临溪县/青石镇", "乙省/白沙县/青石镇");
    assertThat(ask("丙县/青石镇").statusCode()).isEqualTo(404);
    assertThat(ask("青石").statusCode()).isEqualTo(404);
    assertThat(years(town("柳塘镇"))).containsExactly(2024);
  }

  @Test
  void itTellsWhatWasCarriedOverWhatCameOfProblemsAndWhatIsCounted() {
    JsonNode town = town("临溪县/青石镇");
    assertThat(town.at("/reports/0/carried").isNull()).isTrue();
    assertThat(town.at("/reports/2/carried/year").intValue()).isEqualTo(2024);
    assertThat(town.at("/reports/2/carried/share").doubleValue()).isBetween(0.5, 0.999);

    JsonNode problem = town.at("/problems/0");
    assertThat(problem.get("year").intValue()).isEqualTo(2025);
    assertThat(problem.get("text").asString()).contains("网格员流动快");
    assertThat(problem.at("/measure/text").asString()).contains("稳住网格员队伍");
    assertThat(problem.get("nextYear").isNull()).isTrue();
    assertThat(town.at("/problems/1/nextYear").asString())
        .isEqualTo(town.at("/reports/2/report/id").asString());

    JsonNode people =
        town.get("figures")
            .valueStream()
            .filter(row -> row.get("name").asString().equals("法律明白人"))
            .findFirst()
            .orElseThrow();
    assertThat(people.get("unit").asString()).isEqualTo("人");
    assertThat(people.get("years").valueStream().map(y -> y.get("value").intValue()))
        .containsExactly(10, 12, 15);
  }

  @Test
  void itsPageIsServedAtItsPlace() {
    HttpResponse<byte[]> page = server.get("/towns/a/b/c");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(new String(page.body(), StandardCharsets.UTF_8)).contains("/js/town-page.js");
    assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
  }
}
