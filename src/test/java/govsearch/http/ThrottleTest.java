package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ThrottleTest {

  @Test
  void whoAsksTooOftenIsToldWhenToComeBackAndThisMachineIsNot() throws Exception {
    AtomicLong now = new AtomicLong();
    Throttle counted = new Throttle(2, true, now::get);
    Throttle own = new Throttle(2, false, now::get);
    Javalin app =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  new Errors(JsonMapper.builder().build()).configure(config);
                  config.routes.get("/counted", counted.in(context -> context.result("done")));
                  config.routes.get("/own", own.in(context -> context.result("done")));
                })
            .start("127.0.0.1", 0);
    try (HttpClient client = HttpClient.newHttpClient()) {
      assertThat(get(client, app, "/counted").statusCode()).isEqualTo(200);
      assertThat(get(client, app, "/counted").statusCode()).isEqualTo(200);
      HttpResponse<String> refused = get(client, app, "/counted");
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.body()).contains("请求太多");
      long seconds = Long.parseLong(refused.headers().firstValue("Retry-After").orElseThrow());
      now.addAndGet(seconds * 1_000_000_000);
      assertThat(get(client, app, "/counted").statusCode()).isEqualTo(200);
      for (int i = 0; i < 5; i++) {
        assertThat(get(client, app, "/own").statusCode()).isEqualTo(200);
      }
    } finally {
      app.stop();
    }
  }

  @Test
  void aMinutesLimitsAreThoseThatTheReadmeNames() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    assertThat(readme)
        .contains(
            "导出 " + Throttle.EXPORTS + " 次",
            "相似问题 " + Throttle.HEAVY + " 次",
            "自查 " + Throttle.SELF_CHECKS + " 次");
  }

  private static HttpResponse<String> get(HttpClient client, Javalin app, String path)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + app.port() + path);
    return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }
}
