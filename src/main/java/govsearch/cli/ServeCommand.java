package govsearch.cli;

import govsearch.engine.Vitals;
import govsearch.http.Server;
import govsearch.http.ServerSettings;
import govsearch.ingest.places.Gazetteer;
import govsearch.ingest.sync.DraftReading;
import govsearch.library.LibrarySink;
import govsearch.library.SourceStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code serve}: answers searches over HTTP until it is ended. */
@Command(
    name = "serve",
    description = "启动检索服务；没有索引也不给目录时，先索引自带的示例报告",
    customSynopsis = "govsearch serve [--reports=目录] [--index=目录] [--host=地址] [--port=端口] …",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

  private final Commands.Places places;

  @Option(names = "--reports", paramLabel = "目录", description = "先从这个目录重建索引，可以给多次")
  private List<Path> reports = List.of();

  @Option(names = "--host", paramLabel = "地址", description = "监听的地址（默认：${DEFAULT-VALUE}，只有本机能访问）")
  private String host = "127.0.0.1";

  @Option(names = "--port", paramLabel = "端口", description = "监听的端口（默认：${DEFAULT-VALUE}；0 为任意空闲端口）")
  private int port = 8080;

  @Option(names = "--public-url", paramLabel = "网址", description = "经反向代理对外的网址，用于永久链接和引文")
  private @Nullable String publicUrl;

  @Option(
      names = "--allow-host",
      paramLabel = "主机名",
      split = Settings.SEPARATOR,
      hideParamSyntax = true,
      description = "还以这个名字（域名或地址）访问，可以给多次；本机的名字、--host 和 --public-url 的不必给")
  private List<String> allowedHosts = List.of();

  @Option(
      names = "--allow-origin",
      paramLabel = "网址",
      split = Settings.SEPARATOR,
      hideParamSyntax = true,
      description = "允许这个网站的脚本读取接口（CORS），如 https://example.org，可以给多次；默认一个也不允许")
  private List<String> allowedOrigins = List.of();

  @Mixin private CollectionOption collection = new CollectionOption();
  @Mixin private DivisionsOption divisions = new DivisionsOption();

  @Mixin private OcrOption ocr = new OcrOption();

  @Mixin private ThesaurusOption thesaurus = new ThesaurusOption();

  @Mixin private ModelOption model = new ModelOption();

  @Option(
      names = "--watch",
      paramLabel = "目录",
      split = Settings.SEPARATOR,
      hideParamSyntax = true,
      description = "服务期间随时收录这个目录里的变化，可以给多次")
  private List<Path> watched = List.of();

  @Option(
      names = "--admin-token",
      paramLabel = "口令",
      description = "允许知道口令的人经接口上传和删除报告；也可以放在环境变量 GOVSEARCH_ADMIN_TOKEN 里")
  private @Nullable String adminToken;

  @Option(
      names = "--admin-token-file",
      paramLabel = "文件",
      description = "口令写在这个文件里，不出现在命令行和进程列表中；优先于 --admin-token")
  private @Nullable Path adminTokenFile;

  @Option(
      names = "--metrics",
      arity = "0..1",
      fallbackValue = "true",
      hideParamSyntax = true,
      paramLabel = "true|false",
      description = "在 /metrics 给出运行指标（Prometheus 的格式）；默认不给")
  private boolean metrics;

  @Option(
      names = "--mcp",
      arity = "0..1",
      fallbackValue = "true",
      hideParamSyntax = true,
      paramLabel = "true|false",
      description = "在 /mcp 供智能助手检索（模型上下文协议 MCP）：只读，每个答案带链接和引文；默认不开")
  private boolean mcp;

  @Option(names = "--metrics-port", paramLabel = "端口", description = "运行指标另用这个端口，不与检索同一个")
  private @Nullable Integer metricsPort;

  @Spec private @Nullable CommandSpec spec;

  ServeCommand(Commands.Places places) {
    this.places = places;
  }

  @Override
  public Integer call() {
    String url = publicUrl == null ? null : Listening.publicUrl(publicUrl);
    String token =
        Listening.adminToken(
            new Secrets(spec)
                .of(Setting.ADMIN_TOKEN, adminToken, Setting.ADMIN_TOKEN_FILE, adminTokenFile));
    Set<String> hosts =
        allowedHosts.stream().map(Listening::hostName).collect(Collectors.toUnmodifiableSet());
    for (Path folder : watched) {
      if (!Files.isDirectory(folder)) {
        throw new UserMistakeException("找不到目录：" + folder);
      }
    }
    Set<String> origins =
        allowedOrigins.stream().map(Listening::origin).collect(Collectors.toUnmodifiableSet());
    Listening.check(host, port);
    if (metricsPort != null) {
      Listening.check(host, metricsPort);
    }
    Store where = collection.store(places);
    if (!reports.isEmpty()) {
      Indexing.print(
          Indexing.rebuild(
              where, reports, divisions.load(), ocr.check(), thesaurus.settings(), System.out),
          System.out);
    } else if (!where.isThere() && !watched.isEmpty()) {
      try (LibrarySink sink = where.update()) {
        sink.commit(); // empty; what is watched comes while it is served
      }
    } else if (!where.isThere()) {
      System.out.println("还没有索引，先索引自带的示例报告。换成自己的报告：./govsearch serve --reports 报告目录");
      Indexing.print(
          Indexing.rebuild(
              where,
              List.of(places.samples()),
              divisions.load(),
              ocr.check(),
              thesaurus.settings(),
              System.out),
          System.out);
    }
    serve(where, new Named(url, hosts, origins), token);
    return Commands.OK;
  }

  /** What others call the service. */
  private record Named(
      @Nullable String publicUrl, Set<String> allowedHosts, Set<String> allowedOrigins) {}

  private void serve(Store where, Named named, @Nullable String token) {
    CountDownLatch ended = new CountDownLatch(1);
    Gazetteer gazetteer = divisions.load();
    try (Store.Opened opened = where.open(places.searchTimeLimit());
        LibraryChanges changes =
            new LibraryChanges(where, opened, watched, gazetteer, ocr.check(), token);
        Server server =
            start(opened, where.folder(), named, changes.admin(), gazetteer)
                .watching(Vitals.of(opened.vitals(), changes))
                .telling(opened.upkeep())) {
      Runtime.getRuntime().addShutdownHook(new Thread(ended::countDown, "end"));
      System.out.println("检索服务已启动：http://" + shownHost() + ":" + server.port() + "/  （Ctrl+C 结束）");
      changes.begin();
      if (opened.embedded() != null) {
        model.begin(opened.embedded(), places.home());
      }
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // whoever called wants it to end
    }
  }

  private Server start(
      Store.Opened opened,
      Path where,
      Named named,
      ServerSettings.@Nullable Admin admin,
      @Nullable Gazetteer gazetteer) {
    Server server =
        new Server(
            opened.engine(),
            opened.library(),
            new SourceStore(where),
            new ServerSettings(
                host,
                port,
                places.web(),
                named.publicUrl(),
                named.allowedHosts(),
                named.allowedOrigins(),
                admin,
                metrics || metricsPort != null ? new ServerSettings.Metering(metricsPort) : null,
                mcp),
            drafts(gazetteer));
    try {
      return server.start();
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private static Server.Drafts drafts(@Nullable Gazetteer gazetteer) {
    return new Server.Drafts(
        new DraftReading(gazetteer), (gazetteer == null ? Gazetteer.builtIn() : gazetteer).names());
  }

  private String shownHost() {
    return host.contains(":") ? "[" + host + "]" : host;
  }
}
