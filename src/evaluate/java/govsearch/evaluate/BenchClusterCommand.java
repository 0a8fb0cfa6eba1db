package govsearch.evaluate;

import govsearch.cli.Commands;
import govsearch.cli.Indexing;
import govsearch.engine.lucene.snapshot.IndexSettings;
import govsearch.engine.opensearch.client.Access;
import govsearch.engine.opensearch.client.Cluster;
import govsearch.engine.opensearch.client.ClusterException;
import govsearch.engine.opensearch.client.Json;
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
import govsearch.query.Query;
import govsearch.query.QueryParser;
import govsearch.report.Section;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code bench cluster}: measures a collection on a cluster beside what anybody would ask of it
 * plainly: one field cut by SmartCN, a match query, four facets, marked by the cluster itself.
 */
@Command(
    name = "cluster",
    description = "测量：在 OpenSearch 集群上收录和检索的速度，旁边是同一批段落、同一批检索式的普通 OpenSearch 查询",
    customSynopsis = "govsearch bench cluster --opensearch=网址 目录…",
    footer = {"", "在集群里建立 govsearch-bench 和 govsearch-plain，量完删去。"},
    mixinStandardHelpOptions = true)
final class BenchClusterCommand implements Callable<Integer> {
  private static final String NAME = "govsearch-bench";
  private static final String PLAIN = "/govsearch-plain";
  private static final int QUERIES = 200;
  private static final int AT_ONCE = 2_000;
  private static final double MEGABYTE = 1e6;
  private static final double NANOS = 1e9;
  private static final Duration LONG = Duration.ofMinutes(5);

  @Option(names = "--opensearch", required = true, paramLabel = "网址", description = "集群的网址")
  private String addresses = "";

  @Option(names = "--shards", paramLabel = "个数", description = "分几片（默认：${DEFAULT-VALUE}）")
  private int shards = 1;

  @Parameters(arity = "1..*", paramLabel = "目录", description = "放报告的目录")
  private List<Path> folders = List.of();

  @Override
  public Integer call() throws IOException {
    Indexing.requireFiles(folders);
    Access access = Access.to(addresses);
    index(access);
    try (Cluster cluster = new Cluster(access);
        OpenSearchEngine engine = OpenSearchEngine.open(access, NAME, LONG)) {
      indexPlainly(cluster, engine);
      List<Asked> asked =
          BenchQueries.draw(engine, 4 * QUERIES).stream().distinct().limit(2 * QUERIES).toList();
      QueryParser parser = new QueryParser(name -> Section.of(name).map(Section::code));
      Consumer<Asked> ours = one -> engine.search(one.request(parser.parse(one.q()).query()));
      Consumer<Asked> plain = one -> cluster.call("POST", PLAIN + "/_search", plain(one), LONG);
      // Others warm both: nobody is to be asked again what he remembers.
      List<Asked> others = asked.subList(0, QUERIES);
      List<Asked> fresh = asked.subList(QUERIES, asked.size());
      for (int round = 0; round < 2; round++) {
        var unused = times(others, ours);
        unused = times(others, plain);
      }
      double[] our = times(fresh, ours);
      double[] their = times(fresh, plain);
      print("本程序", our);
      print("普通查询", their);
      System.out.printf(Locale.ROOT, "中位数之比 %.2f%n", our[our.length / 2] / their[their.length / 2]);
      cluster.call("DELETE", PLAIN, null, LONG);
      cluster.call("DELETE", "/" + NAME + "-*", null, LONG);
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

  private static void indexPlainly(Cluster cluster, OpenSearchEngine engine) {
    try {
      cluster.call("DELETE", PLAIN, null, LONG);
    } catch (ClusterException e) {
      // none was left
    }
    Object keyword = Json.of("type", "keyword");
    cluster.call(
        "PUT",
        PLAIN,
        Json.of(
            "mappings",
            Json.of(
                "properties",
                Json.of(
                    "text", Json.of("type", "text", "analyzer", "smartcn"),
                    "town", keyword,
                    "county", keyword,
                    "year", keyword,
                    "section", keyword))),
        LONG);
    Lines lines = new Lines(cluster);
    engine.visit(
        MatchRequest.of(new Query.Everything(), Mode.EXACT, Filters.NONE),
        match ->
            lines.add(
                Json.of(
                    "text", match.paragraph().text(),
                    "town", String.valueOf(match.report().town()),
                    "county", String.valueOf(match.report().county()),
                    "year", String.valueOf(match.report().year()),
                    "section", match.paragraph().section().code())));
    lines.send();
    cluster.call("POST", PLAIN + "/_refresh", null, LONG);
    System.out.printf(Locale.ROOT, "普通收录：%,d 段，集群用了 %.1f 秒%n", lines.count, lines.nanos / NANOS);
  }

  /** Paragraphs on their way, and how long the cluster takes for them. */
  private static final class Lines {
    private final Cluster cluster;
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private long count;
    private long nanos;

    Lines(Cluster cluster) {
      this.cluster = cluster;
    }

    void add(Object document) {
      lines.writeBytes("{\"index\":{}}\n".getBytes(StandardCharsets.UTF_8));
      lines.writeBytes(Json.bytes(document));
      lines.write('\n');
      if (++count % AT_ONCE == 0) {
        send();
      }
    }

    void send() {
      if (lines.size() > 0) {
        long start = System.nanoTime();
        cluster.call("POST", PLAIN + "/_bulk?filter_path=errors", lines.toByteArray(), LONG);
        nanos += System.nanoTime() - start;
        lines.reset();
      }
    }
  }

  private static Object plain(Asked asked) {
    boolean quoted = asked.q().startsWith("\"");
    String text = asked.q().replace("\"", "");
    Object query =
        Json.of(
            quoted ? "match_phrase" : "match",
            Json.of(
                "text",
                quoted ? Json.of("query", text) : Json.of("query", text, "operator", "and")));
    List<Object> filters = new ArrayList<>();
    if (asked.year() != null) {
      filters.add(Json.of("term", Json.of("year", asked.year())));
    }
    if (asked.section() != null) {
      filters.add(Json.of("term", Json.of("section", asked.section())));
    }
    Map<String, Object> facets = Json.of();
    for (String field : List.of("town", "county", "year", "section")) {
      facets.put(field, Json.of("terms", Json.of("field", field, "size", 200)));
    }
    return Json.of(
        "size",
        20,
        "track_total_hits",
        true,
        "query",
        Json.of("bool", Json.of("must", query, "filter", filters)),
        "aggs",
        facets,
        "highlight",
        Json.of("fields", Json.of("text", Json.of())));
  }

  private static double[] times(List<Asked> asked, Consumer<Asked> work) {
    double[] millis = new double[asked.size()];
    for (int i = 0; i < millis.length; i++) {
      long start = System.nanoTime();
      work.accept(asked.get(i));
      millis[i] = (System.nanoTime() - start) / MEGABYTE;
    }
    Arrays.sort(millis);
    return millis;
  }

  private static void print(String who, double[] sorted) {
    System.out.printf(
        Locale.ROOT,
        "%s：%d 次检索，中位数 %.1f 毫秒，第 95 百分位 %.1f 毫秒%n",
        who,
        sorted.length,
        sorted[sorted.length / 2],
        sorted[sorted.length * 95 / 100]);
  }
}
