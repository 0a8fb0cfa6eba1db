package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The collection's edition in answers and exports, and its manifest. */
class EditionApiTest {

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
  void everyAnswerNamesOneEdition() {
    String edition = server.json("/api/v1/library").get("edition").asString();
    assertThat(edition).matches("[0-9a-f]{16}");
    assertThat(server.search("q", "普法").get("edition").asString()).isEqualTo(edition);
    for (String path : List.of("/api/v1/search?q=a", "/api/v1/reports", "/api/v1/manifest.csv")) {
      assertThat(server.get(path).headers().firstValue(Server.EDITION)).hasValue(edition);
    }
    String export =
        new String(
            server.get("/api/v1/export?columns=conditions&q=%E6%99%AE%E6%B3%95").body(),
            StandardCharsets.UTF_8);
    assertThat(export).contains("收藏版本：" + edition);
  }

  @Test
  void theManifestHasEveryReportById() {
    HttpResponse<byte[]> answer = server.get("/api/v1/manifest.csv");
    String[] lines = new String(answer.body(), StandardCharsets.UTF_8).split("\r\n");
    long reports = server.json("/api/v1/library").get("reports").asLong();
    assertThat(lines).hasSize((int) reports + 1);
    assertThat(lines[0]).startsWith("\uFEFF\"id\",\"path\",\"title\",\"province\"");
    assertThat(List.of(lines).subList(1, lines.length)).isSorted();
    assertThat(lines[1]).containsPattern("\"[0-9a-f]{64}\",[0-9]+,[0-9]+$");
    assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("manifest-");
    assertThat(server.get("/api/v1/manifest.csv?q=a").statusCode()).isEqualTo(400);
  }
}
