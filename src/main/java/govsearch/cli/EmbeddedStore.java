package govsearch.cli;

import govsearch.engine.lucene.LuceneEngine;
import govsearch.engine.lucene.LuceneSink;
import govsearch.engine.lucene.snapshot.IndexSettings;
import govsearch.library.LibrarySink;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A folder with the embedded engine's index. */
record EmbeddedStore(Path folder) implements Store {
  @Override
  public boolean isThere() {
    return LuceneEngine.isIndex(folder);
  }

  @Override
  public LibrarySink rebuild(IndexSettings settings) {
    return LuceneSink.rebuild(folder, settings);
  }

  @Override
  public LibrarySink update() {
    return LuceneSink.update(folder);
  }

  @Override
  public List<String> folders() {
    return LuceneEngine.folders(folder);
  }

  @Override
  public Opened open(Duration timeLimit) {
    LuceneEngine engine = LuceneEngine.open(folder, timeLimit);
    return new Opened(engine, engine, engine, engine, engine);
  }
}
