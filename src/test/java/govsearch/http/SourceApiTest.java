package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code GET reports/{id}/source}: the file as it came, under its own name. */
class SourceApiTest {

  private static final String PREFIX = "filename*=UTF-8''";

  @Test
  void everySampleComesBackByteByByteUnderItsName() throws IOException {
    try (RunningServer server = RunningServer.overSamples();
        Stream<Path> files = Files.walk(RunningServer.SAMPLES)) {
      JsonNode reports = server.json("/api/v1/reports?size=200").get("reports");
      assertThat(files.filter(Files::isRegularFile).count()).isEqualTo(reports.size());

      for (JsonNode report : reports.values()) {
        // GB18030, UTF-16 and a byte-order mark are among them.
        Path file = RunningServer.SAMPLES.resolve(report.at("/source/path").asString());
        HttpResponse<byte[]> answer = source(server, report);

        assertThat(answer.body()).as(file.toString()).isEqualTo(Files.readAllBytes(file));
        assertThat(report.at("/source/bytes").longValue()).isEqualTo(Files.size(file));
        assertThat(nameOf(answer)).isEqualTo(file.getFileName().toString());
        assertThat(answer.headers().firstValue("Content-Type"))
            .hasValue("application/octet-stream");
      }
    }
  }

  @Test
  void aFileOfAnyNameIsSavedUnderItAndNoWorse(@TempDir Path folder) throws IOException {
    String name = "“年终” 总结;*100%'(1)+\"a\"\\b.txt";
    Files.writeString(folder.resolve(name), "青石镇2024年法治政府建设情况报告\n一、工作\n普法一次。\n");
    try (RunningServer server = RunningServer.over(folder, Path.of("web"), null)) {
      HttpResponse<byte[]> answer = source(server, server.json("/api/v1/reports").at("/reports/0"));

      assertThat(nameOf(answer)).isEqualTo(name);
      assertThat(answer.headers().firstValue("Content-Disposition"))
          .hasValueSatisfying(
              // What RFC 8187 lets stand in a value, and nothing that would end it.
              value ->
                  assertThat(value)
                      .matches(
                          "attachment; filename=\"report.txt\";"
                              + " filename\\*=UTF-8''[A-Za-z0-9._%-]+"));
    }
  }

  @Test
  void aFileThatIsNoLongerKeptIsSaidToBeMissing(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("a.txt"), "青石镇2024年法治政府建设情况报告\n一、工作\n普法一次。\n");
    try (RunningServer server = RunningServer.over(folder, Path.of("web"), null)) {
      server.deleteSources();
      HttpResponse<byte[]> answer = source(server, server.json("/api/v1/reports").at("/reports/0"));

      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(RunningServer.json(answer).get("detail").asString()).contains("重建索引");
    }
  }

  private static HttpResponse<byte[]> source(RunningServer server, JsonNode report) {
    return server.get("/api/v1/reports/" + report.get("id").asString() + "/source");
  }

  /** As a browser reads it. */
  private static String nameOf(HttpResponse<byte[]> answer) {
    String value = answer.headers().firstValue("Content-Disposition").orElseThrow();
    assertThat(value).startsWith("attachment;").contains(PREFIX);
    String encoded = value.substring(value.indexOf(PREFIX) + PREFIX.length());
    return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
