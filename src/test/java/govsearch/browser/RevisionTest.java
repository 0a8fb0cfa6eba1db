package govsearch.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 修订 and 关注: a report that was edited is held against what it said, and a search is followed. */
class RevisionTest extends BrowserTest {

  private static final String REPORT = "云岫镇2024年法治政府建设情况报告\n一、主要做法\n开展“莫须有节”宣讲3场。\n收集意见四条。\n";
  private static final String BOUNDARY = "----govsearch";

  private final HttpClient client = HttpClient.newHttpClient();
  private String id = "";

  @AfterEach
  void leaveNothing() throws Exception {
    if (!id.isEmpty()) {
      send(HttpRequest.newBuilder(URI.create(origin() + "/api/v1/reports/" + id)).DELETE(), 204);
    }
    client.close();
  }

  private String send(HttpRequest.Builder request, int status)
      throws IOException, InterruptedException {
    request.header("Authorization", "Bearer " + BrowserService.TOKEN);
    HttpResponse<String> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return answer.body();
  }

  private String upload(String text, String more) throws IOException, InterruptedException {
    String body =
        "--"
            + BOUNDARY
            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n"
            + text
            + "\r\n--"
            + BOUNDARY
            + "--\r\n";
    String path = URLEncoder.encode("云岫镇.txt", StandardCharsets.UTF_8);
    JsonNode answer =
        JsonMapper.builder()
            .build()
            .readTree(
                send(
                    HttpRequest.newBuilder(
                            URI.create(origin() + "/api/v1/reports?path=" + path + more))
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                    201));
    return answer.at("/reports/0/id").asString();
  }

  @Test
  void anEditedReportLeadsToWhatItSaidBeforeAndASearchToItsFeed() throws Exception {
    id = upload(REPORT, "");
    browser.open(origin() + "/reports/" + id);
    browser.seeTestId("meta-town");
    assertThat(browser.all("[data-testid='revision']")).isEmpty();
    Thread.sleep(1_100); // times are kept by the second
    upload(REPORT.replace("3场", "4场"), "&replace=true");
    browser.open(origin() + "/reports/" + id);
    assertThat(browser.seeTestId("revision").getText()).contains("修订");
    isAccessible("a revised report");
    browser.seeTestId("revision").click();
    browser.until(
        "both texts",
        () -> {
          String compared = browser.see("#compared").getText();
          return compared.contains("3场") && compared.contains("4场");
        });
    assertThat(browser.see("main").getText()).contains("以前的文字");
    browser.screenshot("revision-1440");
    isAccessible("a revision");

    search("“莫须有节”", "&sort=first-seen");
    browser.seeTestId("hit");
    browser.seeTestId("export").click();
    assertThat(browser.seeTestId("watch").getDomProperty("href"))
        .contains("/api/v1/watch.atom?q=")
        .doesNotContain("sort=");
  }
}
