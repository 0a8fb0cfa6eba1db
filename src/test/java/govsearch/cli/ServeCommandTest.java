package govsearch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code serve}: that it starts, and what it says when it cannot. */
class ServeCommandTest {

  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/");

  @TempDir private Path folder;

  @Test
  void withoutAnIndexItServesTheSamples() throws Exception {
    List<String> said = new ArrayList<>();
    String ready = ask(said, "/health/ready", "serve", "--port=0");

    assertThat(ready).contains("\"reports\":14");
    assertThat(said.getFirst()).startsWith("还没有索引，先索引自带的示例报告");
    assertThat(said.getLast()).contains("检索服务已启动", "Ctrl+C");
  }

  @Test
  void itServesTheSamplesAlsoAfterASearchForNothingYet() throws Exception {
    assertThat(CommandRun.of(folder.resolve("index"), "search", "普法").exit()).isEqualTo(2);
    assertThat(folder.resolve("index")).as("asking makes nothing").doesNotExist();

    assertThat(ask(new ArrayList<>(), "/health/ready", "serve", "--port=0"))
        .contains("\"reports\":14");
  }

  @Test
  void itServesTheSamplesAlsoAfterAFirstIndexingThatWasKilled() throws Exception {
    Path lucene = Files.createDirectories(folder.resolve("index").resolve("lucene"));
    Files.writeString(lucene.resolve("_0.fdt"), "begun");
    Files.createFile(lucene.resolve("write.lock"));

    assertThat(ask(new ArrayList<>(), "/health/ready", "serve", "--port=0"))
        .contains("\"reports\":14");
  }

  @Test
  void anIndexThatIsThereIsServedAsItIs() throws Exception {
    Path report = Files.createDirectory(folder.resolve("reports")).resolve("a.txt");
    Files.writeString(report, "青石镇2024年法治政府建设情况报告\n一、工作\n普法一次。\n");
    CommandRun.of(folder.resolve("index"), "index", report.getParent().toString());
    List<String> said = new ArrayList<>();

    assertThat(ask(said, "/health/ready", "serve", "--port=0")).contains("\"reports\":1,");
    assertThat(said).hasSize(1);
  }

  @Test
  void aFolderOfReportsIsIndexedFirst() throws Exception {
    Path report = Files.createDirectory(folder.resolve("reports")).resolve("a.txt");
    Files.writeString(report, "青石镇2024年法治政府建设情况报告\n一、工作\n普法一次。\n");
    CommandRun.of(folder.resolve("index"), "index", CommandRun.SAMPLES.toString());
    List<String> said = new ArrayList<>();
    String[] line = {"serve", "--port=0", "--reports", report.getParent().toString()};

    assertThat(ask(said, "/health/ready", line)).contains("\"reports\":1,");
    assertThat(said).anyMatch(text -> text.startsWith("报告 1 份"));
  }

