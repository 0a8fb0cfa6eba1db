package govsearch.evaluate;

import govsearch.cli.Commands;
import govsearch.cli.Indexing;
import govsearch.engine.CollectionSize;
import govsearch.engine.lucene.LuceneEngine;
import govsearch.files.TemporaryFolder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code bench growth}: what answers cost in collections of several sizes: the start, every way of
 * asking, the questions that cost most, and the memory.
 */
@Command(
    name = "growth",
    description = "测量：各个规模的收藏里，启动、各个接口、最费力的检索式的耗时和占用的内存",
    customSynopsis = "govsearch bench growth 目录…",
    footer = {"", "目录可以是现有的索引（不改动它），也可以是放报告的目录（建临时索引来测）。"},
    mixinStandardHelpOptions = true)
final class BenchGrowthCommand implements Callable<Integer> {

  private static final int QUERIES = 40;
  private static final int STARTS = 3;
  private static final int ROUNDS = 3;
  private static final int NASTY_ROUNDS = 5;

  /** What a trend has not. */
  private static final Pattern PAGE = Pattern.compile("&size=");

  /** Characters that nearly every paragraph has. */
  private static final String COMMON = "的了和在是为中上有不大会年人地法治工作政府镇村民建设开展加强推进依行制度宣传组织全";

  private final Commands.Places places;

  @Parameters(arity = "1..*", paramLabel = "目录", description = "索引，或放报告的目录")
  private List<Path> folders = List.of();

  BenchGrowthCommand(Commands.Places places) {
    this.places = places;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    for (Path folder : folders) {
      if (LuceneEngine.isIndex(folder)) {
        measure(folder, folder);
      } else {
        try (TemporaryFolder temporary = TemporaryFolder.create("cli")) {
          Indexing.print(
              Indexing.rebuild(temporary.path(), List.of(folder), System.out), System.out);
          measure(folder, temporary.path());
        }
      }
    }
    return Commands.OK;
  }

  private void measure(Path name, Path index) throws IOException, InterruptedException {
    try (LuceneEngine engine = LuceneEngine.open(index, places.searchTimeLimit());
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      CollectionSize size = engine.size();
      System.out.printf(
          Locale.ROOT, "%n%s：报告 %,d 份，段落 %,d 个%n", name, size.reports(), size.paragraphs());
      starts(index, client);
      try (ServiceProcess service = ServiceProcess.start(places.launcher(), index)) {
        for (Map.Entry<String, List<String>> way : ways(engine).entrySet()) {
          ask(client, service, way.getKey(), way.getValue());
        }
        nasty().forEach((question, target) -> askNasty(client, service, question, target));
        System.out.println(service.memory());
      }
    }
  }

  private void starts(Path index, HttpClient client) throws IOException, InterruptedException {
    double[] seconds = new double[STARTS];
    for (int i = 0; i < STARTS; i++) {
      long start = System.nanoTime();
      try (ServiceProcess service = ServiceProcess.start(places.launcher(), index)) {
        BenchCommand.get(client, service.search("q=&fold=true"));
        seconds[i] = (System.nanoTime() - start) / 1e9;
      }
    }
    Arrays.sort(seconds);
    System.out.printf(Locale.ROOT, "启动到首页的第一次应答：%.2f 秒（%d 次的中位数）%n", seconds[STARTS / 2], STARTS);
  }

  /** Every way of asking, with what is asked. */
  private static Map<String, List<String>> ways(LuceneEngine engine) {
    List<BenchQueries.Asked> mix = BenchQueries.draw(engine, QUERIES);
    List<String> texts = mix.stream().map(one -> one.parameters()).toList();
    Map<String, List<String>> ways = new LinkedHashMap<>();
    ways.put("首页", Collections.nCopies(QUERIES, "search?q=&fold=true"));
    ways.put("检索", mix.stream().map(one -> "search?" + one.searchParameters()).toList());
    ways.put("按报告", targets("search/reports", texts));
    ways.put("索引行", targets("concordance", texts));
    ways.put("谁没提", targets("coverage", texts));
    ways.put("分布", targets("spread", texts));
    ways.put("趋势", targets("trend", texts.stream().map(one -> PAGE.split(one)[0]).toList()));
    ways.put(
        "数字",
        BenchQueries.typings(engine, QUERIES).stream()
            .map(typed -> "figures?q=" + BenchQueries.encoded(typed))
            .toList());
    ways.put(
        "补全",
        BenchQueries.typings(engine, QUERIES).stream()
            .map(typed -> "suggest?q=" + BenchQueries.encoded(typed))
            .toList());
    ways.put("报告库", Collections.nCopies(QUERIES, "library"));
    return ways;
  }

  private static List<String> targets(String way, List<String> parameters) {
    return parameters.stream().map(one -> way + "?" + one).toList();
  }

  private static void ask(
      HttpClient client, ServiceProcess service, String way, List<String> targets)
      throws InterruptedException {
    LoadRun.Call<String> call = target -> BenchCommand.get(client, service.api(target));
    LoadRun.of(1, 1, targets, call);
    for (int clients : new int[] {1, 4}) {
      LoadRun run = LoadRun.of(clients, ROUNDS, targets, call);
      System.out.printf(
          Locale.ROOT,
          "%s，%d 个客户端：p50 %.1f 毫秒，p95 %.1f 毫秒，p99 %.1f 毫秒，%.0f 次/秒%n",
          way,
          clients,
          run.p50(),
          run.p95(),
          run.p99(),
          run.perSecond());
    }
  }

  /** What costs most for its length. */
  private static Map<String, String> nasty() {
    String or = String.join(" OR ", List.of(COMMON.split("")).subList(0, 40));
    Map<String, String> nasty = new LinkedHashMap<>();
    nasty.put("的", search("的"));
    nasty.put("法治", search("法治"));
    nasty.put("“法*治”", search("\"法*治\""));
    nasty.put("四十个单字，任一", search(or));
    nasty.put("相距五字以内", search("\"工作 建设\"~5"));
    nasty.put("二百个词", search(String.join(" ", Collections.nCopies(200, "法治"))));
    nasty.put("全部，按乡镇，近似合并", "search?q=&fold=true&sort=town");
    return nasty;
  }

  private static String search(String query) {
    return "search?fold=true&q=" + BenchQueries.encoded(query);
  }

  private static void askNasty(
      HttpClient client, ServiceProcess service, String question, String target) {
    URI address = service.api(target);
    double slowest = 0;
    double quickest = Double.MAX_VALUE;
    try {
      for (int i = 0; i < NASTY_ROUNDS; i++) {
        long start = System.nanoTime();
        BenchCommand.get(client, address);
        double millis = (System.nanoTime() - start) / 1e6;
        slowest = Math.max(slowest, millis);
        quickest = Math.min(quickest, millis);
      }
      System.out.printf(Locale.ROOT, "%s：最快 %.0f 毫秒，最慢 %.0f 毫秒%n", question, quickest, slowest);
    } catch (IOException e) {
      System.out.println(question + "：" + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
