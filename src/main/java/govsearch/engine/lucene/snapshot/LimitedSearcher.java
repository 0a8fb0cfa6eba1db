package govsearch.engine.lucene.snapshot;

import govsearch.engine.Deadline;
import govsearch.engine.lucene.analysis.Counting;
import govsearch.engine.lucene.query.KnowingSearcher;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.search.TaskExecutor;
import org.jspecify.annotations.Nullable;

/** A searcher of one request, with its time limit, which work outside of Lucene's looks at too. */
public final class LimitedSearcher extends KnowingSearcher {

  /** Does part after part. */
  private static final TaskExecutor ALONE = new TaskExecutor(Runnable::run);

  private final QueryTimeout limit;
  private final TaskExecutor parts;
  private volatile boolean over;

  /** A searcher that stops when a limit says so. */
  public LimitedSearcher(IndexReader reader, QueryTimeout limit) {
    this(reader, limit, ALONE);
  }

  /**
   * A searcher that stops when a limit says so.
   *
   * @param parts does parts of the request at once, where there is anything to do them; Lucene's
   *     own passes over segments are not divided
   */
  public LimitedSearcher(IndexReader reader, QueryTimeout limit, TaskExecutor parts) {
    super(reader);
    this.limit = limit;
    this.parts = parts;
    setTimeout(limit);
    setSimilarity(new Counting());
  }

  /** Looks whether time is over; whoever then stops leaves what he found incomplete. */
  public boolean isOver() {
    over |= limit.shouldExit();
    return over;
  }

  /**
   * Does parts of the request that need nothing of one another, at once where a core is idle, until
   * the deadline of whoever asks. None goes on when this returns, whether or not one has failed.
   *
   * @return what they make, in their order
   */
  public <T extends @Nullable Object> List<T> atOnce(List<Callable<T>> work) throws IOException {
    Deadline deadline = Deadline.current();
    return parts.invokeAll(
        work.stream().<Callable<T>>map(part -> () -> deadline.call(part)).toList());
  }

  @Override
  public boolean timedOut() {
    return over || super.timedOut();
  }
}
