package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page of another site reads nothing here, under whatever name, and changes nothing. */
class ForeignRequestTest {

  private static final String TOKEN = "a-token-for-this-test";
  private static RunningServer server;

  @BeforeAll
  static void start() {
    server = RunningServer.changeable(TOKEN);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.0.0.1:8080",
        "127.0.0.2",
        "localhost",
        "LocalHost:18080",
        "localhost.",
        "[::1]",
        "[::1]:8080",
        "[0:0:0:0:0:0:0:1]",
        "allowed.example.org",
        "ALLOWED.example.org.:443"
      })
  void itsOwnNamesAreServed(String host) {
    assertThat(server.raw("/api/v1/search?q=a", host).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:8080",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "allowed.example.org.evil.example",
        "notallowed.example.org",
        "192.0.2.1",
        "0.0.0.0",
        "[::]",
        "[2001:db8::1]:80",
        "0x7f000001",
        ""
      })
  void anotherNameIsToldWhatToDoWhateverItAsksFor(String host) {
    for (String target :
        new String[] {"/api/v1/search?q=a", "/", "/js/api.js", "/health/live", "/openapi.yaml"}) {
      RawAnswer answer = server.raw(target, host);

      assertThat(answer.status()).as(target).isIn(400, 421);
      assertThat(answer.head()).contains("application/problem+json");
      assertThat(answer.body()).doesNotContain("evil");
    }
  }

  @Test
  void theProblemSaysWhichOptionsThereAre() {
    assertThat(server.raw("/api/v1/search?q=a", "evil.example").json().get("detail").asString())
        .contains("--allow-host", "--public-url", "127.0.0.1");
  }

  @Test
  void aWholeAddressCountsAsMuchAsTheHeader() {
    assertThat(server.raw("http://evil.example/api/v1/search?q=a").status()).isIn(400, 421);
    assertThat(server.raw("http://evil.example/api/v1/search?q=a", "evil.example").status())
        .isEqualTo(421);
  }

  private static RawAnswer submit(String headers) {
    return server.raw(
        ("POST /api/v1/batch HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + headers
                + "Content-Type: text/plain\r\nContent-Length: 1\r\n\r\na")
            .getBytes(StandardCharsets.US_ASCII));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sec-Fetch-Site: cross-site\r\n",
        "Sec-Fetch-Site: same-site\r\n",
        "Sec-Fetch-Site: nonsense\r\nOrigin: http://localhost\r\n",
        "Origin: https://evil.example\r\n",
        "Origin: null\r\n",
        "Origin: http://localhost.evil.example\r\n",
        "Origin: %%%\r\n"
      })
  void anotherSitesPageSubmitsNothing(String headers) {
    RawAnswer answer = submit(headers);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.json().get("detail").asString()).contains("别的网站");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Sec-Fetch-Site: same-origin\r\n",
        "Sec-Fetch-Site: same-origin\r\nOrigin: https://rewritten-by-a-proxy.example\r\n",
        "Sec-Fetch-Site: none\r\n",
        "Origin: http://127.0.0.1:8080\r\n",
        "Origin: https://allowed.example.org\r\n"
      })
  void itsOwnPagesAndProgramsDo(String headers) {
    assertThat(submit(headers).status()).isEqualTo(200);
  }

  /** What a page sends in its visitor's name is no try of the visitor's. */
  @Test
  void anotherSitesPageDoesNotUseUpTheTriesOfItsVisitor() {
    for (int i = 0; i < 50; i++) {
      assertThat(
              server
                  .ask(
                      "DELETE",
                      "/api/v1/reports/aaaaaaaaaaaa",
                      "Authorization",
                      "Bearer guess",
                      "Sec-Fetch-Site",
                      "cross-site")
                  .statusCode())
          .isEqualTo(403);
    }
    assertThat(
            server
                .ask("DELETE", "/api/v1/reports/aaaaaaaaaaaa", "Authorization", "Bearer guess")
                .statusCode())
        .isEqualTo(401);
  }
}
