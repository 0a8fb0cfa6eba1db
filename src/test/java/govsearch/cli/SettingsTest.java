package govsearch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One name in a file, in the environment and on the command line, the later over the earlier. */
class SettingsTest {

  private static final String TOKEN = "kept-to-ourselves-0001";

  @TempDir private Path folder;
  private Path home;

  @BeforeEach
  void makeHome() throws IOException {
    home = Files.createDirectories(folder.resolve("检索 程序"));
  }

  /** What {@code config} prints, and what it complains. */
  private record Printed(int exit, String out, String err) {

    /** The line of a setting, without the blanks. */
    String line(String key) {
      return out.lines()
          .map(line -> line.replaceAll("\\s+", " "))
          .filter(line -> line.startsWith(key + " ="))
          .findFirst()
          .orElse("");
    }
  }

  private Printed config(Map<String, String> environment, String... flags) {
    List<String> args = new ArrayList<>(List.of("config"));
    args.addAll(List.of(flags));
    return run(environment, args.toArray(String[]::new));
  }

  private Printed run(Map<String, String> environment, String... args) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    ByteArrayOutputStream complained = new ByteArrayOutputStream();
    Commands.Places places =
        new Commands.Places(
            home,
            home.resolve("govsearch"),
            home.resolve("index"),
            home.resolve("web"),
            home.resolve("samples"),
            Duration.ofSeconds(5));
    try {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
      int exit = Commands.run(places, environment, args);
      return new Printed(
          exit,
          printed.toString(StandardCharsets.UTF_8),
          complained.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  private Path write(Path file, String... lines) throws IOException {
    return Files.writeString(file, String.join("\n", lines) + "\n");
  }

  @Test
  void whatNobodySetIsAsTheProgramHasIt() {
    Printed config = config(Map.of());

    assertThat(config.exit()).isZero();
    assertThat(config.out()).contains("配置文件：没有（" + home.resolve("govsearch.properties"));
    assertThat(config.line("host")).isEqualTo("host = 127.0.0.1 ← 默认");
    assertThat(config.line("port")).isEqualTo("port = 8080 ← 默认");
    assertThat(config.line("watch")).isEqualTo("watch = （没有） ← 默认");
    assertThat(config.line("index")).isEqualTo("index = " + home.resolve("index") + " ← 默认");
    assertThat(config.line("ocr")).isEqualTo("ocr = false ← 默认");
    assertThat(config.line("log")).isEqualTo("log = text ← 默认");
  }

  @Test
  void everySettingIsAnOptionOfServe() {
    Printed config = config(Map.of());

    for (Setting setting : Setting.values()) {
      assertThat(config.line(setting.key())).isNotEmpty();
    }
  }

  @Test
  void aFlagGoesOverTheEnvironmentAndThatOverTheFile() throws IOException {
    write(home.resolve("govsearch.properties"), "port = 1001", "host=10.0.0.1", "public-url = ");

    assertThat(config(Map.of()).line("port")).isEqualTo("port = 1001 ← 配置文件第 1 行");
    Map<String, String> environment = Map.of("GOVSEARCH_PORT", "1002");
    assertThat(config(environment).line("port")).isEqualTo("port = 1002 ← 环境变量 GOVSEARCH_PORT");
    assertThat(config(environment).line("host")).isEqualTo("host = 10.0.0.1 ← 配置文件第 2 行");
    assertThat(config(environment, "--port", "1003").line("port")).isEqualTo("port = 1003 ← 命令行");
    assertThat(config(environment).line("public-url")).isEqualTo("public-url = （没有） ← 默认");
  }

  @Test
  void aFileIsNamedByAFlagOrTheEnvironmentInsteadOfTheOneBesideTheProgram() throws IOException {
    write(home.resolve("govsearch.properties"), "port = 1001");
    Path other = write(folder.resolve("other.properties"), "\uFEFF# 县里的", "", "port = 1002");
    Path third = write(folder.resolve("third.properties"), "port = 1003");
    Map<String, String> environment = Map.of("GOVSEARCH_SETTINGS", other.toString());

    assertThat(config(environment).line("port")).isEqualTo("port = 1002 ← 配置文件第 3 行");
    assertThat(config(environment).out()).contains("配置文件：" + other);
    assertThat(config(environment, "--settings", third.toString()).line("port"))
        .isEqualTo("port = 1003 ← 配置文件第 1 行");
  }

  @Test
  void severalValuesStandInOneLineOrInSeveral() throws IOException {
    write(
        home.resolve("govsearch.properties"),
        "allow-host = a.example.org, b.example.org",
        "allow-host = c.example.org",
        "watch = 报告 一,/data/报告");

    Printed config = config(Map.of("GOVSEARCH_ALLOW_ORIGIN", "https://a.org,https://b.org"));

    assertThat(config.line("allow-host"))
        .isEqualTo("allow-host = a.example.org, b.example.org, c.example.org ← 配置文件第 2 行");
    assertThat(config.line("allow-origin")).startsWith("allow-origin = https://a.org, https://b.o");
    assertThat(config.line("watch"))
        .isEqualTo("watch = " + home.resolve("报告 一") + ", /data/报告 ← 配置文件第 3 行");
  }

  @Test
  void pathsAreFromWhereTheFileIsAndBackslashesStandForThemselves() throws IOException {
    write(home.resolve("govsearch.properties"), "index = 索引\\甲", "model=none");

    Printed config = config(Map.of());

    assertThat(config.line("index")).contains(home.resolve("索引\\甲").toString());
    assertThat(config.line("model")).isEqualTo("model = none ← 配置文件第 2 行");
  }

  @Test
  void otherCommandsUseWhatIsSetToo() throws IOException {
    write(home.resolve("govsearch.properties"), "index = elsewhere");

    Printed status = run(Map.of(), "status");

    assertThat(status.err()).contains(home.resolve("elsewhere").toString());
  }

  @Test
  void secretsAreNotShown() throws IOException {
    write(home.resolve("govsearch.properties"), "admin-token = " + TOKEN);

    Printed config = config(Map.of());

    assertThat(config.line("admin-token")).isEqualTo("admin-token = （已设置，不显示） ← 配置文件第 1 行");
    assertThat(config.out()).doesNotContain(TOKEN);
    assertThat(config(Map.of(), "--admin-token", TOKEN).out()).doesNotContain(TOKEN);
  }

  @Test
  void aSecretOfTheEnvironmentGoesOverAFileThatTheSettingsName() throws IOException {
    write(home.resolve("govsearch.properties"), "admin-token-file = token");

    Printed config = config(Map.of("GOVSEARCH_ADMIN_TOKEN", TOKEN));

    assertThat(config.line("admin-token-file")).isEqualTo("admin-token-file = （没有） ← 默认");
    assertThat(config.line("admin-token")).endsWith("← 环境变量 GOVSEARCH_ADMIN_TOKEN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ocr", "metrics", "mcp"})
  void aSwitchThatIsSetCanBeTakenBackAndGivenAgain(String key) throws IOException {
    write(home.resolve("govsearch.properties"), key + " = true");

    assertThat(config(Map.of()).line(key)).isEqualTo(key + " = true ← 配置文件第 1 行");
    assertThat(config(Map.of(), "--" + key).line(key)).isEqualTo(key + " = true ← 命令行");
    assertThat(config(Map.of(), "--" + key + "=false").line(key)).isEqualTo(key + " = false ← 命令行");
    Map<String, String> environment = Map.of("GOVSEARCH_" + key.toUpperCase(Locale.ROOT), "false");
    assertThat(config(environment).line(key)).startsWith(key + " = false ← 环境变量");
  }

  @Test
  void anEngineOnAClusterIsSetInTheSameWay() throws IOException {
    write(
        home.resolve("govsearch.properties"),
        "engine = opensearch",
        "opensearch = https://a:9200,https://b:9200",
        "opensearch-user = county",
        "opensearch-secret-file = 口令",
        "opensearch-ca = /etc/ca.pem",
        "opensearch-replicas = 2",
        "index = county_reports");

    Printed config = config(Map.of("GOVSEARCH_OPENSEARCH_SHARDS", "3"));

    assertThat(config.line("engine")).isEqualTo("engine = opensearch ← 配置文件第 1 行");
    assertThat(config.line("opensearch")).contains("https://a:9200,https://b:9200");
    assertThat(config.line("opensearch-user")).contains("= county ←");
    assertThat(config.line("opensearch-secret-file")).contains(home.resolve("口令").toString());
    assertThat(config.line("opensearch-ca")).contains("= /etc/ca.pem ←");
    assertThat(config.line("opensearch-shards")).contains("= 3 ← 环境变量");
    assertThat(config.line("opensearch-replicas")).contains("= 2 ← 配置文件第 6 行");
    assertThat(config.line("index")).isEqualTo("index = county_reports ← 配置文件第 7 行");
    assertThat(config.line("sources"))
        .isEqualTo("sources = " + home.resolve("index/county_reports") + " ← 默认");
    assertThat(config(Map.of(), "--sources=/data/sources").line("sources"))
        .isEqualTo("sources = /data/sources ← 命令行");
  }

  /** Whoever names the engine, and wherever. */
  @Test
  void anIndexIsAFolderUnlessTheEngineIsOnACluster() throws IOException {
    write(home.resolve("govsearch.properties"), "index = county");
    String folder = "index = " + home.resolve("county") + " ←";
    Map<String, String> cluster = Map.of("GOVSEARCH_ENGINE", "opensearch");

    assertThat(config(Map.of()).line("index")).startsWith(folder);
    assertThat(config(cluster).line("index")).startsWith("index = county ←");
    assertThat(config(Map.of(), "--engine=opensearch").line("index"))
        .startsWith("index = county ←");
    assertThat(config(cluster, "--engine", "lucene").line("index")).startsWith(folder);
    assertThat(config(cluster).line("sources")).contains(home.resolve("index/county").toString());
    write(home.resolve("govsearch.properties"), "engine = opensearch");
    assertThat(config(Map.of()).line("index")).isEqualTo("index = govsearch ← 默认");
  }

  @Test
  void secretsOfAClusterAreNotShownAndTheEnvironmentsGoesOverAFile() throws IOException {
    write(
        home.resolve("govsearch.properties"),
        "engine = opensearch",
        "opensearch-token = " + TOKEN,
        "opensearch-secret-file = secret");

    Printed config = config(Map.of("GOVSEARCH_OPENSEARCH_PASSWORD", TOKEN + "2"));

    assertThat(config.out()).doesNotContain(TOKEN).doesNotContain("不是这里的设置");
    assertThat(config.line("opensearch-password")).contains("（已设置，不显示） ← 环境变量");
    assertThat(config.line("opensearch-token")).isEqualTo("opensearch-token = （没有） ← 默认");
    assertThat(config.line("opensearch-secret-file")).contains("= （没有） ← 默认");
  }

  @Test
  void aClusterIsAskedWithTheSecretThatIsSet() throws IOException {
    List<String> asked = new CopyOnWriteArrayList<>();
    HttpServer cluster =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    cluster.createContext(
        "/",
        exchange -> {
          asked.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
          exchange.sendResponseHeaders(401, -1);
          exchange.close();
        });
    cluster.start();
    try {
      String address = "opensearch = http://127.0.0.1:" + cluster.getAddress().getPort();
      write(folder.resolve("secret"), " of the file ");
      write(
          home.resolve("govsearch.properties"),
          "engine = opensearch",
          address,
          "opensearch-user = county",
          "opensearch-secret-file = ../secret");
      Printed refused = run(Map.of(), "status");
      assertThat(refused.exit()).isEqualTo(2);
      assertThat(refused.err()).startsWith("OpenSearch 没有让进去（401）").hasLineCount(1);
      assertThat(asked).isNotEmpty().containsOnly(basic("county:of the file"));

      asked.clear();
      run(Map.of("GOVSEARCH_OPENSEARCH_PASSWORD", "of-the-environment"), "status");
      assertThat(asked).isNotEmpty().containsOnly(basic("county:of-the-environment"));

      asked.clear();
      run(Map.of(), "status", "--opensearch-password=of-the-flag");
      assertThat(asked).isNotEmpty().containsOnly(basic("county:of-the-flag"));

      asked.clear();
      write(home.resolve("govsearch.properties"), "engine=opensearch", address);
      run(Map.of("GOVSEARCH_OPENSEARCH_TOKEN", "of-the-environment"), "status");
      assertThat(asked).isNotEmpty().containsOnly("Bearer of-the-environment");
    } finally {
      cluster.stop(0);
    }
  }

  private static String basic(String both) {
    byte[] bytes = both.getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(bytes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "prot = 80 | 第 2 行：不认识的设置 prot；可用的有：index、host、port",
        "port 80   | 第 2 行：应写成 名称 = 值，收到的是 port 80",
        "port = 八十 | 参数 --port 的值不对：八十（配置文件第 2 行）",
        "log = xml | 参数 --log 的值不对：xml（配置文件第 2 行）",
        "engine = solr | --engine 应是 lucene 或 opensearch，收到的是 solr（配置文件第 2 行）",
        "opensearch-shards = 两片 | 参数 --opensearch-shards 的值不对：两片（配置文件第 2 行）",
        "mcp = 要 | 参数 --mcp 的值不对：要（配置文件第 2 行）",
      })
  void aMistakeIsToldWithItsLine(String line, String complaint) throws IOException {
    write(home.resolve("govsearch.properties"), "# 设置", line);

    for (String command : List.of("config", "serve")) {
      Printed run = run(Map.of(), command);

      assertThat(run.exit()).isEqualTo(2);
      assertThat(run.err()).contains(complaint);
      assertThat(run.out()).isEmpty();
    }
  }

  @Test
  void aFileThatIsNotThereIsSaidToBe() {
    Printed run = config(Map.of(), "--settings", "nowhere.properties");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("配置文件").contains("nowhere.properties 读不出来");
    assertThat(config(Map.of(), "--settings").err()).startsWith("缺少参数：--settings");
  }

  @Test
  void aVariableThatSetsNothingIsToldOf() {
    Printed config = config(Map.of("GOVSEARCH_PROT", "80", "GOVSEARCH_OPTS", "-Xmx1g"));

    assertThat(config.out()).contains("环境变量 GOVSEARCH_PROT 不是").doesNotContain("GOVSEARCH_OPTS");
  }
}
