package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;

/** What is new, what was edited, and which surveys are old, in a collection that changes. */
class WatchApiTest {

  private static final String TOKEN = "a-token-for-this-test";
  private static final String REPORT = "云台镇2024年法治政府建设情况报告\n一、主要做法\n开展“乌有节”宣讲3场<b>。\n收集意见四条。\n";
  private static final String QUERY = RunningServer.query("q", "“乌有节”");

  private RunningServer server;
  private ApiDescription api;

  @BeforeEach
  void start() {
    server = RunningServer.changeable(TOKEN);
    api = ApiDescription.servedBy(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String upload(String text, String more) {
    String boundary = "----govsearch";
    String body =
        "--"
            + boundary
            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n"
            + text
            + "\r\n--"
            + boundary
            + "--\r\n";
    HttpResponse<byte[]> answer =
        server.post(
            "/api/v1/reports?" + RunningServer.query("path", "云台镇.txt") + more,
            "multipart/form-data; boundary=" + boundary,
            body.getBytes(StandardCharsets.UTF_8),
            "Authorization",
            "Bearer " + TOKEN);
    assertThat(answer.statusCode()).isEqualTo(201);
    return RunningServer.json(answer).at("/reports/0/id").asString();
  }

  private Document feed(String query) throws Exception {
    HttpResponse<byte[]> answer = server.get("/api/v1/watch.atom?" + query);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/atom+xml");
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(answer.body()));
  }

  private static List<Element> all(Document feed, String name) {
    NodeList nodes = feed.getElementsByTagNameNS("http://www.w3.org/2005/Atom", name);
    List<Element> all = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      all.add((Element) nodes.item(i));
    }
    return all;
  }

  @Test
  void whatIsNewIsToldAndAnEditedReportComesAgainWithItsOldText() throws Exception {
    assertThat(all(feed(QUERY), "entry")).isEmpty();
    Thread.sleep(1_100); // times are kept by the second
    String id = upload(REPORT, "");
    Document first = feed(QUERY);
    assertThat(all(first, "entry")).hasSize(1);
    assertThat(all(first, "summary").getFirst().getTextContent()).contains("乌有节", "<b>");
    assertThat(all(first, "category").getFirst().getAttribute("term")).isEqualTo("new");
    String entryId = all(first, "id").getLast().getTextContent();
    Thread.sleep(1_100);

    upload(REPORT.replace("3场", "4场"), "&replace=true");
    Document second = feed(QUERY);
    assertThat(all(second, "entry")).hasSize(1);
    assertThat(all(second, "category").getFirst().getAttribute("term")).isEqualTo("revised");
    assertThat(all(second, "id").getLast().getTextContent()).isNotEqualTo(entryId);
    String compare =
        all(second, "link").stream()
            .filter(link -> link.getAttribute("rel").equals("related"))
            .map(link -> link.getAttribute("href"))
            .findFirst()
            .orElseThrow();
    assertThat(compare).contains("/compare.html?a=" + id + "%40");

    JsonNode revisions = server.json("/api/v1/reports/" + id + "/revisions");
    assertThat(api.errors("Revisions", revisions)).isEmpty();
    assertThat(revisions.get("revisions")).hasSize(1);
    String key = revisions.at("/revisions/0/key").asString();
    JsonNode compared = server.json("/api/v1/compare?" + RunningServer.query("a", key, "b", id));
    assertThat(compared.toString()).contains("3场", "4场");
    assertThat(server.get("/api/v1/compare?a=" + id + "@1&b=" + id).statusCode()).isEqualTo(404);
    assertThat(server.get("/api/v1/compare?a=" + key + "&b=" + key).statusCode()).isEqualTo(400);

    JsonNode newest = server.search("sort", "first-seen", "size", "1");
    assertThat(newest.at("/hits/0/reportId").asString()).isEqualTo(id);
    assertThat(server.search("since", "2999-01-01").at("/total/value").intValue()).isZero();
    assertThat(server.search("q", "“乌有节”", "since", "2020-01-31").at("/total/value").intValue())
        .isEqualTo(1);
    assertThat(all(feed(QUERY + "&since=2999-01-01T00:00:00Z"), "entry")).isEmpty();
  }

  @Test
  void whatTheCollectionBeganWithIsNoNewsUnlessItIsAskedFor() throws Exception {
    Document all = feed("");
    assertThat(all(all, "entry")).isEmpty();
    assertThat(all(all, "subtitle").getFirst().getTextContent())
        .containsPattern("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d 第一次收录完，那时已有的不算新的。$");
    assertThat(all(all, "updated").getFirst().getTextContent()).doesNotStartWith("1970");
    Thread.sleep(1_100);
    upload(REPORT, "");
    assertThat(all(feed(""), "entry")).hasSize(1);
    Document since = feed("since=2020-01-31");
    int reports = server.json("/api/v1/reports").get("total").intValue();
    assertThat(all(since, "entry")).hasSize(Math.min(reports, Watched.MOST));
    assertThat(all(since, "subtitle").getFirst().getTextContent()).doesNotContain("不算新的");
  }

  @ParameterizedTest
  @ValueSource(strings = {"since=gestern", "since=2026-02-30", "sort=newest", "size=3"})
  void whatCannotBeMeantIsRefused(String parameters) {
    assertThat(server.get("/api/v1/watch.atom?" + parameters).statusCode()).isEqualTo(400);
  }

  private JsonNode survey(String more) throws InterruptedException {
    JsonNode survey = server.json("/api/v1/overlap?" + more);
    for (int i = 0; i < 600 && !survey.get("state").asString().equals("done"); i++) {
      Thread.sleep(50);
      survey = server.json("/api/v1/overlap");
    }
    assertThat(api.errors("OverlapSurvey", survey)).isEmpty();
    return survey;
  }

  @Test
  void aSurveyOfBeforeAChangeSaysThatItIsOld() throws InterruptedException {
    JsonNode before = survey("");
    assertThat(before.get("outdated").booleanValue()).isFalse();
    upload(REPORT, "");
    JsonNode old = survey("");
    assertThat(old.get("outdated").booleanValue()).isTrue();
    assertThat(old.get("edition")).isEqualTo(before.get("edition"));
    JsonNode again = survey("again=true");
    assertThat(again.get("outdated").booleanValue()).isFalse();
    assertThat(again.get("edition")).isNotEqualTo(before.get("edition"));
  }
}
