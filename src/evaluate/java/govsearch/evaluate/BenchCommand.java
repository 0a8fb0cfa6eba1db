package govsearch.evaluate;

import govsearch.cli.Commands;
import govsearch.cli.Indexing;
import govsearch.engine.CollectionSize;
import govsearch.engine.SearchResult;
import govsearch.engine.lucene.LuceneEngine;
import govsearch.evaluate.BenchQueries.Asked;
import govsearch.files.TemporaryFolder;
import govsearch.http.DidYouMean;
import govsearch.http.Instead;
import govsearch.http.SearchView;
import govsearch.insight.PlainReading;
import govsearch.query.ParsedQuery;
import govsearch.query.SearchRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code bench}: measures a start of the real service and its answers, beside the same queries
 * asked of the engine in this process.
 */
@Command(
    name = "bench",
    description = "测量：服务从启动到第一次应答的时间，以及经 HTTP 与进程内直接检索的耗时",
    mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {

  private static final int QUERIES = 200;
  private static final int STARTS = 5;
  private static final int WARM_UP_ROUNDS = 5;
  private static final int ROUNDS = 5;
  private static final int BATCHES = 20;
  private static final int PHRASES = 100;

  private final Commands.Places places;

  @Option(names = "--reports", paramLabel = "目录", description = "用这个目录建临时索引来测（默认：现有索引）")
  private List<Path> reports = List.of();

  @Option(names = "--index", paramLabel = "目录", description = "现有索引在哪里（默认：程序目录下的 index）")
  private @Nullable Path index;

  BenchCommand(Commands.Places places) {
    this.places = places;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (TemporaryFolder temporary = TemporaryFolder.create("cli")) {
      Path where = index == null ? places.index() : index;
      if (!reports.isEmpty()) {
        where = temporary.path();
        Indexing.print(Indexing.rebuild(where, reports, System.out), System.out);
      }
      measure(where);
    }
    return Commands.OK;
  }

  private void measure(Path where) throws IOException, InterruptedException {
    try (LuceneEngine engine = LuceneEngine.open(where, places.searchTimeLimit());
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      CollectionSize size = engine.size();
      System.out.printf(
          "%d 核，%d MiB 堆上限，Java %s；报告 %,d 份，段落 %,d 个%n",
          Runtime.getRuntime().availableProcessors(),
          Runtime.getRuntime().maxMemory() >> 20,
          Runtime.version(),
          size.reports(),
          size.paragraphs());
      List<Asked> asked = BenchQueries.draw(engine, QUERIES);
      starts(where, client, asked.getFirst());
      try (ServiceProcess service = ServiceProcess.start(places.launcher(), where)) {
        LoadRun.Call<Asked> overHttp = one -> get(client, service.search(one.searchParameters()));
        LoadRun.Call<Asked> inProcess = inProcess(engine);
        LoadRun.of(4, WARM_UP_ROUNDS, asked, overHttp);
        LoadRun.of(4, WARM_UP_ROUNDS, asked, inProcess);
        for (int clients : new int[] {1, 4}) {
          print(
              clients,
              LoadRun.of(clients, ROUNDS, asked, overHttp),
              LoadRun.of(clients, ROUNDS, asked, inProcess));
        }
        List<String> typings = BenchQueries.typings(engine, QUERIES);
        LoadRun.Call<String> suggest =
            typed -> get(client, service.api("suggest?q=" + BenchQueries.encoded(typed)));
        LoadRun.of(1, 1, typings, suggest);
        print("输入补全（每次 10 条）", LoadRun.of(1, ROUNDS, typings, suggest));
        LoadRun.Call<Asked> concordance =
            one -> get(client, service.api("concordance?" + one.parameters()));
        LoadRun.of(1, 1, asked, concordance);
        print("上下文对照（每页 20 行，含归类）", LoadRun.of(1, ROUNDS, asked, concordance));
        List<String> batches = BenchQueries.batches(engine, BATCHES, PHRASES);
        LoadRun.Call<String> batch = phrases -> post(client, service.api("batch"), phrases);
        LoadRun.of(1, 1, batches, batch);
        print("批量统计（每批 " + PHRASES + " 个短语）", LoadRun.of(1, ROUNDS, batches, batch));
      }
    }
  }

  private void starts(Path where, HttpClient client, Asked first)
      throws IOException, InterruptedException {
    List<Double> seconds = new ArrayList<>();
    for (int i = 0; i < STARTS; i++) {
      long start = System.nanoTime();
      try (ServiceProcess service = ServiceProcess.start(places.launcher(), where)) {
        get(client, service.search(first.searchParameters()));
        seconds.add((System.nanoTime() - start) / 1e9);
      }
    }
    double[] sorted = seconds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "从 ./govsearch serve 到第一次检索应答：%.2f 秒（%d 次的中位数；%s）%n",
        sorted[sorted.length / 2],
        STARTS,
        Arrays.toString(
            Arrays.stream(sorted).mapToObj(s -> String.format(Locale.ROOT, "%.2f", s)).toArray()));
  }

  /** All that the service does for an answer, but to send it. */
  private static LoadRun.Call<Asked> inProcess(LuceneEngine engine) {
    PlainReading reading = new PlainReading(engine);
    DidYouMean didYouMean = new DidYouMean(engine, reading);
    return one -> {
      ParsedQuery query = reading.read(one.q(), one.mode());
      SearchRequest request = one.request(query.query());
      SearchResult result = engine.search(request);
      if (!result.total().exact()) {
        throw new IllegalStateException("timed out: " + one);
      }
      Instead instead = didYouMean.of(one.q(), query, request, result);
      var unused =
          SearchView.of(query, request.mode(), result, List.of(), instead, null, 0).hashCode();
    };
  }

  static void get(HttpClient client, URI uri) throws IOException, InterruptedException {
    send(client, HttpRequest.newBuilder(uri).build());
  }

  static void post(HttpClient client, URI uri, String text)
      throws IOException, InterruptedException {
    send(
        client,
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "text/plain; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(text))
            .build());
  }

  private static void send(HttpClient client, HttpRequest request)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw new IOException("状态 " + response.statusCode() + "：" + request.uri());
    }
  }

  private static void print(String what, LoadRun http) {
    System.out.printf(
        Locale.ROOT,
        "%s  1 个客户端  HTTP p50 %.2f 毫秒 p99 %.2f 毫秒 %.0f 次/秒%n",
        what,
        http.p50(),
        http.p99(),
        http.perSecond());
  }

  private static void print(int clients, LoadRun http, LoadRun inProcess) {
    System.out.printf(
        Locale.ROOT,
        "%d 个客户端  HTTP p50 %.2f 毫秒 p95 %.2f 毫秒 p99 %.2f 毫秒 %.0f 次/秒  进程内 p50 %.2f 毫秒 p95 %.2f 毫秒"
            + " %.0f 次/秒  比值 p50 %.2f p95 %.2f%n",
        clients,
        http.p50(),
        http.p95(),
        http.p99(),
        http.perSecond(),
        inProcess.p50(),
        inProcess.p95(),
        inProcess.perSecond(),
        http.p50() / inProcess.p50(),
        http.p95() / inProcess.p95());
  }
}
