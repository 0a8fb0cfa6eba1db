package govsearch.evaluate;

import govsearch.cli.Commands;
import govsearch.cli.Indexing;
import govsearch.cli.UserMistakeException;
import govsearch.engine.CollectionSize;
import govsearch.engine.lucene.LuceneEngine;
import govsearch.files.TemporaryFolder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code bench growth}: what answers cost in collections of several sizes: the start, every way of
 * asking, the questions that cost most, the memory, and what a change costs that is to be seen.
 */
@Command(
    name = "growth",
    description = "测量：各个规模的收藏里，启动、各个接口、最费力的检索式的耗时和占用的内存",
    customSynopsis = "govsearch bench growth [选项] 目录…",
    footer = {"", "目录可以是现有的索引（不改动它），也可以是放报告的目录（建临时索引来测）。"},
    mixinStandardHelpOptions = true)
final class BenchGrowthCommand implements Callable<Integer> {

  @Option(
      names = "--queries",
      paramLabel = "N",
      defaultValue = "40",
      description = "每个接口问多少个不同的（默认 ${DEFAULT-VALUE}）")
  private int queries;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "每个问多少遍，服务启动多少次（默认 ${DEFAULT-VALUE}）")
  private int rounds;

  private final Commands.Places places;

  @Parameters(arity = "1..*", paramLabel = "目录", description = "索引，或放报告的目录")
  private List<Path> folders = List.of();

  BenchGrowthCommand(Commands.Places places) {
    this.places = places;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (queries < 1 || rounds < 1) {
      throw new UserMistakeException("--queries 和 --rounds 至少是 1");
    }
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
      GrowthQuestions questions = GrowthQuestions.of(engine, queries);
      try (ServiceProcess service = ServiceProcess.start(places.launcher(), index)) {
        for (Map.Entry<String, List<String>> way : questions.ways().entrySet()) {
          ask(client, way.getKey(), way.getValue(), target -> service.api(target));
        }
        askBatches(client, service, questions.batches());
        GrowthQuestions.nasty()
            .forEach((question, target) -> askNasty(client, service, question, target));
        System.out.println(service.memory());
      }
    }
    System.out.println(RefreshTrial.of(index, places.searchTimeLimit(), queries));
  }

  private void starts(Path index, HttpClient client) throws IOException, InterruptedException {
    double[] seconds = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      long start = System.nanoTime();
      try (ServiceProcess service = ServiceProcess.start(places.launcher(), index)) {
        BenchCommand.get(client, service.search("q=&fold=true"));
        seconds[i] = (System.nanoTime() - start) / 1e9;
      }
    }
    Arrays.sort(seconds);
    System.out.printf(Locale.ROOT, "启动到首页的第一次应答：%.2f 秒（%d 次的中位数）%n", seconds[rounds / 2], rounds);
  }

  private void ask(
      HttpClient client, String way, List<String> targets, Function<String, URI> address)
      throws InterruptedException {
    ask(way, targets, target -> BenchCommand.get(client, address.apply(target)));
  }

  private void askBatches(HttpClient client, ServiceProcess service, List<String> batches)
      throws InterruptedException {
    ask("批量", batches, batch -> BenchCommand.post(client, service.api("batch"), batch));
  }

  private void ask(String way, List<String> things, LoadRun.Call<String> call)
      throws InterruptedException {
    LoadRun.of(1, 1, things, call);
    for (int clients : new int[] {1, 4}) {
      LoadRun run = LoadRun.of(clients, rounds, things, call);
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

  private void askNasty(HttpClient client, ServiceProcess service, String question, String target) {
    URI address = service.api(target);
    double slowest = 0;
    double quickest = Double.MAX_VALUE;
    try {
      for (int i = 0; i < rounds; i++) {
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
