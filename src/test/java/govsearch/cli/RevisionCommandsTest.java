package govsearch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.lucene.LuceneEngine;
import govsearch.http.Server;
import govsearch.http.ServerSettings;
import govsearch.library.SourceStore;
import govsearch.query.Filters;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code watch}, {@code revisions} and {@code compare}, in a collection of which a report is edited
 * and another comes.
 */
class RevisionCommandsTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String FIRST = "云岫镇2024年法治政府建设情况报告\n一、主要做法\n开展“莫须有节”宣讲3场。\n收集意见四条。\n";
  private static final String SECOND = FIRST.replace("3场", "4场") + "答复意见四条。\n";
  private static final String LATER = "云台镇2024年法治政府建设情况报告\n一、主要做法\n筹办“莫须有节”。\n";

  @TempDir private static Path folder;
  private static Path index;
  private static String id;

  @BeforeAll
  static void editOneAndAddAnother() throws Exception {
    index = folder.resolve("index");
    Path reports = Files.createDirectories(folder.resolve("reports"));
    Files.writeString(reports.resolve("a.txt"), FIRST);
    assertThat(CommandRun.of(index, "index", reports.toString()).exit()).isZero();
    CommandRun before = CommandRun.of(index, "watch", "莫须有节");
    assertThat(before.exit()).isZero();
    assertThat(before.out()).startsWith("没有新的；").contains("第一次收录完，那时已有的不算新的");
    Thread.sleep(1_100); // times are kept by the second
    Files.writeString(reports.resolve("a.txt"), SECOND);
    Files.writeString(reports.resolve("b.txt"), LATER);
    assertThat(CommandRun.of(index, "sync", reports.toString()).exit()).isZero();
    try (LuceneEngine engine = LuceneEngine.open(index, Duration.ofSeconds(30))) {
      id =
          engine.reports(Filters.NONE, 9, null).reports().stream()
              .filter(head -> "云岫镇".equals(head.town()))
              .findFirst()
              .orElseThrow()
              .id();
    }
  }

  private static String earlierKey() {
    CommandRun run = CommandRun.of(index, "revisions", "--json", id);
    return JSON.readTree(run.out()).at("/revisions/0/key").asString();
  }

  @Test
  void theTextsOfAReportAreListed() {
    CommandRun run = CommandRun.of(index, "revisions", id);
    assertThat(run.exit()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .containsPattern(id + "  收录于 \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d，现有文字收录于")
        .contains(earlierKey(), "4 段  云岫镇2024年法治政府建设情况报告")
        .contains("./govsearch compare " + earlierKey() + " " + id);
    CommandRun none = CommandRun.of(index, "revisions", "aaaaaaaaaaaa");
    assertThat(none.exit()).isEqualTo(Commands.MISUSE);
    assertThat(none.complaint()).isEqualTo("没有编号为 aaaaaaaaaaaa 的报告");
  }

  @Test
  void aReportThatWasNeverEditedSaysSo() {
    CommandRun search = CommandRun.of(index, "search", "--json", "“筹办”");
    String other = JSON.readTree(search.out()).at("/hits/0/reportId").asString();
    assertThat(CommandRun.of(index, "revisions", other).out()).contains("没有修订：收录以来文字没有换过");
  }

  @Test
  void anEarlierTextIsHeldAgainstTheOneOfNow() {
    CommandRun run = CommandRun.of(index, "compare", earlierKey(), id);
    assertThat(run.exit()).as("as diff(1): they differ").isEqualTo(Commands.PARTLY);
    assertThat(run.out())
        .contains("  - 开展“莫须有节”宣讲【3】场。\n  + 开展“莫须有节”宣讲【4】场。\n")
        .contains("  + 答复意见四条。\n")
        .contains("改动 1 句，新增 1 句，不再有 0 句")
        .doesNotContain("    收集意见四条。");
    assertThat(CommandRun.of(index, "compare", "--all", earlierKey(), id).out())
        .contains("    收集意见四条。\n");
    assertThat(CommandRun.of(index, "compare", id, id).complaint()).contains("同一份报告");
    assertThat(CommandRun.of(index, "compare", id + "@1", id).complaint()).contains("没有这份文字");
    assertThat(CommandRun.of(index, "compare", id).exit()).isEqualTo(Commands.MISUSE);
  }

  @Test
  void whatIsNewIsListedTheEditedTextWithItsFormerOne() {
    CommandRun run = CommandRun.of(index, "watch", "“莫须有节”");
    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains("云台镇 2024", "收录于 ", "筹办“【莫须有节】”。")
        .contains("云岫镇 2024", "修订于 ", "；比较：./govsearch compare " + earlierKey() + " " + id)
        .contains("列出 2 份；");
    assertThat(CommandRun.of(index, "watch", "--since=2999-01-31", "“莫须有节”").out())
        .isEqualTo("没有新的\n");
    assertThat(CommandRun.of(index, "watch", "--town=云台镇", "“莫须有节”").out())
        .contains("列出 1 份")
        .doesNotContain("云岫镇");
    assertThat(CommandRun.of(index, "watch", "--since=昨天").exit()).isEqualTo(Commands.MISUSE);
  }

  @Test
  void aReportAndAParagraphAreCitedInEveryStyle() {
    CommandRun run = CommandRun.of(index, "cite", id);
    assertThat(run.exit()).isZero();
    assertThat(run.out()).startsWith("云岫镇. 云岫镇2024年法治政府建设情况报告[R/OL]. [").endsWith("本库没有对外的网址.\n");
    JsonNode hit =
        JSON.readTree(CommandRun.of(index, "search", "--json", "“收集意见”").out()).at("/hits/0");
    String key = id + "." + hit.get("paragraphId").asString();
    String url = "--public-url=https://reports.example.org";
    assertThat(CommandRun.of(index, "cite", "--style=brief", url, key).out())
        .contains("第4段", "https://reports.example.org/reports/" + id + "#");
    assertThat(CommandRun.of(index, "cite", "--style=ris", url, key).out())
        .startsWith("TY  - RPRT\r\n")
        .contains("收藏版本 ")
        .endsWith("ER  -\n");
    assertThat(CommandRun.of(index, "cite", "--style=bibtex", url, key).out())
        .startsWith("@techreport{");
    assertThat(CommandRun.of(index, "cite", id + ".aaaaaaaa").complaint()).contains("没有编号为");
    assertThat(CommandRun.of(index, "cite", "--style=apa", id).complaint()).contains("gbt7714");
  }

  @Test
  void theCollectionIsAManifestUnderItsEdition() throws IOException {
    Path file = folder.resolve("manifest.csv");
    CommandRun run = CommandRun.of(index, "status", "--manifest=" + file);
    assertThat(run.exit()).isZero();
    assertThat(run.out()).containsPattern("收藏版本：[0-9a-f]{16}\n");
    assertThat(Files.readAllLines(file)).hasSize(3).anyMatch(line -> line.contains(id));
  }

  @Test
  void theFeedIsAFileForOthersToFollow() throws IOException {
    Path feed = folder.resolve("feed.xml");
    CommandRun run =
        CommandRun.of(
            index,
            "watch",
            "--atom",
            "--public-url=https://reports.example.org",
            "--output=" + feed,
            "“莫须有节”");
    assertThat(run.exit()).isZero();
    assertThat(run.out()).isEmpty();
    String written = Files.readString(feed);
    assertThat(written)
        .startsWith("<?xml")
        .contains("https://reports.example.org/api/v1/watch.atom?q=%E2%80%9C")
        .contains("https://reports.example.org/reports/" + id + "#")
        .contains("term=\"revised\"", "term=\"new\"");
    assertThat(CommandRun.of(index, "watch", "--atom", "普法").complaint()).contains("--public-url");
    assertThat(folder.toFile().list((f, name) -> name.endsWith(".tmp"))).isEmpty();
  }

  @Test
  void jsonAndFeedAreWhatTheApiAnswers() throws Exception {
    ServerSettings settings =
        new ServerSettings("127.0.0.1", 0, Path.of("web"), "https://reports.example.org");
    try (LuceneEngine engine = LuceneEngine.open(index, Duration.ofSeconds(30));
        Server server = new Server(engine, engine, new SourceStore(index), settings).start();
        HttpClient client = HttpClient.newHttpClient()) {
      String api = "http://127.0.0.1:" + server.port() + "/api/v1/";
      CommandRun revisions = CommandRun.of(index, "revisions", "--json", id);
      assertThat(JSON.readTree(revisions.out()))
          .isEqualTo(JSON.readTree(get(client, api + "reports/" + id + "/revisions")));
      CommandRun compared = CommandRun.of(index, "compare", "--json", earlierKey(), id);
      String address = api + "compare?a=" + earlierKey().replace("@", "%40") + "&b=" + id;
      assertThat(timeless(compared.out())).isEqualTo(timeless(get(client, address)));
      CommandRun feed =
          CommandRun.of(index, "watch", "--atom", "--public-url=https://reports.example.org", "宣讲");
      assertThat(feed.out()).isEqualTo(get(client, api + "watch.atom?q=%E5%AE%A3%E8%AE%B2"));
    }
  }

  private static String get(HttpClient client, String address)
      throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
    return client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8)).body();
  }

  private static JsonNode timeless(String json) {
    ObjectNode answer = (ObjectNode) JSON.readTree(json);
    assertThat(answer.remove("tookMillis")).isNotNull();
    return answer;
  }
}
