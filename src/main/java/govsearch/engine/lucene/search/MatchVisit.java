package govsearch.engine.lucene.search;

import govsearch.engine.Deadline;
import govsearch.engine.MatchSummary;
import govsearch.engine.MatchVisitor;
import govsearch.engine.SearchTimedOutException;
import govsearch.engine.lucene.count.ReportCounts;
import govsearch.engine.lucene.count.SummaryCollector;
import govsearch.engine.lucene.count.TallyCollector;
import govsearch.engine.lucene.query.QueryTranslator;
import govsearch.engine.lucene.snapshot.Inventory;
import govsearch.engine.lucene.snapshot.Matches;
import govsearch.engine.lucene.snapshot.Snapshot;
import govsearch.query.MatchRequest;
import govsearch.query.SortOrder;
import java.io.IOException;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/** All that a query matches on one snapshot, whole or not at all. */
public final class MatchVisit {

  private final Snapshot snapshot;
  private final IndexSearcher searcher;
  private final Highlighter highlighter;
  private final MatchRequest request;
  private final MatchQuery matching;

  /**
   * A visit.
   *
   * @param searcher of this visit alone, with its time limit
   */
  public MatchVisit(
      Snapshot snapshot,
      IndexSearcher searcher,
      QueryTranslator translator,
      Highlighter highlighter,
      MatchRequest request) {
    this.snapshot = snapshot;
    this.searcher = searcher;
    this.highlighter = highlighter;
    this.request = request;
    this.matching =
        new MatchQuery(
            snapshot,
            searcher,
            translator,
            request.query(),
            request.mode(),
            request.filters(),
            request.presentation());
  }

  /** Shows all to a visitor; gives how many there were. */
  public long show(MatchVisitor visitor) throws IOException {
    SortOrder order = request.sort();
    Matches shown = matches();
    MatchList list =
        order == null ? MatchList.of(shown) : MatchList.of(shown, snapshot.order(order));
    HitReader reader = new HitReader(snapshot, searcher, highlighter);
    visitor.begin(list.count());
    Deadline deadline = Deadline.current();
    for (int i = 0; i < list.count(); i++) {
      deadline.check();
      visitor.visit(reader.match(list.doc(i), request.query(), request.mode()));
    }
    return list.count();
  }

  public MatchSummary summary() throws IOException {
    MatchSummary summary = searcher.search(query(), SummaryCollector.manager());
    checkTime();
    return summary;
  }

  /** Counts all by report. */
  public ReportCounts counts(Inventory inventory) throws IOException {
    ReportCounts counts = searcher.search(query(), TallyCollector.manager(inventory));
    checkTime();
    return counts;
  }

  /** For counting, which needs no list where nothing is folded. */
  private Query query() throws IOException {
    return request.presentation().fold()
        ? new MatchesQuery(matches(), searcher.getTopReaderContext())
        : filtered(false);
  }

  private Matches matches() throws IOException {
    SortOrder order = request.sort() == null ? SortOrder.OLDEST : request.sort();
    boolean scored = order == SortOrder.RELEVANCE;
    Matches all = Matches.of(searcher, filtered(scored), scored);
    checkTime();
    return matching.folded(all, order);
  }

  private Query filtered(boolean scored) throws IOException {
    return matching.filtered(scored ? matching.scored() : matching.unscored());
  }

  private void checkTime() {
    if (searcher.timedOut()) {
      throw new SearchTimedOutException();
    }
  }
}
