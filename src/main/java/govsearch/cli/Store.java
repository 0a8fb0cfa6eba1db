package govsearch.cli;

import govsearch.engine.SearchEngine;
import govsearch.engine.Upkeep;
import govsearch.engine.Vitals;
import govsearch.engine.lucene.LuceneEngine;
import govsearch.engine.lucene.snapshot.IndexSettings;
import govsearch.library.LibraryReader;
import govsearch.library.LibrarySink;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a collection is kept, by whichever engine. */
interface Store {
  /** Where the files are that its reports came from, and what came by upload. */
  Path folder();

  /** Whether there is a collection. */
  boolean isThere();

  /** Begins it anew; what is there stays until the first commit. */
  LibrarySink rebuild(IndexSettings settings);

  /** Opens it to change it; begins it where it is not there. */
  LibrarySink update();

  /** The folders that it has files from. */
  List<String> folders();

  /** Opens it for reading. */
  Opened open(Duration timeLimit);

  /**
   * What is open for reading.
   *
   * @param embedded the embedded engine, which models can learn for; null where it is another
   */
  record Opened(
      SearchEngine engine,
      LibraryReader library,
      Vitals vitals,
      Upkeep upkeep,
      @Nullable LuceneEngine embedded)
      implements AutoCloseable {
    @Override
    public void close() {
      engine.close();
    }
  }
}
