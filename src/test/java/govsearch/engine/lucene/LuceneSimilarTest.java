package govsearch.engine.lucene;

import govsearch.engine.IndexSink;
import govsearch.engine.SearchEngine;
import govsearch.engine.SimilarContract;
import java.nio.file.Path;
import java.time.Duration;

class LuceneSimilarTest extends SimilarContract {

  @Override
  protected IndexSink openSink(Path where) {
    return LuceneSink.update(where);
  }

  @Override
  protected SearchEngine openEngine(Path where) {
    return LuceneEngine.open(where, Duration.ofMinutes(1));
  }
}
