package govsearch.engine.opensearch;

import govsearch.engine.RevisionContract;
import govsearch.engine.SearchEngine;
import govsearch.engine.lucene.snapshot.IndexSettings;
import govsearch.engine.opensearch.client.Access;
import govsearch.engine.opensearch.layout.Sizing;
import govsearch.engine.opensearch.read.OpenSearchEngine;
import govsearch.engine.opensearch.write.OpenSearchSink;
import govsearch.library.LibrarySink;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Tag;

@Tag("cluster")
class OpenSearchRevisionsTest extends RevisionContract {
  private static Access access() {
    return TestCluster.shared().access();
  }

  @Override
  protected LibrarySink openSink(boolean anew, Clock clock) {
    String name = OpenSearchUnderTest.name(index);
    OpenSearchSink sink =
        anew
            ? OpenSearchSink.rebuild(access(), name, IndexSettings.USUAL, Sizing.USUAL)
            : OpenSearchSink.update(access(), name, Sizing.USUAL);
    return sink.at(clock);
  }

  @Override
  protected SearchEngine openEngine() {
    return OpenSearchEngine.open(access(), OpenSearchUnderTest.name(index), Duration.ofMinutes(1));
  }
}
