package govsearch.evaluate;

import govsearch.cli.Commands;
import govsearch.cli.Indexing;
import govsearch.engine.lucene.snapshot.IndexSettings;
import govsearch.engine.opensearch.client.Access;
import govsearch.engine.opensearch.client.Cluster;
import govsearch.engine.opensearch.layout.Sizing;
import govsearch.engine.opensearch.read.OpenSearchEngine;
import govsearch.engine.opensearch.write.OpenSearchSink;
import govsearch.evaluate.BenchQueries.Asked;
import govsearch.files.TemporaryFolder;
import govsearch.ingest.sync.Ingest;
import govsearch.ingest.sync.IngestOptions;
import govsearch.ingest.sync.IngestSummary;
import govsearch.library.SourceStore;
import govsearch.query.Filters;
import govsearch.query.MatchRequest;
import govsearch.query.Mode;
import govsearch.query.Presentation;
import govsearch.query.Query;
import govsearch.query.QueryParser;
import govsearch.query.SearchRequest;
import govsearch.query.SortOrder;
import govsearch.report.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code bench cluster}: measures a collection on a cluster beside what anybody would ask of it
 * plainly, each query of ours next to the plain one.
 */
@Command(
    name = "cluster",
    description = "测量：在 OpenSearch 集群上收录和检索的速度，旁边是同一批段落、同一批检索式的普通 OpenSearch 查询",
    customSynopsis = "govsearch bench cluster --opensearch=网址 目录…",
    footer = {"", "在集群里建立 govsearch-bench 和 govsearch-plain，量完删去。"},
    mixinStandardHelpOptions = true)
final class BenchClusterCommand implements Callable<Integer> {
  private static final String NAME = "govsearch-bench";
  private static final int QUERIES = 200;
  private static final int WARM = 3;
  private static final int ROUNDS = 5;
  private static final double MEGABYTE = 1e6;
  private static final Duration LONG = Duration.ofMinutes(5);

  @Option(names = "--opensearch", required = true, paramLabel = "网址", description = "集群的网址")
  private String addresses = "";

  @Option(names = "--shards", paramLabel = "个数", description = "分几片（默认：${DEFAULT-VALUE}）")
  private int shards = 1;

  @Option(
      names = "--queries",
      paramLabel = "文件",
      description = "引文，每行一条，制表符之间的第二栏；也用它们来量，每次都当作没有问过")
  private @Nullable Path queries;

  @Option(names = "--keep", description = "量完不删去，供 --kept 再用")
  private boolean keep;

  @Option(names = "--kept", description = "不再收录，用 --keep 留下的")
  private boolean kept;

  @Parameters(arity = "1..*", paramLabel = "目录", description = "放报告的目录")
  private List<Path> folders = List.of();

  @Override
  public Integer call() throws IOException {
    Indexing.requireFiles(folders);
    Access access = Access.to(addresses);
    try (Cluster cluster = new Cluster(access)) {
      PlainCluster plain = new PlainCluster(cluster);
      if (!kept) {
        index(access);
        indexPlainly(access, plain);
      }
      try (OpenSearchEngine engine = OpenSearchEngine.open(access, NAME, LONG)) {
        drawn(engine, plain);
      }
      if (queries != null) {
        phrases(access, cluster, plain, phrases(queries));
      }
      if (!keep) {
        plain.close();
        cluster.call("DELETE", "/" + NAME + "-*", null, LONG);
      }
    }
    return Commands.OK;
  }

  private void index(Access access) throws IOException {
    try (TemporaryFolder folder = TemporaryFolder.create("cli");
        OpenSearchSink sink =
            OpenSearchSink.rebuild(access, NAME, IndexSettings.USUAL, new Sizing(shards, null))) {
      IngestSummary summary =
          new Ingest(
                  sink,
                  new SourceStore(folder.path()),
                  Ingest.Progress.SILENT,
                  IngestOptions.rebuild(null))
              .run(folders);
      System.out.printf(
          Locale.ROOT,
          "收录：报告 %,d 份，段落 %,d 个，%.1f MB：%.1f 秒，%.2f MB/秒%n",
          summary.reports(),
          summary.paragraphs(),
          summary.bytes() / MEGABYTE,
          summary.seconds(),
          summary.bytes() / MEGABYTE / summary.seconds());
    }
  }

