package govsearch.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** Reports that a test puts into the collection of its class, and takes out again. */
final class Uploaded implements AutoCloseable {

  private static final String BOUNDARY = "----govsearch";

  private final HttpClient client = HttpClient.newHttpClient();
  private final String origin;
  private final Set<String> ids = new LinkedHashSet<>();

  Uploaded(String origin) {
    this.origin = origin;
  }

  /** Puts a report there, in place of the one of the same path; gives its id. */
  String put(String path, String text) throws IOException {
    String body =
        "--"
            + BOUNDARY
            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n"
            + text
            + "\r\n--"
            + BOUNDARY
            + "--\r\n";
    String query = "?replace=true&path=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    String answer =
        send(
            HttpRequest.newBuilder(URI.create(origin + "/api/v1/reports" + query))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofString(body)),
            201);
    String id = JsonMapper.builder().build().readTree(answer).at("/reports/0/id").asString();
    ids.add(id);
    return id;
  }

  private String send(HttpRequest.Builder request, int status) throws IOException {
    request.header("Authorization", "Bearer " + BrowserService.TOKEN);
    HttpResponse<String> answer;
    try {
      answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return answer.body();
  }

  @Override
  public void close() throws IOException {
    for (String id : ids) {
      send(HttpRequest.newBuilder(URI.create(origin + "/api/v1/reports/" + id)).DELETE(), 204);
    }
    client.close();
  }
}
