package govsearch.engine.lucene;

import govsearch.engine.IndexSink;
import govsearch.engine.MatchVisitContract;
import govsearch.engine.SearchEngine;
import java.nio.file.Path;
import java.time.Duration;

class LuceneMatchVisitTest extends MatchVisitContract {

  @Override
  protected IndexSink openSink(Path where) {
    return LuceneSink.update(where);
  }

  @Override
  protected SearchEngine openEngine(Path where, Duration timeLimit) {
    return LuceneEngine.open(where, timeLimit);
  }
}
