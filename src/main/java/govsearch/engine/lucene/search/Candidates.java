package govsearch.engine.lucene.search;

import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.count.Membership;
import govsearch.engine.lucene.snapshot.Segment;
import govsearch.engine.lucene.snapshot.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * The best matches by text score, of those that say the same only the best one, where hits are
 * folded: else a sentence that a thousand towns share would be all there is. Of the same score the
 * order is that of reports, so that it does not matter in which order the index was made. Lets
 * Lucene leave out what cannot be among them.
 */
final class Candidates implements Collector, LeafCollector {

  /**
   * A match.
   *
   * @param beginning of its report's id, an unsigned number
   * @param fold fingerprint of its paragraph; 0 where hits are not folded
   */
  record Candidate(int doc, float score, ReportOrder.Place place, long beginning, long fold) {
    /** A match that is not folded. */
    Candidate(int doc, float score, ReportOrder.Place place) {
      this(doc, score, place, place.segment().idBeginning(place.report()), 0);
    }
  }

  /** Of so many that are tested one at least must be taken. */
  private static final int MOST_TESTED = 20;

  private static final int FOLDED = (1 << 13) - 1;

  private final Snapshot snapshot;
  private final Comparator<Candidate> best;
  private final PriorityQueue<Candidate> worstFirst;
  private final Map<Long, Candidate> byFold = new HashMap<>();

  /** By the last bits of what is or was in the map: most are not, and need not be looked for. */
  private final FixedBitSet folded = new FixedBitSet(FOLDED + 1);

  private final int most;
  private final boolean fold;
  private final @Nullable Candidate after;
  private @Nullable Membership only;
  private Membership.@Nullable OfSegment onlyHere;
  private int tested;
  private boolean gaveUp;
  private float least = Float.NEGATIVE_INFINITY;
  private @Nullable LeafReaderContext leaf;
  private @Nullable Segment segment;
  private NumericDocValues folds = DocValues.emptyNumeric();
  private @Nullable Scorable scorer;
  private int report;
  private long seen;

  /** Of the worst that is kept, where there is no room for more. */
  private float worstScore = Float.NEGATIVE_INFINITY;

  /** The same: the beginning of its report's id, an unsigned number. */
  private long worstBeginning;

  /**
   * Collects the best.
   *
   * @param order by relevance: of the same score it is that of the reports' ids
   * @param most how many at the most
   * @param after only those behind this one; null for all
   */
  Candidates(
      Snapshot snapshot, ReportOrder order, int most, boolean fold, @Nullable Candidate after) {
    this.snapshot = snapshot;
    this.best = (one, other) -> compare(order, one, other);
    this.worstFirst = new PriorityQueue<>((one, other) -> compare(order, other, one));
    this.most = most;
    this.fold = fold;
    this.after = after;
  }

  /** Takes but those that score so much, which spares looking at what cannot be wanted. */
  Candidates scoring(float least) {
    this.least = least;
    worstScore = least;
    return this;
  }

  /**
   * Takes but those that are members. It is not asked for ever: where hardly any match, it is left
   * off, and what was found is not {@link #isFull}.
   */
  Candidates only(Membership those) {
    only = those;
    return this;
  }

  /** The better one first. In one piece, since it is what passing over many matches costs. */
  private static int compare(ReportOrder order, Candidate one, Candidate other) {
    if (one.score != other.score) {
      return one.score > other.score ? -1 : 1;
    }
    if (one.beginning != other.beginning) {
      return Long.compareUnsigned(one.beginning, other.beginning);
    }
    int byReport = order.compare(one.place, other.place);
    return byReport != 0 ? byReport : Integer.compare(one.doc, other.doc);
  }

  /** For searchers of one thread, as all of ours are. */
  CollectorManager<Candidates, List<Candidate>> manager() {
    return new CollectorManager<>() {
      @Override
      public Candidates newCollector() {
        return Candidates.this;
      }

      @Override
      public List<Candidate> reduce(Collection<Candidates> collectors) {
        return inOrder();
      }
    };
  }

  /** The best that were found, the very best first. */
  List<Candidate> inOrder() {
    List<Candidate> found = new ArrayList<>(worstFirst);
    found.sort(best);
    return found;
  }

  /** Whether as many were found as were wanted. */
  boolean isFull() {
    return worstFirst.size() == most && !gaveUp;
  }

  /** How many were looked at: all there are, unless it is full. */
  long seen() {
    return seen;
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.TOP_SCORES;
  }

  @Override
  public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
    leaf = context;
    segment = snapshot.segment(context);
    folds = DocValues.getNumeric(context.reader(), Fields.PRINT);
    report = 0;
    onlyHere = only == null ? null : only.of(context);
    return this;
  }

  @Override
  public void setScorer(Scorable current) throws IOException {
    scorer = current;
    raiseTheBar();
  }

  @Override
  public void collect(int doc) throws IOException {
    if (leaf == null || segment == null || scorer == null) {
      throw new IllegalStateException("no segment was begun");
    }
    seen++;
    float score = scorer.score();
    if (score < worstScore || (after != null && score > after.score())) {
      return;
    }
    report = segment.reportOf(doc, report);
    long beginning = segment.idBeginning(report);
    if (score == worstScore && Long.compareUnsigned(beginning, worstBeginning) > 0) {
      return; // what says the same scores the same: of most that is all there is to see
    }
    ReportOrder.Place place = new ReportOrder.Place(leaf, segment, report);
    long print = fold && folds.advanceExact(doc) ? folds.longValue() : 0;
    Candidate one = new Candidate(leaf.docBase + doc, score, place, beginning, print);
    if ((after != null && best.compare(one, after) <= 0)
        || (worstFirst.size() == most && best.compare(one, worstFirst.element()) > 0)) {
      return;
    }
    if (!isLetThrough(doc)) {
      return;
    }
    if (fold) {
      Candidate same = folded.getAndSet((int) print & FOLDED) ? byFold.get(print) : null;
      if (same != null) {
        if (best.compare(one, same) > 0) {
          return;
        }
        worstFirst.remove(same);
      }
      byFold.put(print, one);
    }
    worstFirst.add(one);
    if (worstFirst.size() > most) {
      byFold.remove(worstFirst.remove().fold());
    }
    raiseTheBar();
  }

  private boolean isLetThrough(int doc) throws IOException {
    if (onlyHere == null) {
      return true;
    }
    if (tested > MOST_TESTED * most) {
      gaveUp = true;
      throw new CollectionTerminatedException();
    }
    tested++;
    return onlyHere.test(doc);
  }

  /** What scores the same as the worst may still come before it. */
  private void raiseTheBar() throws IOException {
    if (worstFirst.size() == most) {
      Candidate worst = worstFirst.element();
      worstScore = worst.score();
      worstBeginning = worst.beginning();
    } else {
      worstScore = least;
      worstBeginning = -1; // the greatest of all
    }
    if (scorer != null && worstScore > 0) {
      scorer.setMinCompetitiveScore(worstScore);
    }
  }
}
