package govsearch.evaluate;

import govsearch.cli.Commands;
import govsearch.cli.Indexing;
import govsearch.engine.Embedder;
import govsearch.engine.Learnt;
import govsearch.engine.ReportPage;
import govsearch.engine.lucene.LuceneEngine;
import govsearch.engine.lucene.LuceneSink;
import govsearch.files.TemporaryFolder;
import govsearch.model.OnnxEmbedder;
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
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
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
  private static final long WAIT_NANOS = 200_000_000;

  private final Commands.Places places;

  @Option(names = "--paragraphs", paramLabel = "数目", description = "段落数（默认：${DEFAULT-VALUE}）")
  private long paragraphs = 100_000;

  @Option(names = "--rounds", paramLabel = "数目", description = "每个问题问几次（默认：${DEFAULT-VALUE}）")
  private int rounds = 5;

  @Option(
      names = "--index",
      paramLabel = "目录",
      description = "用这个索引，不另编报告；同时给了 --model 时，其中没有向量的要点补上编出来的向量（请给副本）")
  private @Nullable Path index;

  @Option(names = "--model", paramLabel = "目录", description = "有这个语义模型参加")
  private @Nullable Path model;

  BenchSimilarCommand(Commands.Places places) {
    this.places = places;
  }

  @Override
  public Integer call() throws Exception {
    if (index != null) {
      if (model != null) {
        makeUpVectors(index, model);
      }
      answers(index, questions(reports(index)));
      return Commands.OK;
    }
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
      if (model != null) {
        makeUpVectors(folder.path(), model);
      }
      answers(folder.path(), questions(reports));
    }
    return Commands.OK;
  }

  /** Some reports of an index, in no particular order. */
  private List<Report> reports(Path index) {
    List<Report> some = new ArrayList<>();
    try (LuceneEngine engine = LuceneEngine.open(index, places.searchTimeLimit())) {
      List<String> ids = new ArrayList<>();
      engine.everyReport(head -> ids.add(head.id()));
      System.out.printf(Locale.ROOT, "报告 %,d 份，段落 %,d 个%n", ids.size(), engine.size().paragraphs());
      Collections.shuffle(ids, new Random(SEED));
      ids.stream().limit(QUESTIONS).forEach(id -> engine.report(id).ifPresent(some::add));
    }
    return some;
  }

  private void makeUpVectors(Path index, Path model) {
    String id;
    int dimension;
    try (Embedder real = OnnxEmbedder.open(model)) {
      id = real.id();
      dimension = real.dimension();
    }
    try (LuceneEngine engine = LuceneEngine.open(index, places.searchTimeLimit())) {
      engine.learn(new MadeUpVectors(id, dimension));
      while (engine.learnt().state() != Learnt.State.ON) {
        LockSupport.parkNanos(WAIT_NANOS);
      }
      System.out.printf(Locale.ROOT, "问题 %,d 条，向量是编出来的%n", engine.learnt().all());
    }
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
    String which = model == null ? "none" : model.toAbsolutePath().toString();
    try (ServiceProcess service = ServiceProcess.start(places.launcher(), index, "--model", which);
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      LoadRun.Call<String> similar =
          id -> BenchCommand.get(client, service.api("paragraphs/" + id + "/similar"));
      LoadRun.of(2, 2, questions, similar);
      for (int clients : new int[] {1, 2}) {
        LoadRun run = LoadRun.of(clients, rounds, questions, similar);
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
