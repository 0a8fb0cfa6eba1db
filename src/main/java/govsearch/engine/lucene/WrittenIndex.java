package govsearch.engine.lucene;

import govsearch.engine.lucene.library.IndexedLedger;
import govsearch.engine.lucene.search.ReportReader;
import govsearch.library.Ledger;
import govsearch.report.Report;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.jspecify.annotations.Nullable;

/**
 * What a writer has written, for those who must look at it before they write more. Opened when
 * somebody looks: a rebuild hardly ever does.
 */
final class WrittenIndex implements Closeable {

  private final IndexWriter writer;
  private @Nullable SearcherManager opened;

  /** Of a writer, which is closed later. */
  WrittenIndex(IndexWriter writer) {
    this.writer = writer;
  }

  private synchronized SearcherManager searchers() throws IOException {
    if (opened == null) {
      opened = new SearcherManager(writer, new SearcherFactory());
    }
    return opened;
  }

  /** As of now, or of a later refresh. */
  Ledger ledger() {
    try {
      return new IndexedLedger(searchers());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The report of an id, written a moment ago or not. Costs a flush where anything was written. */
  Optional<Report> report(String id) {
    try {
      return show(reader -> new ReportReader(new IndexSearcher(reader)).report(id));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is done with a reader. */
  interface Work<T> {
    T with(IndexReader reader) throws IOException;
  }

  /** Shows all that was written by now to somebody. */
  <T> T show(Work<T> work) throws IOException {
    SearcherManager searchers = searchers();
    searchers.maybeRefreshBlocking();
    IndexSearcher searcher = searchers.acquire();
    try {
      return work.with(searcher.getIndexReader());
    } finally {
      searchers.release(searcher);
    }
  }

  /** Shows all that was written by now, to whoever has looked before. */
  synchronized void refresh() throws IOException {
    if (opened != null) {
      opened.maybeRefreshBlocking();
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (opened != null) {
      opened.close();
    }
  }
}
