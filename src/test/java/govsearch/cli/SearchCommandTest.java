package govsearch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.lucene.LuceneEngine;
import govsearch.http.Server;
import govsearch.http.ServerSettings;
import govsearch.library.SourceStore;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code search}: the same as over HTTP, for reading and for scripts. */
class SearchCommandTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private static Path index;

  @BeforeAll
  static void makeIndex() {
    assertThat(CommandRun.of(index, "index", CommandRun.SAMPLES.toString()).exit()).isZero();
  }

  private static CommandRun search(String... args) {
    String[] all = new String[args.length + 1];
    all[0] = "search";
    System.arraycopy(args, 0, all, 1, args.length);
    return CommandRun.of(index, all);
  }

  private static int total(CommandRun run) {
    Matcher matcher = Pattern.compile("共 (\\d+) 段").matcher(run.out());
    assertThat(matcher.find()).as(run.toString()).isTrue();
    return Integer.parseInt(matcher.group(1));
  }

  @Test
  void hitsAreMarkedAndSayWhereTheyAreFrom() {
    CommandRun run = search("“蒲扇”");

    assertThat(run.exit()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("柳湾镇 2025  临溪县柳湾镇2025年法治政府建设情况报告（示例）\n")
        .contains("[成效] 一、法治建设主要举措与成效 › （四）送法下乡 › 3.话要土\n")
        .contains("印在2000把【蒲扇】上")
        .contains("共 1 段，其中 1 段逐字包含；列出 1 段，")
        .doesNotContain("\u001B");
  }

  @Test
  void whatIsNotStatedIsSaidToBeSo() {
    assertThat(search("--town=青崖乡", "--size=1").out()).contains("青崖乡 2025  （原文无标题）\n");
  }

  @Test
  void whatWasReadLenientlyIsSaidFirst() {
    assertThat(search("“蒲扇").out()).startsWith("提示：引号没有成对");
  }

  @Test
  void filtersNarrowAndExclude() {
    int all = total(search("“法律明白人”"));
    int without = total(search("“法律明白人”", "--town=-柳湾镇", "--year=-2021"));
    int only = total(search("“法律明白人”", "--town=柳湾镇")) + total(search("“法律明白人”", "--year", "2021"));

    assertThat(without).isPositive().isEqualTo(all - only);
    assertThat(total(search("“法律明白人”", "--section=问题", "--section=plans")))
        .isEqualTo(
            total(search("“法律明白人”", "--section=problems"))
                + total(search("“法律明白人”", "--section=计划")));
  }

  @Test
  void wordsThatTheShellTookApartAreOneQuery() {
    assertThat(total(search("普法", "section:问题"))).isEqualTo(total(search("普法 section:问题")));
    assertThat(total(search("--", "-普法")))
        .isEqualTo(total(search()) - total(search("普法", "--mode=exact")));
  }

  @Test
  void theNextPageGoesOnWhereThisOneEnds() {
    CommandRun first = search("“法律明白人”", "--size=5");
    Matcher next = Pattern.compile("下一页：--cursor (\\S+)").matcher(first.out());
    assertThat(next.find()).isTrue();
    CommandRun second = search("“法律明白人”", "--size=200", "--cursor", next.group(1));

    assertThat(second.out()).contains("列出 " + (total(first) - 5) + " 段").doesNotContain("下一页");
  }

  @Test
  void jsonIsWhatTheApiAnswers() throws IOException, InterruptedException {
    String q = "普法 经费 “网格";
    CommandRun run = search("--json", "--sort=newest", "--size=3", "--section=-lead", q);

    assertThat(run.out().lines()).hasSize(1);
    assertThat(timeless(run.out()))
        .isEqualTo(
            timeless(
                overHttp(
                    "sort=newest&size=3&section=-lead&q="
                        + URLEncoder.encode(q, StandardCharsets.UTF_8))));
  }

  @Test
  void whatWasMeantIsProposedWithItsCount() {
    long count = total(search("“法律明白人”"));

    assertThat(search("“法律明拍人”").out()).contains("是不是要找：“法律明白人”（" + count + " 段）");
    assertThat(search("“法律明白人”").out()).doesNotContain("或许要找");
  }

  private static String overHttp(String query) throws IOException, InterruptedException {
    ServerSettings settings = new ServerSettings("127.0.0.1", 0, Path.of("web"), null);
    try (LuceneEngine engine = LuceneEngine.open(index, Duration.ofSeconds(30));
        Server server = new Server(engine, engine, new SourceStore(index), settings).start();
        HttpClient client = HttpClient.newHttpClient()) {
      URI uri = URI.create("http://127.0.0.1:" + server.port() + "/api/v1/search?" + query);
      HttpRequest request = HttpRequest.newBuilder(uri).build();
      return client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8)).body();
    }
  }

  private static JsonNode timeless(String json) {
    ObjectNode answer = (ObjectNode) JSON.readTree(json);
    assertThat(answer.remove("tookMillis")).isNotNull();
    return answer;
  }

  @Test
  void aHitInOtherWordsSaysInWhich() {
    CommandRun run = search("法律人才匮乏", "--mode=loose");

    assertThat(run.out()).contains("同义说法：懂法律……干部……不到（法律专业力量不足）\n");
    assertThat(search("“蒲扇”").out()).doesNotContain("同义说法");
  }

  @ParameterizedTest
  @CsvSource({
    "--size=0, --size 应是 1 到 200",
    "--size=201, --size 应是 1 到 200",
    "--mode=fuzzy, '--mode 可以是 exact、words、most、loose，收到的是 fuzzy'",
    "--sort=score, '--sort 可以是 relevance、newest、oldest、town、first-seen，收到的是 score'",
    "--section=结论, '没有名为 结论 的章节，可用：lead、achievements、problems、leadership、plans、other'",
    "--year=24, year 应是四位年份或“未注明”，收到的是 24",
    "--cursor=nonsense, --cursor 不属于这次检索：检索式、筛选、排序须与上一页相同",
  })
  void aValueThatCannotBeMeantIsRefused(String option, String complaint) {
    CommandRun run = search(option, "普法");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.complaint()).isEqualTo(complaint);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aQueryOverTheLimitIsRefused() {
    assertThat(search("法".repeat(1001)).complaint()).contains("1000");
    assertThat(search("法".repeat(1000)).exit()).isZero();
  }

  @Test
  void aMissingIndexIsSaidWithWhatToDo(@TempDir Path empty) {
    CommandRun run = CommandRun.of(empty.resolve("none"), "search", "普法");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.complaint()).contains("没有索引").contains("./govsearch index");
  }

  @Test
  void whatIsNewSinceADayIsFoundAndADayIsADay() {
    assertThat(total(search("“法律明白人”", "--since=2020-01-31", "--sort=first-seen")))
        .isEqualTo(total(search("“法律明白人”")));
    assertThat(search("“法律明白人”", "--since=2999-01-31").out()).doesNotContain("共 1");
    assertThat(search("“法律明白人”", "--since=昨天").exit()).isEqualTo(Commands.MISUSE);
  }
}