  /** The same paragraphs. */
  private static void indexPlainly(Access access, PlainCluster plain) {
    plain.create();
    try (OpenSearchEngine engine = OpenSearchEngine.open(access, NAME, LONG)) {
      engine.visit(MatchRequest.of(new Query.Everything(), Mode.EXACT, Filters.NONE), plain::add);
    }
    plain.show();
    System.out.printf(Locale.ROOT, "普通收录：%,d 段，集群用了 %.1f 秒%n", plain.count(), plain.seconds());
  }

  /** A mix drawn from the collection, as the web page asks; others warm both. */
  private static void drawn(OpenSearchEngine engine, PlainCluster plain) {
    List<Asked> asked =
        BenchQueries.draw(engine, 4 * QUERIES).stream().distinct().limit(2 * QUERIES).toList();
    QueryParser parser = new QueryParser(name -> Section.of(name).map(Section::code));
    Times our = new Times();
    Times their = new Times();
    List<Asked> others = asked.subList(0, Math.min(QUERIES, asked.size() / 2));
    for (int round = 0; round < 2; round++) {
      for (Asked one : others) {
        our.of(() -> engine.search(one.request(parser.parse(one.q()).query())).total().value());
        their.of(() -> plain.search(one));
      }
    }
    our.clear();
    their.clear();
    for (Asked one : asked.subList(others.size(), asked.size())) {
      our.of(() -> engine.search(one.request(parser.parse(one.q()).query())).total().value());
      their.of(() -> plain.search(one));
    }
    System.out.println("网页的混合检索：");
    our.print("本程序，近似的合并", their);
    their.print("普通查询", their);
  }

  private static List<String> phrases(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .map(line -> line.split("\t", -1))
        .filter(cells -> cells.length > 1)
        .map(cells -> cells[1])
        .toList();
  }

  /**
   * Nobody is asked what he remembers: each round has an engine of its own, and caches are empty.
   */
  private static void phrases(
      Access access, Cluster cluster, PlainCluster plain, List<String> phrases) {
    Times our = new Times();
    Times folded = new Times();
    Times again = new Times();
    Times their = new Times();
    for (int round = 0; round < WARM + ROUNDS; round++) {
      if (round == WARM) {
        List.of(our, folded, again, their).forEach(Times::clear);
      }
      for (boolean fold : List.of(false, true)) {
        cluster.call("POST", "/_cache/clear?request=true", null, LONG);
        try (OpenSearchEngine engine = OpenSearchEngine.open(access, NAME, LONG)) {
          engine.search(request("工作", fold)); // names of places, which hold for good
          for (String phrase : phrases) {
            (fold ? folded : our).of(() -> engine.search(request(phrase, fold)).total().value());
            if (!fold) {
              their.of(() -> plain.search(phrase));
              again.of(() -> engine.search(request(phrase, false)).total().value());
            }
          }
        }
      }
    }
    System.out.printf(Locale.ROOT, "%d 条引文，各 %d 次：%n", phrases.size(), ROUNDS);
    our.print("本程序", their);
    folded.print("本程序，近似的合并", their);
    again.print("本程序，刚问过的", their);
    their.print("普通查询", their);
  }

  private static SearchRequest request(String phrase, boolean fold) {
    return new SearchRequest(
        new Query.Phrase(phrase),
        Mode.WORDS,
        Filters.NONE,
        SortOrder.RELEVANCE,
        10,
        null,
        new Presentation(fold, false));
  }

  /** How long something took, again and again. */
  private static final class Times {
    private final List<Double> millis = new ArrayList<>();

    void of(Callable<Long> search) {
      long start = System.nanoTime();
      try {
        var unused = search.call();
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
      millis.add((System.nanoTime() - start) / MEGABYTE);
    }

    void clear() {
      millis.clear();
    }

    private double at(int percent) {
      return millis.stream().sorted().skip(millis.size() * percent / 100).findFirst().orElse(0.0);
    }

    void print(String who, Times beside) {
      System.out.printf(
          Locale.ROOT,
          "%s：%d 次，中位数 %.1f 毫秒（普通查询的 %.2f 倍），第 95 百分位 %.1f 毫秒%n",
          who,
          millis.size(),
          at(50),
          at(50) / beside.at(50),
          at(95));
    }
  }
}
