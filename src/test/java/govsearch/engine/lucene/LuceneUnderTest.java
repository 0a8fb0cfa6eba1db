package govsearch.engine.lucene;

import govsearch.engine.EngineUnderTest;
import govsearch.engine.IndexSink;
import govsearch.engine.SearchEngine;
import java.nio.file.Path;
import java.time.Duration;

/** The embedded engine. */
interface LuceneUnderTest extends EngineUnderTest {

  @Override
  default IndexSink openSink(Path where) {
    return LuceneSink.update(where);
  }

  @Override
  default SearchEngine openEngine(Path where, Duration timeLimit) {
    return LuceneEngine.open(where, timeLimit);
  }
}
