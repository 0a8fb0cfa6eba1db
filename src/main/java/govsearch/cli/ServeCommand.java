package govsearch.cli;

import govsearch.engine.SourceStore;
import govsearch.engine.lucene.LuceneEngine;
import govsearch.http.Server;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

  @Option(names = "--index", paramLabel = "目录", description = "索引在哪里（默认：程序目录下的 index）")
  private @Nullable Path index;

  @Option(names = "--host", paramLabel = "地址", description = "监听的地址（默认：${DEFAULT-VALUE}，只有本机能访问）")
  private String host = "127.0.0.1";

  @Option(names = "--port", paramLabel = "端口", description = "监听的端口（默认：${DEFAULT-VALUE}；0 为任意空闲端口）")
  private int port = 8080;

  @Option(names = "--public-url", paramLabel = "网址", description = "经反向代理对外的网址，用于永久链接和引文")
  private @Nullable String publicUrl;

  @Mixin private DivisionsOption divisions = new DivisionsOption();

  ServeCommand(Commands.Places places) {
    this.places = places;
  }

  @Override
  public Integer call() {
    String url = publicUrl == null ? null : Listening.publicUrl(publicUrl);
    Listening.check(host, port);
    Path where = index == null ? places.index() : index;
    if (!reports.isEmpty()) {
      Indexing.print(Indexing.rebuild(where, reports, divisions.load(), System.out), System.out);
    } else if (!LuceneEngine.isIndex(where)) {
      System.out.println("还没有索引，先索引自带的示例报告。换成自己的报告：./govsearch serve --reports 报告目录");
      Indexing.print(Indexing.rebuild(where, List.of(places.samples()), System.out), System.out);
    }
    serve(where, url);
    return Commands.OK;
  }

  private void serve(Path where, @Nullable String url) {
    CountDownLatch ended = new CountDownLatch(1);
    try (LuceneEngine engine = LuceneEngine.open(where, places.searchTimeLimit());
        Server server = start(engine, where, url)) {
      Runtime.getRuntime().addShutdownHook(new Thread(ended::countDown, "end"));
      System.out.println("检索服务已启动：http://" + shownHost() + ":" + server.port() + "/  （Ctrl+C 结束）");
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // whoever called wants it to end
    }
  }

  private Server start(LuceneEngine engine, Path where, @Nullable String url) {
    Server server =
        new Server(
            engine, new SourceStore(where), new Server.Settings(host, port, places.web(), url));
    try {
      return server.start();
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private String shownHost() {
    return host.contains(":") ? "[" + host + "]" : host;
  }
}
