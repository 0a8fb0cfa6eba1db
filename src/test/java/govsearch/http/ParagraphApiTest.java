package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** {@code GET paragraphs/{id}}: what is linked to and cited. */
class ParagraphApiTest {

  private static RunningServer server;
  private static JsonNode report;

  @BeforeAll
  static void start() {
    server = RunningServer.overSamples();
    String id = server.search("q", "“蒲扇”").at("/hits/0/reportId").asString();
    report = server.json("/api/v1/reports/" + id);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String path(int index) {
    return "/api/v1/paragraphs/"
        + report.get("id").asString()
        + "."
        + report.get("paragraphs").get(index).get("id").asString();
  }

  @Test
  void everyParagraphStandsBetweenItsNeighbours() {
    JsonNode paragraphs = report.get("paragraphs");
    for (int i = 0; i < paragraphs.size(); i++) {
      JsonNode answer = server.json(path(i));

      assertThat(answer.get("paragraph")).isEqualTo(paragraphs.get(i));
      JsonNode previous = answer.at("/neighbours/previous");
      JsonNode next = answer.at("/neighbours/next");
      assertThat(previous.isNull()).isEqualTo(i == 0);
      assertThat(next.isNull()).isEqualTo(i == paragraphs.size() - 1);
      if (i > 0) {
        assertThat(previous).isEqualTo(paragraphs.get(i - 1));
      }
      if (i + 1 < paragraphs.size()) {
        assertThat(next).isEqualTo(paragraphs.get(i + 1));
      }
      assertThat(answer.at("/report/id")).isEqualTo(report.get("id"));
    }
  }

  @Test
  void everyHitOfASearchHasItsParagraph() {
    for (JsonNode hit : server.search("q", "“法律明白人”", "size", "200").get("hits").values()) {
      String id = hit.get("reportId").asString() + "." + hit.get("paragraphId").asString();
      JsonNode answer = server.json("/api/v1/paragraphs/" + id);

      assertThat(answer.at("/paragraph/text")).isEqualTo(hit.get("text"));
      assertThat(answer.at("/paragraph/headingPath")).isEqualTo(hit.get("headingPath"));
    }
  }

  @Test
  void theCitationSaysWhoWhatWhenAndWhere() {
    JsonNode answer = server.json(path(15));

    assertThat(answer.get("citation").asString())
        .isEqualTo(
            "临溪县柳湾镇：《临溪县柳湾镇2025年法治政府建设情况报告（示例）》（2025年），一、法治建设主要举措与成效 › （四）送法下乡"
                + " › 3.话要土，第16段，本库没有对外的网址");
    assertThat(answer.at("/citations/gbt7714").asString())
        .startsWith("临溪县柳湾镇. 临溪县柳湾镇2025年法治政府建设情况报告（示例）[R/OL]. [")
        .endsWith("]: 第16段. 本库没有对外的网址.");
    assertThat(answer.get("citations").toString()).doesNotContain("127.0.0.1");
  }

  @Test
  void theCitationSaysWhatIsNotStated() {
    JsonNode hit = server.search("town", "青崖乡", "section", "problems").at("/hits/0");
    String id = hit.get("reportId").asString() + "." + hit.get("paragraphId").asString();

    assertThat(server.json("/api/v1/paragraphs/" + id).get("citation").asString())
        .startsWith("临溪县青崖乡：法治政府建设情况报告（原文无标题）（2025年），");
  }

  @Test
  void thePageOfAReportTellsReferenceManagersWhatItIs() {
    String page =
        new String(
            server.get("/reports/" + report.get("id").asString()).body(), StandardCharsets.UTF_8);
    assertThat(page)
        .contains("<meta name=\"citation_title\" content=\"临溪县柳湾镇2025年法治政府建设情况报告（示例）\">")
        .contains("<meta name=\"citation_technical_report_institution\" content=\"临溪县柳湾镇\">")
        .contains("<title>临溪县柳湾镇2025年法治政府建设情况报告（示例） · ");
    assertThat(new String(server.get("/reports/nosuchreport").body(), StandardCharsets.UTF_8))
        .doesNotContain("citation_title");
  }

  @Test
  void thePermalinkLeadsToThePageOfTheReport() {
    URI permalink = URI.create(server.json(path(15)).get("permalink").asString());

    assertThat(permalink.getHost()).isEqualTo("127.0.0.1");
    assertThat(permalink.getPort()).isEqualTo(server.port());
    assertThat(permalink.getFragment())
        .isEqualTo(report.get("paragraphs").get(15).get("id").asString() + "~16");
    HttpResponse<byte[]> page = server.get(permalink.getPath());
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(new String(page.body(), StandardCharsets.UTF_8)).contains("/js/report-page.js");
  }

  @Test
  void thePermalinkIsOfTheHostThatWasAsked() {
    assertThat(permalinkFor("allowed.example.org"))
        .startsWith("http://allowed.example.org/reports/");
    assertThat(permalinkFor("[::1]:8080")).startsWith("http://[::1]:8080/reports/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\"b",
        "a<script>",
        "a b",
        "user@evil.example",
        "a/b",
        "a?b",
        "a#b",
        "a\\b",
        "a:x"
      })
  void aHostThatIsNoneGetsIntoNoLink(String host) {
    RawAnswer answer = server.raw(path(15), host);

    assertThat(answer.status()).isIn(400, 421);
    assertThat(answer.body()).doesNotContain(host);
  }

  @Test
  void aClientThatNamesNoHostGetsALinkAllTheSame() {
    String request = "GET " + path(15) + " HTTP/1.0\r\n\r\n";
    RawAnswer answer = server.raw(request.getBytes(StandardCharsets.ISO_8859_1));

    assertThat(answer.json().get("permalink").asString())
        .startsWith("http://127.0.0.1:" + server.port() + "/reports/");
  }

  private static String permalinkFor(String host) {
    return server.raw(path(15), host).json().get("permalink").asString();
  }

  @Test
  void aPublicUrlIsInEveryLinkWhateverNameWasAsked() {
    String url = "https://reports.example.org";
    try (RunningServer behindProxy =
        RunningServer.over(RunningServer.SAMPLES, Path.of("web"), url)) {
      for (String host : List.of("localhost", "reports.example.org", "allowed.example.org")) {
        JsonNode answer = behindProxy.raw(path(15), host).json();

        assertThat(answer.get("permalink").asString()).startsWith(url + "/reports/");
        assertThat(answer.get("citation").asString()).contains(url);
        for (String form : List.of("brief", "gbt7714", "ris", "bibtex")) {
          assertThat(answer.at("/citations/" + form).asString()).as(form).contains(url);
        }
      }
      assertThat(behindProxy.raw(path(15), "evil.example").status()).isEqualTo(421);
    }
  }

  @Test
  void anIdThatThereIsNotIsNotFoundAndSaidWhy() {
    String id = report.get("id").asString();
    assertMissing(id + ".aaaaaaaa", "这份报告里没有这一段");
    assertMissing("aaaaaaaaaaaa.aaaaaaaa", "没有编号为 aaaaaaaaaaaa 的报告");
    for (String malformed :
        List.of(id, id + ".", id + ".AAAAAAAA", id + ".aaaaaaaa-0", "a..b", ".")) {
      assertMissing(malformed, "编号");
    }
  }

  private static void assertMissing(String id, String detail) {
    HttpResponse<byte[]> answer = server.get("/api/v1/paragraphs/" + id);

    assertThat(answer.statusCode()).as(id).isEqualTo(404);
    assertThat(RunningServer.json(answer).get("detail").asString()).contains(detail);
  }
}
