package govsearch.engine.opensearch;

import govsearch.engine.opensearch.layout.Sizing;
import govsearch.engine.opensearch.write.OpenSearchSink;
import govsearch.library.LedgerContract;
import govsearch.library.LibrarySink;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

@Tag("cluster")
class ClusterLedgerTest extends LedgerContract {
  @TempDir private Path index;

  @Override
  protected LibrarySink empty() {
    return OpenSearchSink.update(
        TestCluster.shared().access(), OpenSearchUnderTest.name(index), Sizing.USUAL);
  }
}
