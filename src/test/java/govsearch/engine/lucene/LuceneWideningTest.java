package govsearch.engine.lucene;

import govsearch.engine.IndexSink;
import govsearch.engine.SearchEngine;
import govsearch.engine.WideningContract;
import java.nio.file.Path;
import java.time.Duration;

class LuceneWideningTest extends WideningContract {

  @Override
  protected IndexSink openSink(Path where) {
    return LuceneSink.update(where);
  }

  @Override
  protected SearchEngine openEngine(Path where) {
    return LuceneEngine.open(where, Duration.ofMinutes(1));
  }
}
