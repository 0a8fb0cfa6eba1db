package govsearch.engine.lucene;

import govsearch.engine.lucene.library.IndexedLedger;
import govsearch.engine.lucene.search.ReportReader;
import govsearch.library.Ledger;
import govsearch.report.Report;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;

/** What a writer has written, for those who must look at it before they write more. */
final class WrittenIndex implements Closeable {

  private final SearcherManager searchers;
  private final Ledger ledger;

  /** Of a writer, which is closed later. */
  WrittenIndex(IndexWriter writer) throws IOException {
    this.searchers = new SearcherManager(writer, new SearcherFactory());
    this.ledger = new IndexedLedger(searchers);
  }

  Ledger ledger() {
    return ledger;
  }

  /** The report of an id, written a moment ago or not. Costs a flush where anything was written. */
  Optional<Report> report(String id) throws IOException {
    return show(reader -> new ReportReader(new IndexSearcher(reader)).report(id));
  }

  /** What is done with a reader. */
  interface Work<T> {
    T with(IndexReader reader) throws IOException;
  }

  /** Shows all that was written by now to somebody. */
  <T> T show(Work<T> work) throws IOException {
    refresh();
    IndexSearcher searcher = searchers.acquire();
    try {
      return work.with(searcher.getIndexReader());
    } finally {
      searchers.release(searcher);
    }
  }

  /** Shows all that was written by now. */
  void refresh() throws IOException {
    searchers.maybeRefreshBlocking();
  }

  @Override
  public void close() throws IOException {
    searchers.close();
  }
}