  /** Runs until the address is told, asks for a path there, and has the command end. */
  private String ask(List<String> said, String path, String... args) throws Exception {
    PrintStream out = System.out;
    PrintedLines printed = new PrintedLines();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      FutureTask<Integer> run =
          new FutureTask<>(() -> Commands.run(CommandRun.places(folder.resolve("index")), args));
      Thread command = Thread.ofPlatform().start(run);
      String address = address(printed, run, said);
      String answer = get(address.substring(0, address.length() - 1) + path);
      command.interrupt();
      assertThat(run.get()).isZero();
      return answer;
    } finally {
      System.setOut(out);
    }
  }

  private static String address(PrintedLines printed, FutureTask<Integer> run, List<String> said)
      throws InterruptedException {
    while (true) {
      boolean ended = run.isDone();
      String line = printed.next(Duration.ofMillis(200));
      if (line != null) {
        said.add(line);
        Matcher matcher = ADDRESS.matcher(line);
        if (matcher.find()) {
          return matcher.group();
        }
      } else if (ended) {
        throw new AssertionError("no address in " + said);
      }
    }
  }

  private static String get(String address) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
      return client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8)).body();
    }
  }

  private String complaint(String... args) {
    CommandRun run = CommandRun.of(folder.resolve("index"), args);
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).as("said before anything long is begun").isEmpty();
    assertThat(folder.resolve("index")).doesNotExist();
    return run.complaint();
  }

  @Test
  void aPortInUseIsSaidBeforeAnythingIsIndexed() throws IOException {
    try (ServerSocket taken =
        new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      assertThat(complaint("serve", "--port=" + taken.getLocalPort()))
          .isEqualTo("端口 " + taken.getLocalPort() + " 已被占用，请用 --port 换一个");
    }
  }

  @Test
  void anAddressThatIsNotOfThisMachineIsSaid() {
    assertThat(complaint("serve", "--port=0", "--host=203.0.113.9"))
        .isEqualTo("本机没有地址 203.0.113.9，请检查 --host");
    assertThat(complaint("serve", "--port=0", "--host=no.such.host.invalid"))
        .isEqualTo("找不到地址 no.such.host.invalid，请检查 --host");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 65_536})
  void aPortThatIsNoneIsSaid(int port) {
    assertThat(complaint("serve", "--port=" + port)).isEqualTo("端口应是 0 到 65535，收到的是 " + port);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "reports.example.org",
        "ftp://reports.example.org",
        "javascript:alert(1)",
        "http://",
        "https:///reports",
        "http://a b",
        "https://user@reports.example.org",
        "https://reports.example.org/?q=a",
        "https://reports.example.org/#a",
      })
  void aPublicUrlThatLinksCannotBeginWithIsRefused(String url) {
    assertThat(complaint("serve", "--port=0", "--public-url", url))
        .contains("--public-url", "http://", "https://", url);
  }

  @Test
  void aPublicUrlIsTakenWithoutTheSlashesAtItsEnd() {
    assertThat(Listening.publicUrl("https://reports.example.org//"))
        .isEqualTo("https://reports.example.org");
    assertThat(Listening.publicUrl(" HTTP://[::1]:8080/towns/ "))
        .isEqualTo("HTTP://[::1]:8080/towns");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://reports.example.org",
        "reports.example.org:8080",
        "reports.example.org/a",
        "a b",
        "报告.example",
        "",
        "*"
      })
  void aNameThatNoRequestCanAskByIsRefused(String host) {
    assertThat(complaint("serve", "--port=0", "--allow-host", host)).contains("--allow-host");
  }

  @Test
  void aNameThatIsAllowedIsOneThatTheServiceIsAskedBy() {
    for (String host : List.of("reports.example.org", "portal", "192.0.2.7", "[2001:db8::7]")) {
      assertThat(Listening.hostName(" " + host)).isEqualTo(host);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "管理口令管理口令管理口令管理口令",
        "sixteen-letters-\u00e9",
        " a-token-of-this-length",
        "a-token-of-this-length ",
        "a-token-of\nthis-length",
        "a-token-of-this-length\u007f"
      })
  void aTokenThatNoHeaderCarriesIsRefused(String token) {
    assertThat(complaint("serve", "--port=0", "--admin-token", token))
        .contains("--admin-token", "请求头")
        .doesNotContain(token);
  }

  @Test
  void aTokenIsTakenAsItIsWhereAHeaderCarriesIt() {
    for (String token :
        List.of("a-token-of-this-length", "words with spaces between", "!~".repeat(8))) {
      assertThat(Listening.adminToken(token)).isEqualTo(token);
    }
    assertThat(Listening.adminToken("")).isNull();
    assertThat(complaint("serve", "--port=0", "--admin-token", "short")).contains("太短");
    assertThat(complaint("serve", "--port=0", "--admin-token", "a".repeat(1_001))).contains("最多");
  }
}
