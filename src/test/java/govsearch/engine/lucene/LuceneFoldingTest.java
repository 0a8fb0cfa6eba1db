package govsearch.engine.lucene;

import govsearch.engine.FoldingContract;
import govsearch.engine.IndexSink;
import govsearch.engine.SearchEngine;
import java.nio.file.Path;
import java.time.Duration;

class LuceneFoldingTest extends FoldingContract {

  @Override
  protected IndexSink openSink(Path where) {
    return LuceneSink.update(where);
  }

  @Override
  protected SearchEngine openEngine(Path where) {
    return LuceneEngine.open(where, Duration.ofMinutes(1));
  }
}
