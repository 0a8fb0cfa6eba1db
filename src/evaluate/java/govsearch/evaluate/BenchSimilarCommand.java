package govsearch.evaluate;

import govsearch.cli.Commands;
import govsearch.cli.Indexing;
import govsearch.engine.ReportPage;
import govsearch.engine.lucene.LuceneEngine;
import govsearch.engine.lucene.LuceneSink;
import govsearch.files.TemporaryFolder;
import govsearch.query.Filters;
import govsearch.query.SearchRequest;
import govsearch.report.Ids;
import govsearch.report.Paragraph;
import govsearch.report.Report;
import govsearch.report.ReportHead;
import govsearch.report.Section;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench similar}: measures answers for similar problems over many generated reports. */
@Command(
    name = "similar",
    description = "测量：在由示例报告变化出来的大量段落里找相似问题的耗时",
    mixinStandardHelpOptions = true)
final class BenchSimilarCommand implements Callable<Integer> {

  private static final long SEED = 20_260_502;
  private static final int QUESTIONS = 200;
  private static final int ROUNDS = 5;

  private final Commands.Places places;

  @Option(names = "--paragraphs", paramLabel = "数目", description = "段落数（默认：${DEFAULT-VALUE}）")
  private long paragraphs = 100_000;

  BenchSimilarCommand(Commands.Places places) {
    this.places = places;
  }

  @Override
  public Integer call() throws Exception {
    List<Report> reports = new VariedReports(samples()).make(paragraphs);
    System.out.printf(
        Locale.ROOT,
        "%d 核，Java %s；报告 %,d 份，段落 %,d 个%n",
        Runtime.getRuntime().availableProcessors(),
        Runtime.version(),
        reports.size(),
        reports.stream().mapToLong(report -> report.paragraphs().size()).sum());
    try (TemporaryFolder folder = TemporaryFolder.create("cli")) {
      index(folder.path(), reports.subList(0, reports.size() / 10)); // warms up
      double seconds = index(folder.path(), reports);
      System.out.printf(Locale.ROOT, "索引：%.1f 秒%n", seconds);
      answers(folder.path(), questions(reports));
    }
    return Commands.OK;
  }

  private List<Report> samples() throws IOException {
    List<Report> samples = new ArrayList<>();
    try (TemporaryFolder index = TemporaryFolder.create("cli");
        PrintStream nowhere =
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
      Indexing.rebuild(index.path(), List.of(places.samples()), nowhere);
      try (LuceneEngine engine = LuceneEngine.open(index.path(), places.searchTimeLimit())) {
        ReportPage page = engine.reports(Filters.NONE, SearchRequest.MAX_SIZE, null);
        for (ReportHead head : page.reports()) {
          engine.report(head.id()).ifPresent(samples::add);
        }
      }
    }
    return samples;
  }

  /** Indexes with all cores, as a run does; in seconds. */
  private static double index(Path path, List<Report> reports) throws Exception {
    int threads = Runtime.getRuntime().availableProcessors();
    long start = System.nanoTime();
    try (LuceneSink sink = LuceneSink.rebuild(path);
        ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> parts = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        int first = thread;
        parts.add(
            pool.submit(
                () -> {
                  for (int i = first; i < reports.size(); i += threads) {
                    sink.put(reports.get(i));
                  }
                }));
      }
      for (Future<?> part : parts) {
        part.get();
      }
      sink.commit();
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private static List<String> questions(List<Report> reports) {
    List<String> questions = new ArrayList<>();
    for (Report report : reports) {
      for (Paragraph paragraph : report.paragraphs()) {
        if (paragraph.section() == Section.PROBLEMS && paragraph.text().length() > 20) {
          questions.add(Ids.key(report.id(), paragraph.id()));
        }
      }
    }
    Collections.shuffle(questions, new Random(SEED));
    return questions.subList(0, Math.min(QUESTIONS, questions.size()));
  }

  private void answers(Path index, List<String> questions)
      throws IOException, InterruptedException {
    try (ServiceProcess service = ServiceProcess.start(places.launcher(), index);
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      LoadRun.Call<String> similar =
          id -> BenchCommand.get(client, service.api("paragraphs/" + id + "/similar"));
      LoadRun.of(2, 2, questions, similar);
      for (int clients : new int[] {1, 2}) {
        LoadRun run = LoadRun.of(clients, ROUNDS, questions, similar);
        System.out.printf(
            Locale.ROOT,
            "相似问题，%d 个客户端：p50 %.1f 毫秒，p95 %.1f 毫秒，p99 %.1f 毫秒，%.0f 次/秒%n",
            clients,
            run.p50(),
            run.p95(),
            run.p99(),
            run.perSecond());
      }
    }
  }
}
