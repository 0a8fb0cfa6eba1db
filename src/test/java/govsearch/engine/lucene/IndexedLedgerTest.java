package govsearch.engine.lucene;

import govsearch.library.LedgerContract;
import govsearch.library.LibrarySink;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class IndexedLedgerTest extends LedgerContract {

  @TempDir private Path index;

  @Override
  protected LibrarySink empty() {
    return LuceneSink.update(index);
  }
}
