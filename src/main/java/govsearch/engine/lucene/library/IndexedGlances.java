package govsearch.engine.lucene.library;

import govsearch.engine.lucene.document.LedgerDocuments;
import govsearch.engine.lucene.document.StoredGlance;
import govsearch.library.Ledger.Glance;
import govsearch.library.Ledger.Glances;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ReferenceManager;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** The file at a path, and then those below it, of a searcher that is kept meanwhile. */
final class IndexedGlances implements Glances {

  private final ReferenceManager<IndexSearcher> searchers;
  private final IndexSearcher searcher;
  private final String root;
  private final KeysInOrder keys;
  private @Nullable Glance own;

  IndexedGlances(ReferenceManager<IndexSearcher> searchers, String root, String below)
      throws IOException {
    this.searchers = searchers;
    this.searcher = searchers.acquire();
    this.root = root;
    try {
      this.keys = new KeysInOrder(searcher.getIndexReader());
      if (!below.isEmpty()) { // names that sort between it and what is below it are no part of it
        BytesRef key = LedgerDocuments.file(root, below).bytes();
        keys.begin(key);
        BytesRef first = keys.next();
        own = first != null && first.equals(key) ? glance(first) : null;
      }
      keys.begin(LedgerDocuments.below(root, below));
    } catch (IOException | RuntimeException | Error e) {
      searchers.release(searcher);
      throw e;
    }
  }

  @Override
  public @Nullable Glance next() {
    Glance first = own;
    if (first != null) {
      own = null;
      return first;
    }
    try {
      BytesRef key = keys.next();
      return key == null ? null : glance(key);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Glance glance(BytesRef key) throws IOException {
    return StoredGlance.read(LedgerDocuments.path(root, key), keys.column());
  }

  @Override
  public void close() {
    try {
      searchers.release(searcher);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
