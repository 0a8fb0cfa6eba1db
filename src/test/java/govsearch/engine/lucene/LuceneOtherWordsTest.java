package govsearch.engine.lucene;

import govsearch.engine.IndexSink;
import govsearch.engine.OtherWordsContract;
import govsearch.engine.SearchEngine;
import govsearch.engine.lucene.snapshot.IndexSettings;
import java.nio.file.Path;
import java.time.Duration;

class LuceneOtherWordsTest extends OtherWordsContract {

  @Override
  protected IndexSink openSink(Path where, String ownThesaurus) {
    return LuceneSink.rebuild(where, new IndexSettings(ownThesaurus));
  }

  @Override
  protected SearchEngine openEngine(Path where) {
    return LuceneEngine.open(where, Duration.ofMinutes(1));
  }
}
