package govsearch.engine.lucene.snapshot;

import govsearch.engine.lucene.analysis.Counting;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.search.IndexSearcher;

/** A searcher of one request, with its time limit, which work outside of Lucene's looks at too. */
public final class LimitedSearcher extends IndexSearcher {

  private final QueryTimeout limit;
  private volatile boolean over;

  /** A searcher that stops when a limit says so. */
  public LimitedSearcher(IndexReader reader, QueryTimeout limit) {
    super(reader);
    this.limit = limit;
    setTimeout(limit);
    setSimilarity(new Counting());
  }

  /** Looks whether time is over; whoever then stops leaves what he found incomplete. */
  public boolean isOver() {
    over |= limit.shouldExit();
    return over;
  }

  @Override
  public boolean timedOut() {
    return over || super.timedOut();
  }
}
