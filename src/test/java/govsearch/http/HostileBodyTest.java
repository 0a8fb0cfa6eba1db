package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are malformed, too long or cut short are their sender's fault, and told so. */
class HostileBodyTest {

  private static final String TOKEN = "a-token-for-this-test";
  private static final String PART =
      "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n";
  private static RunningServer server;

  @BeforeAll
  static void start() {
    server = RunningServer.changeable(TOKEN);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** Sends what is written, and then nothing more. */
  private static RawAnswer post(String path, String headers, String body) {
    return server.raw(
        ("POST "
                + path
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                + TOKEN
                + "\r\n"
                + headers
                + "\r\n"
                + body)
            .getBytes(StandardCharsets.ISO_8859_1),
        true);
  }

  private static void assertRefused(RawAnswer answer) {
    assertThat(answer.status()).isBetween(400, 499);
    assertThat(answer.head()).contains("application/problem+json");
    assertThat(answer.json().get("status").intValue()).isEqualTo(answer.status());
    assertThat(answer.json().get("detail").asString()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "xx",
        "--x",
        "--x--\r\n",
        "--x\r\n\r\n",
        "--x\r\n: \r\n\r\n\r\n--x--",
        "--x\r\nContent-Disposition: form-data\r\n\r\na\r\n--x--\r\n",
        "--x\r\nContent-Disposition: form-data; name=\"_charset_\"\r\n\r\nnone\r\n--x--\r\n",
        "--x\r\n"
            + "Content-Disposition: form-data; name=\"a\"\r\n"
            + "Content-Type: text/plain; charset=no\r\n"
            + "\r\n"
            + "a\r\n"
            + "--x--\r\n",
        PART,
        PART + "abc",
        PART + "abc\r\n--x",
        PART + "abc\r\n--y--",
      })
  void aFormThatIsNoneIsRefused(String form) {
    for (String boundary : new String[] {"; boundary=x", "; boundary=\"x", "; boundary=", ""}) {
      assertRefused(
          post(
              "/api/v1/reports",
              "Content-Type: multipart/form-data"
                  + boundary
                  + "\r\nContent-Length: "
                  + form.length()
                  + "\r\n",
              form));
    }
  }

  @Test
  void aFormWithALongHeaderOrManyPartsIsRefused() {
    String longHeader = PART.replace("a.txt", "a".repeat(100_000) + ".txt") + "abc\r\n--x--\r\n";
    String manyParts = (PART + "abc\r\n").repeat(5_000) + "--x--\r\n";
    for (String form : new String[] {longHeader, manyParts}) {
      assertRefused(
          post(
              "/api/v1/reports",
              "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: "
                  + form.length()
                  + "\r\n",
              form));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/batch", "/api/v1/similar", "/api/v1/reports"})
  void aBodyThatIsCutShortIsRefused(String path) {
    String type = path.endsWith("reports") ? "multipart/form-data; boundary=x" : "application/json";
    assertRefused(post(path, "Content-Type: " + type + "\r\nContent-Length: 100\r\n", "[\"abc"));
    String chunked = "Content-Type: " + type + "\r\nTransfer-Encoding: chunked\r\n";
    for (String body : new String[] {"zz\r\nabc", "5\r\nab", "-1\r\n", "ffffffffffffffffff\r\na"}) {
      assertRefused(post(path, chunked, body));
    }
  }

  private static HttpResponse<byte[]> upload(int bytes) {
    ByteArrayOutputStream form = new ByteArrayOutputStream(bytes + 200);
    byte[] file = new byte[bytes];
    Arrays.fill(file, (byte) 'a');
    form.writeBytes(PART.getBytes(StandardCharsets.US_ASCII));
    form.writeBytes(file);
    form.writeBytes("\r\n--x--\r\n".getBytes(StandardCharsets.US_ASCII));
    return server.post(
        "/api/v1/reports?keep=false",
        "multipart/form-data; boundary=x",
        form.toByteArray(),
        "Authorization",
        "Bearer " + TOKEN);
  }

  @Test
  void aFileThatIsTooLongIsRefusedAsThatWithTheLimit() {
    for (int bytes : new int[] {(64 << 20) + 1, 65 << 20, 66 << 20, 100 << 20}) {
      HttpResponse<byte[]> answer = upload(bytes);

      assertThat(answer.statusCode()).as("%d bytes", bytes).isEqualTo(413);
      assertThat(RunningServer.json(answer).get("detail").asString()).contains("64 MB");
    }
  }

  @Test
  void aBodyThatIsLongBeyondAllMeasureIsNotWaitedFor() {
    for (String path : new String[] {"/api/v1/batch", "/api/v1/similar", "/api/v1/reports"}) {
      RawAnswer answer = post(path, "Content-Length: 99999999999\r\n", "a");

      assertThat(answer.status()).as(path).isIn(413, 415);
    }
    assertThat(post("/api/v1/batch", "Content-Length: 99999999999999999999\r\n", "a").status())
        .isBetween(400, 499);
  }

  @Test
  void aListThatIsTooLongIsRefusedAlsoWhereItsLengthIsNotTold() {
    String piece = "10000\r\n" + "a".repeat(0x10000) + "\r\n";
    RawAnswer answer =
        post(
            "/api/v1/batch",
            "Content-Type: text/plain\r\nTransfer-Encoding: chunked\r\n",
            piece.repeat(100) + "0\r\n\r\n");

    assertThat(answer.status()).isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "GB18030", "utf-16", "\"", ""})
  void aBodyOfAnotherCharsetIsRefused(String charset) {
    for (String path : new String[] {"/api/v1/batch", "/api/v1/similar"}) {
      String type = "Content-Type: application/json; charset=" + charset;
      RawAnswer answer = post(path, type + "\r\nContent-Length: 5\r\n", "[\"a\"]");

      assertThat(answer.status()).isEqualTo(415);
      assertThat(answer.json().get("detail").asString()).contains("UTF-8");
    }
  }

  @Test
  void aBodyThatSaysItIsUtf8InWhateverLettersIsTaken() {
    for (String type : new String[] {"text/plain; charset=UTF-8", "TEXT/Plain;charset=\"utf-8\""}) {
      String headers = "Content-Type: " + type + "\r\nContent-Length: 1\r\n";
      assertThat(post("/api/v1/batch", headers, "a").status()).isEqualTo(200);
    }
  }
}
