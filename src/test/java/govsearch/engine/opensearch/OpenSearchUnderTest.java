package govsearch.engine.opensearch;

import govsearch.engine.EngineUnderTest;
import govsearch.engine.IndexSink;
import govsearch.engine.SearchEngine;
import govsearch.engine.opensearch.layout.Sizing;
import govsearch.engine.opensearch.read.OpenSearchEngine;
import govsearch.engine.opensearch.write.OpenSearchSink;
import govsearch.report.Ids;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;

/** The engine on a cluster: a collection for each folder that a contract names. */
interface OpenSearchUnderTest extends EngineUnderTest {
  /** Those of the test that runs. */
  Set<String> NAMES = ConcurrentHashMap.newKeySet();

  static String name(Path where) {
    String hash = Ids.sha256(where.toString().getBytes(StandardCharsets.UTF_8));
    String name = "t" + hash.substring(0, 16);
    NAMES.add(name);
    return name;
  }

  default TestCluster cluster() {
    return TestCluster.shared();
  }

  default Sizing sizing() {
    return TestCluster.sizing();
  }

  @Override
  default IndexSink openSink(Path where) {
    return OpenSearchSink.update(cluster().access(), name(where), sizing());
  }

  @Override
  default SearchEngine openEngine(Path where, Duration timeLimit) {
    return OpenSearchEngine.open(cluster().access(), name(where), timeLimit);
  }

  @AfterEach
  default void dropCollections() {
    NAMES.forEach(cluster()::drop);
    NAMES.clear();
  }
}
