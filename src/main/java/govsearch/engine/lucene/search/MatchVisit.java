package govsearch.engine.lucene.search;

import govsearch.engine.Deadline;
import govsearch.engine.Match;
import govsearch.engine.MatchSummary;
import govsearch.engine.MatchVisitor;
import govsearch.engine.MatchingReport;
import govsearch.engine.MatchingReportOrder;
import govsearch.engine.MatchingReportPage;
import govsearch.engine.Passage;
import govsearch.engine.PassageCount;
import govsearch.engine.PassageVisitor;
import govsearch.engine.SearchTimedOutException;
import govsearch.engine.lucene.count.MatchSet;
import govsearch.engine.lucene.count.Summaries;
import govsearch.engine.lucene.query.QueryTranslator;
import govsearch.engine.lucene.snapshot.LimitedSearcher;
import govsearch.engine.lucene.snapshot.Snapshot;
import govsearch.query.MatchRequest;
import govsearch.query.Presentation;
import govsearch.query.Query;
import govsearch.query.SortOrder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** All that a query matches on one snapshot, whole or not at all. */
public final class MatchVisit {

  /** How many are put in order at a time. */
  private static final int BATCH = 2_000;

  private final Snapshot snapshot;
  private final LimitedSearcher searcher;
  private final Highlighter highlighter;
  private final MatchRequest request;
  private final Matching matching;

  /**
   * A visit.
   *
   * @param searcher of this visit alone, with its time limit
   */
  public MatchVisit(
      Snapshot snapshot,
      LimitedSearcher searcher,
      QueryTranslator translator,
      Highlighter highlighter,
      MatchRequest request) {
    this.snapshot = snapshot;
    this.searcher = searcher;
    this.highlighter = highlighter;
    this.request = request;
    this.matching =
        new Matching(
            snapshot,
            searcher,
            translator,
            request.query(),
            request.filters(),
            request.presentation());
  }

  /** Shows all to a visitor; gives how many there were. */
  public long show(MatchVisitor visitor) throws IOException {
    MatchSet matches = matches();
    SortOrder order = request.sort();
    boolean fold = request.presentation().fold();
    long count = fold ? folded(matches) : matches.count();
    visitor.begin(count);
    HitReader reader = new HitReader(snapshot, highlighter);
    if (order == null && !fold) {
      inIndexOrder(matches, reader, visitor);
    } else {
      forEach(
          pager(order == null ? SortOrder.OLDEST : order, matches, fold),
          doc -> visitor.visit(reader.match(doc, request.query(), request.mode())));
    }
    return count;
  }

  private long folded(MatchSet matches) throws IOException {
    long count = new Folds(snapshot).count(matches, searcher);
    inTime(matches);
    return count;
  }

  private void inIndexOrder(MatchSet matches, HitReader reader, MatchVisitor visitor)
      throws IOException {
    Deadline deadline = Deadline.current();
    reader.ascending(matches.count());
    for (LeafReaderContext leaf : snapshot.reader().leaves()) {
      FixedBitSet bits = matches.bits(leaf.ord);
      int doc = bits == null ? DocIdSetIterator.NO_MORE_DOCS : bits.nextSetBit(0);
      while (bits != null && doc != DocIdSetIterator.NO_MORE_DOCS) {
        deadline.check();
        visitor.visit(reader.match(leaf.docBase + doc, request.query(), request.mode()));
        doc = doc + 1 < bits.length() ? bits.nextSetBit(doc + 1) : DocIdSetIterator.NO_MORE_DOCS;
      }
    }
  }

  private interface DocVisitor {
    void visit(int doc) throws IOException;
  }

  /** Shows the texts of matches, whatever their order; of more than {@code most} of some. */
  public PassageCount passages(long most, PassageVisitor visitor) throws IOException {
    return passages(most, PassageVisit.OPENING, visitor);
  }

  /** The same for who does so much with each that to open its report is nothing beside it. */
  public PassageCount passagesToCut(long most, PassageVisitor visitor) throws IOException {
    return passages(most, 0, visitor);
  }

  private PassageCount passages(long most, int opening, PassageVisitor visitor) throws IOException {
    MatchSet matches = counted();
    HitReader reader = new HitReader(snapshot, highlighter);
    long shown =
        new PassageVisit(snapshot, reader, highlighter, request)
            .show(matches, most, opening, visitor);
    return new PassageCount(matches.count(), shown);
  }

  /** A page of the reports that they are in. */
  public MatchingReportPage reports(MatchingReportOrder order, int size, @Nullable String cursor)
      throws IOException {
    HitReader reader = new HitReader(snapshot, highlighter);
    Deadline deadline = Deadline.current();
    List<MatchingReport> reports = new ArrayList<>();
    MatchingReportPager.Page page =
        pager(order)
            .page(
                cursor,
                size,
                (leaf, report, paragraphs) -> {
                  List<Match> matches = new ArrayList<>();
                  reader.ofOneReport(paragraphs.cardinality());
                  paragraphs.show(
                      doc -> {
                        deadline.check();
                        Query query = request.query();
                        return matches.add(reader.match(leaf.docBase + doc, query, request.mode()));
                      });
                  reports.add(new MatchingReport(matches.getFirst().report(), matches));
                  return true;
                });
    return new MatchingReportPage(page.total(), page.paragraphs(), reports, page.next());
  }

  /** Shows the passages of a page of them; gives where the next one begins, or null. */
  public @Nullable String passages(
      MatchingReportOrder order, int size, @Nullable String cursor, Predicate<Passage> visitor)
      throws IOException {
    HitReader reader = new HitReader(snapshot, highlighter);
    PassageVisit visit = new PassageVisit(snapshot, reader, highlighter, request);
    return pager(order)
        .page(
            cursor,
            size,
            (leaf, report, paragraphs) -> visit.show(leaf, report, paragraphs, visitor))
        .next();
  }

  private MatchingReportPager pager(MatchingReportOrder order) throws IOException {
    String bound = "matching-reports|" + request + "|" + order;
    return new MatchingReportPager(snapshot, counted(), order, bound);
  }

  /** Turns the pages of a search. */
  private static void forEach(Pager pager, DocVisitor visitor) throws IOException {
    Deadline deadline = Deadline.current();
    @Nullable String cursor = null;
    do {
      Page page = pager.page(cursor, BATCH);
      for (ScoreDoc one : page.matches()) {
        deadline.check();
        visitor.visit(one.doc);
      }
      cursor = page.next();
    } while (cursor != null);
  }

  private Pager pager(SortOrder order, MatchSet matches, boolean fold) throws IOException {
    Presentation shown = new Presentation(fold, false);
    return Pager.of(snapshot, matching, request.mode(), order, matches, shown, "visit");
  }

  /** How far all is spread. */
  public MatchSummary summary() throws IOException {
    return Summaries.of(counted());
  }

  /** What is counted: where hits are folded, of each fold the oldest. */
  public MatchSet counted() throws IOException {
    MatchSet matches = inTime(matching.counted(request.mode()));
    if (!request.presentation().fold()) {
      return matches;
    }
    return new FirstOfFolds(snapshot, SortOrder.OLDEST).of(matches);
  }

  private MatchSet matches() throws IOException {
    return inTime(matching.shown(request.mode()));
  }

  private MatchSet inTime(MatchSet matches) {
    if (searcher.timedOut()) {
      throw new SearchTimedOutException();
    }
    return matches;
  }
}
