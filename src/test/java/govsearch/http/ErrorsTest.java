package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.EngineUnavailableException;
import govsearch.engine.MatchSummary;
import govsearch.engine.NotAnsweredException;
import govsearch.engine.SearchEngine;
import govsearch.engine.SearchResult;
import govsearch.engine.SearchTimedOutException;
import govsearch.engine.UnusableIndexException;
import govsearch.library.LibraryReader;
import govsearch.library.SourceStore;
import govsearch.query.Mode;
import java.lang.reflect.InvocationHandler;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is answered when it is the service that fails, with an engine that does. */
class ErrorsTest {

  @TempDir private Path index;

  private HttpResponse<String> searchWith(InvocationHandler behaviour) throws Exception {
    return askWith(behaviour, "/api/v1/search?q=a");
  }

  private HttpResponse<String> askWith(InvocationHandler behaviour, String what) throws Exception {
    SearchEngine engine = FakeEngine.of(behaviour);
    ServerSettings settings = new ServerSettings("127.0.0.1", 0, Path.of("web"), null);
    try (Server server =
            new Server(engine, (LibraryReader) engine, new SourceStore(index), settings).start();
        HttpClient client = HttpClient.newHttpClient()) {
      URI uri = URI.create("http://127.0.0.1:" + server.port() + what);
      return client.send(
          HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
  }

  private static JsonNode problem(HttpResponse<String> answer) {
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    JsonNode problem = JsonMapper.builder().build().readTree(answer.body());
    assertThat(problem.get("status").intValue()).isEqualTo(answer.statusCode());
    return problem;
  }

  @Test
  void anExceptionIsAnsweredWithoutWhatIsInside() throws Exception {
    HttpResponse<String> answer =
        searchWith(
            (proxy, method, args) -> {
              throw new IllegalStateException("secret");
            });

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(problem(answer).get("title").asString()).isEqualTo("服务器内部错误");
    assertThat(answer.body()).doesNotContain("secret", "IllegalState");
  }

  @Test
  void anErrorOfTheMachineIsAnsweredTooAndOnce() throws Exception {
    int[] calls = {0};
    HttpResponse<String> answer =
        searchWith(
            (proxy, method, args) -> {
              calls[0]++;
              throw new StackOverflowError("secret");
            });

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(problem(answer).get("detail").asString()).contains("请稍后再试");
    assertThat(answer.body()).doesNotContain("secret", "StackOverflow");
    assertThat(calls[0]).isEqualTo(1);
  }

  @Test
  void anIndexThatCannotBeReadIsSaidWithWhatToDo() throws Exception {
    HttpResponse<String> answer =
        searchWith(
            (proxy, method, args) -> {
              throw new UnusableIndexException("索引打不开，请重建");
            });

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(problem(answer).get("detail").asString()).isEqualTo("索引打不开，请重建");
  }

  @Test
  void whatMustBeWholeAndCannotBeInTimeIsRefused() throws Exception {
    HttpResponse<String> answer =
        searchWith(
            (proxy, method, args) -> {
              throw new SearchTimedOutException();
            });

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(problem(answer).get("detail").asString()).contains("缩小范围");
  }

  @Test
  void anEngineThatIsAwayMayBeAskedAgainInAMoment() throws Exception {
    HttpResponse<String> answer =
        searchWith(
            (proxy, method, args) -> {
              throw new EngineUnavailableException("OpenSearch 没有应答");
            });
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
    assertThat(problem(answer).get("detail").asString()).isEqualTo("OpenSearch 没有应答");
  }

  @Test
  void whatAnEngineCannotAnswerIsSaidAndNotAnsweredWrongly() throws Exception {
    HttpResponse<String> answer =
        searchWith(
            (proxy, method, args) -> {
              throw new NotAnsweredException("请用内嵌引擎");
            });
    assertThat(answer.statusCode()).isEqualTo(501);
    assertThat(problem(answer).get("detail").asString()).isEqualTo("请用内嵌引擎");
  }

  @Test
  void aSearchThatRanOutOfTimeSaysThatItIsNotComplete() throws Exception {
    HttpResponse<String> answer = searchWith((proxy, method, args) -> partial());
    JsonNode json = JsonMapper.builder().build().readTree(answer.body());

    assertThat(json.at("/total/exact").booleanValue()).isFalse();
    assertThat(json.at("/notices/0/code").asString()).isEqualTo("timed-out");
  }

  @Test
  void aFeedThatRanOutOfTimeSaysSoAndIsNotKept() throws Exception {
    HttpResponse<String> answer =
        askWith(
            (proxy, method, args) -> method.getName().equals("begun") ? 0L : partial(),
            "/api/v1/watch.atom?q=a");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("没有找全", "至少 3 份");
    assertThat(answer.headers().firstValue("ETag")).isEmpty();
  }

  private static SearchResult partial() {
    return new SearchResult(
        Mode.WORDS,
        new SearchResult.Total(7, false),
        7,
        7,
        new MatchSummary(7, 3, 2, List.of(2023, 2025)),
        List.of(),
        List.of(),
        Map.of(),
        null,
        false);
  }
}
