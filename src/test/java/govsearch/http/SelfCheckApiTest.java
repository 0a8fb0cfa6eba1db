package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import govsearch.ingest.extract.Docx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** {@code POST selfcheck} over HTTP; what is told of sentences is tested below it. */
class SelfCheckApiTest {

  /** Nobody else writes this, so that it is known again wherever it was put. */
  private static final String SECRET = "鹌鹑坳夜校点读机识字百日行动";

  private static final String DRAFT =
      "临溪县柳湾镇2026年法治政府建设情况报告\n一、主要做法\n"
          + SECRET
          + "惠及学员36人。受理纠纷10件，其中邻里12件。学习临洮县的经验。\n二、存在问题\n一是夜校缺老师。\n";

  private static RunningServer server;
  private static ApiDescription api;

  @BeforeAll
  static void start() {
    server = RunningServer.overSamples();
    api = ApiDescription.servedBy(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<byte[]> post(
      String parameters, String type, byte[] body, String... headers) {
    return server.post("/api/v1/selfcheck" + parameters, type, body, headers);
  }

  private static JsonNode json(HttpResponse<byte[]> answer) {
    JsonNode json = RunningServer.json(answer);
    assertThat(answer.statusCode()).as(json.toString()).isEqualTo(200);
    assertThat(api.errors("SelfCheck", json)).isEmpty();
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    return json;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aDraftIsToldWhatItsSentencesAre() {
    JsonNode checked = json(post("", "text/plain; charset=utf-8", utf8(DRAFT)));
    assertThat(checked.at("/own/town").asString()).isEqualTo("柳湾镇");
    assertThat(checked.at("/own/lastYear/year").intValue()).isEqualTo(2025);
    assertThat(checked.at("/names/0/name").asString()).isEqualTo("临洮县");
    assertThat(checked.at("/contradictions").size()).isOne();
    assertThat(checked.get("missing").valueStream().map(one -> one.get("section").asString()))
        .contains("plans");
    assertThat(checked.at("/unanswered").size()).isOne();
  }

  @Test
  void theOwnReportOfLastYearIsFoundAgainInIt() throws IOException {
    String last = server.search("q", "town:柳湾镇 year:2025").at("/hits/0/reportId").asString();
    JsonNode report = server.json("/api/v1/reports/" + last);
    StringBuilder draft = new StringBuilder("临溪县柳湾镇2026年法治政府建设情况报告\n");
    report
        .get("paragraphs")
        .values()
        .forEach(
            p -> {
              if (p.get("kind").asString().equals("body")
                  || p.get("kind").asString().equals("heading")) {
                draft.append(p.get("text").asString()).append('\n');
              }
            });
    String name = URLEncoder.encode("柳湾镇稿.txt", StandardCharsets.UTF_8);
    JsonNode checked =
        json(post("", "application/octet-stream", utf8(draft.toString()), "X-File-Name", name));
    for (JsonNode sentence : checked.get("sentences").values()) {
      assertThat(sentence.get("kind").asString())
          .as(sentence.toString())
          .isIn("own-earlier", "formula", "brief");
    }
    assertThat(checked.at("/lengths/own-earlier").intValue()).isGreaterThan(500);
    assertThat(checked.get("repeated").size()).isGreaterThan(5);
    assertThat(checked.get("silent").size()).isPositive();
  }

  @Test
  void nothingOfADraftIsLeftOnDiskOrInTheLog() throws IOException {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.addAppender(log);
    try {
      json(post("", "text/plain", utf8(DRAFT)));
      byte[] docx =
          Docx.of(DRAFT.lines().map(Docx::paragraph).collect(Collectors.joining())).bytes();
      JsonNode fromWord =
          json(
              post(
                  "?year=2026&town=%E6%9F%B3%E6%B9%BE%E9%95%87",
                  "application/octet-stream", docx, "X-File-Name", "a.docx"));
      assertThat(fromWord.toString()).contains(SECRET);
      assertThat(post("", "application/octet-stream", utf8("%PDF-1.7\n" + SECRET)).statusCode())
          .isEqualTo(422);
    } finally {
      root.detachAppender(log);
    }
    assertThat(
            log.list.stream().map(event -> event.getFormattedMessage() + event.getThrowableProxy()))
        .noneMatch(line -> line.contains(SECRET));
    for (Path folder : List.of(server.index(), Path.of(System.getProperty("java.io.tmpdir")))) {
      assertThat(holding(folder)).isEmpty();
    }
  }

  private static List<Path> holding(Path folder) throws IOException {
    byte[] utf8 = utf8(SECRET);
    byte[] utf16 = SECRET.getBytes(StandardCharsets.UTF_16LE);
    long started = ProcessHandle.current().info().startInstant().orElseThrow().toEpochMilli();
    try (Stream<Path> all = Files.walk(folder, 4)) {
      return all.filter(
              file -> {
                try {
                  // Nothing stands in an empty one; and so say those of proc, which may wait for
                  // ever.
                  if (!Files.isRegularFile(file)
                      || Files.size(file) == 0
                      || Files.size(file) > 64 << 20
                      || Files.getLastModifiedTime(file).toMillis() < started) {
                    return false;
                  }
                  byte[] bytes = Files.readAllBytes(file);
                  return has(bytes, utf8) || has(bytes, utf16);
                } catch (IOException e) {
                  return false; // another process's, or gone
                }
              })
          .toList();
    } catch (UncheckedIOException e) {
      return List.of(); // a folder of another process went while it was walked
    }
  }

  private static boolean has(byte[] bytes, byte[] wanted) {
    for (int i = 0; i + wanted.length <= bytes.length; i++) {
      if (Arrays.mismatch(bytes, i, i + wanted.length, wanted, 0, wanted.length) < 0) {
        return true;
      }
    }
    return false;
  }

  @Test
  void whatIsNoDraftIsRefused() {
    assertThat(post("", "text/plain", new byte[0]).statusCode()).isEqualTo(400);
    assertThat(post("", "application/json", utf8("{}")).statusCode()).isEqualTo(415);
    assertThat(post("?year=3", "text/plain", utf8(DRAFT)).statusCode()).isEqualTo(400);
    assertThat(post("?nothing=3", "text/plain", utf8(DRAFT)).statusCode()).isEqualTo(400);
    assertThat(post("", "text/plain", utf8("柳湾镇2026年报告\n" + "干部带头学法。".repeat(2_500))).statusCode())
        .isEqualTo(413);
    assertThat(post("", "application/octet-stream", utf8("PK\3\4")).statusCode()).isEqualTo(422);
  }

  /** Everybody behind a proxy of this machine is one address, which the proxy limits. */
  @Test
  void thisMachineMayAskAsOftenAsItLikes() {
    for (int i = 0; i < 45; i++) { // twice as many as others may, and more
      assertThat(post("", "text/plain", new byte[0]).statusCode()).isEqualTo(400);
    }
  }
}
