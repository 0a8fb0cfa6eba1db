package govsearch.evaluate;

import govsearch.cli.Commands;
import govsearch.cli.Indexing;
import govsearch.engine.lucene.snapshot.IndexSettings;
import govsearch.engine.opensearch.client.Access;
import govsearch.engine.opensearch.client.Cluster;
import govsearch.engine.opensearch.layout.Sizing;
import govsearch.engine.opensearch.read.OpenSearchEngine;
import govsearch.engine.opensearch.write.OpenSearchSink;
import govsearch.files.TemporaryFolder;
import govsearch.ingest.sync.Ingest;
import govsearch.ingest.sync.IngestOptions;
import govsearch.ingest.sync.IngestSummary;
import govsearch.library.SourceStore;
import govsearch.query.Filters;
import govsearch.query.MatchRequest;
import govsearch.query.Mode;
import govsearch.query.Query;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
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
      ClusterLatency latency =
          new ClusterLatency(
              () -> OpenSearchEngine.open(access, NAME, LONG),
              plain,
              () -> cluster.call("POST", "/_cache/clear?request=true", null, LONG));
      latency.drawn();
      if (queries != null) {
        latency.phrases(queries);
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
}
