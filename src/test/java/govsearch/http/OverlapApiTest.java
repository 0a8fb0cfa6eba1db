package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.insight.Indexed;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code GET overlap} and {@code GET reports/{id}/overlap} over HTTP. */
class OverlapApiTest {

  private static final String SHARED =
      "鹌鹑坳夜校用点读机教识字并讲解土地合同一百天。渡口的老船工轮流到戏台讲水上安全的案例。" + "采石场的民工在食堂门口认识了免费律师。山洪过后的界桩由两村老人共同重新立好。";

  @TempDir private static Path folder;
  private static RunningServer server;
  private static ApiDescription api;

  @BeforeAll
  static void start() {
    for (String town : new String[] {"柳湾镇", "枣河镇", "青崖乡"}) {
      Indexed.write(
          folder,
          town + ".txt",
          "临溪县" + town,
          (town.equals("柳湾镇") ? 2023 : 2024) + "年",
          "一、主要做法\n" + SHARED);
    }
    server = RunningServer.over(folder, Path.of("web"), null);
    api = ApiDescription.servedBy(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aSurveyIsBegunByAskingAndThenThere() throws InterruptedException {
    JsonNode survey = server.json("/api/v1/overlap");
    for (int i = 0; i < 600 && !survey.get("state").asString().equals("done"); i++) {
      assertThat(api.errors("OverlapSurvey", survey)).isEmpty();
      Thread.sleep(50);
      survey = server.json("/api/v1/overlap");
    }
    assertThat(survey.get("state").asString()).isEqualTo("done");
    assertThat(api.errors("OverlapSurvey", survey)).isEmpty();
    assertThat(survey.get("total").intValue()).isEqualTo(3);
    assertThat(survey.get("clusters").size()).isOne();
    assertThat(survey.get("pairs").valueStream().map(OverlapApiTest::years))
        .containsExactlyInAnyOrder("2023 2024 later", "2023 2024 later", "2024 2024 same-year");
    assertThat(server.json("/api/v1/overlap?size=1").get("pairs").size()).isOne();
    assertThat(server.get("/api/v1/overlap?formula=1").statusCode()).isEqualTo(400);
  }

  private static String years(JsonNode pair) {
    return pair.at("/a/year").asString()
        + " "
        + pair.at("/b/year").asString()
        + " "
        + pair.get("direction").asString();
  }

  @Test
  void oneReportIsAnsweredAtOnceWithItsPassages() {
    JsonNode reports = server.json("/api/v1/reports").get("reports");
    String one = reports.get(0).get("id").asString();
    String other = reports.get(1).get("id").asString();
    JsonNode overlap = server.json("/api/v1/reports/" + one + "/overlap?with=" + other);
    assertThat(api.errors("ReportOverlap", overlap)).isEmpty();
    assertThat(overlap.get("shared").size()).isEqualTo(2);
    assertThat(overlap.at("/passages/0/text").asString()).isEqualTo(SHARED);
    assertThat(overlap.at("/passages/0/otherText").asString()).isEqualTo(SHARED);
    assertThat(server.get("/api/v1/reports/" + one + "/overlap?with=nosuchreport").statusCode())
        .isEqualTo(404);
  }
}
