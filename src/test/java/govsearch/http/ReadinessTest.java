package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Readiness tells what does not go on in the background. */
class ReadinessTest {

  @Test
  void whatIsAilingIsSaidWith503AndLifeIsNot() throws Exception {
    try (RunningServer server = RunningServer.overSamples()) {
      assertThat(server.get("/health/ready").statusCode()).isEqualTo(200);
      server.watching(() -> java.util.List.of("监视报告目录的线程已经停止"));

      var answer = server.get("/health/ready");

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8))
          .contains("监视报告目录的线程已经停止");
      assertThat(server.get("/health/live").statusCode()).isEqualTo(200);
    }
  }
}
