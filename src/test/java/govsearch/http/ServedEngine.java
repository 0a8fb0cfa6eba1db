package govsearch.http;

import govsearch.engine.SearchEngine;
import govsearch.engine.Upkeep;
import govsearch.engine.lucene.LuceneEngine;
import govsearch.engine.lucene.LuceneSink;
import govsearch.engine.lucene.snapshot.IndexSettings;
import govsearch.engine.opensearch.TestCluster;
import govsearch.engine.opensearch.layout.Sizing;
import govsearch.engine.opensearch.read.OpenSearchEngine;
import govsearch.engine.opensearch.write.OpenSearchSink;
import govsearch.library.LibraryReader;
import govsearch.library.LibrarySink;
import govsearch.report.Ids;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The engine that routes are tested over: the embedded one, or, with {@code
 * -Dgovsearch.test.engine=opensearch}, the one on a cluster.
 */
record ServedEngine(SearchEngine search, LibraryReader library, Upkeep upkeep) {
  private static final boolean ON_A_CLUSTER =
      System.getProperty("govsearch.test.engine", "lucene").equals("opensearch");

  private static String name(Path index) {
    return "h" + Ids.sha256(index.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 16);
  }

  static LibrarySink rebuild(Path index) {
    return ON_A_CLUSTER
        ? OpenSearchSink.rebuild(
            TestCluster.shared().access(), name(index), IndexSettings.USUAL, Sizing.USUAL)
        : LuceneSink.rebuild(index);
  }

  static LibrarySink update(Path index) {
    return ON_A_CLUSTER
        ? OpenSearchSink.update(TestCluster.shared().access(), name(index), Sizing.USUAL)
        : LuceneSink.update(index);
  }

  static ServedEngine open(Path index, Duration timeLimit) {
    if (ON_A_CLUSTER) {
      OpenSearchEngine engine =
          OpenSearchEngine.open(TestCluster.shared().access(), name(index), timeLimit);
      engine.prepareFirstPage(); // or requests, which have less time, would wait for a new cluster
      return new ServedEngine(engine, engine, engine);
    }
    LuceneEngine engine = LuceneEngine.open(index, timeLimit);
    return new ServedEngine(engine, engine, engine);
  }

  void close() {
    search.close();
  }
}
