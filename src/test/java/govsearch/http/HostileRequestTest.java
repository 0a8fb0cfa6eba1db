package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that mean harm get nothing, and that as a problem like any other. */
class HostileRequestTest {

  private static RunningServer server;

  @BeforeAll
  static void start() {
    server = RunningServer.overSamples();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../pom.xml",
        "/%2e%2e/pom.xml",
        "/.%2e/pom.xml",
        "/..%2fpom.xml",
        "/%2e%2e%2fpom.xml",
        "/css/../../pom.xml",
        "/css/%2e%2e/%2e%2e/pom.xml",
        "/..;/pom.xml",
        "/..%5cpom.xml",
        "/js/..%5c..%5cpom.xml",
        "/%c0%ae%c0%ae/pom.xml",
        "/%252e%252e/pom.xml",
        "//pom.xml",
        "/./../pom.xml",
        "/webjars/../pom.xml",
        "/webjars/%2e%2e/%2e%2e/pom.xml",
        "/reports/../../pom.xml",
        "/css/base.css%00.html",
        "/index.html%00",
        "/pom.xml",
        "/.git/config",
        "/src/main/resources/logback.xml",
        "/WEB-INF/web.xml",
        "/govsearch/http/openapi.yaml",
        "/META-INF/MANIFEST.MF",
        "*",
        "http://evil.example/pom.xml",
      })
  void nothingOutsideTheFolderIsServed(String target) {
    RawAnswer answer = server.raw(target);

    assertThat(answer.status()).isIn(400, 404);
    assertThat(answer.head()).contains("application/problem+json");
    assertThat(answer.json().get("status").intValue()).isEqualTo(answer.status());
  }

  @Test
  void aLinkThatLeadsOutOfTheFolderIsNotFollowed(@TempDir Path folder) throws IOException {
    Path web = Files.createDirectory(folder.resolve("web"));
    Files.writeString(web.resolve("index.html"), "<!doctype html>");
    Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
    Files.createSymbolicLink(web.resolve("out.txt"), secret);
    try (RunningServer other = RunningServer.over(RunningServer.SAMPLES, web, null)) {
      assertThat(other.get("/index.html").statusCode()).isEqualTo(200);
      assertThat(other.get("/out.txt").statusCode()).isEqualTo(404);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NONSENSE\r\n\r\n",
        "GET\r\n\r\n",
        "GET / HTTP/9.9\r\n\r\n",
        "GET / HTTP/2.0\r\nHost: localhost\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nTransfer-Encoding: x\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n"
      })
  void whatIsNoRequestIsAnsweredWithAProblem(String request) {
    RawAnswer answer = server.raw(request.getBytes(StandardCharsets.US_ASCII));

    assertThat(answer.status()).isBetween(400, 499);
    assertThat(answer.head()).contains("application/problem+json", "nosniff");
    assertThat(answer.json().get("detail").asString()).isNotBlank();
  }
}
