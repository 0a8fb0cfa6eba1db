package govsearch.engine.opensearch;

import govsearch.engine.IndexSink;
import govsearch.engine.OtherWordsContract;
import govsearch.engine.SearchEngine;
import govsearch.engine.lucene.snapshot.IndexSettings;
import govsearch.engine.opensearch.layout.Sizing;
import govsearch.engine.opensearch.read.OpenSearchEngine;
import govsearch.engine.opensearch.write.OpenSearchSink;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;

@Tag("cluster-long")
class OpenSearchOtherWordsTest extends OtherWordsContract {
  @Override
  protected IndexSink openSink(Path where, String ownThesaurus) {
    return OpenSearchSink.rebuild(
        TestCluster.shared().access(),
        OpenSearchUnderTest.name(where),
        new IndexSettings(ownThesaurus),
        Sizing.USUAL);
  }

  @Override
  protected SearchEngine openEngine(Path where) {
    return OpenSearchEngine.open(
        TestCluster.shared().access(), OpenSearchUnderTest.name(where), Duration.ofMinutes(1));
  }
}
