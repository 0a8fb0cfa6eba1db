package govsearch.engine.lucene.search;

import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.count.MatchSet;
import govsearch.engine.lucene.count.Membership;
import govsearch.engine.lucene.snapshot.Segment;
import govsearch.engine.lucene.snapshot.Snapshot;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
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

  /** The fingerprints of so many are read in one go, which waits for memory but once. */
  private static final int MOST_AT_ONCE = 64;

  private final Snapshot snapshot;
  private final BestOfFolds best;

  /** Those that may be wanted, whose fingerprints are still to be read. */
  private final int[] waiting;

  private final float[] waitingScores;
  private final int[] waitingReports;
  private final boolean[] waitingSure;
  private final long[] prints;
  private int waitingCount;

  private final int most;
  private final boolean fold;
  private final @Nullable Candidate after;
  private @Nullable Membership only;

  /** From which score on nothing but filters need be looked at of a member. */
  private double enough;

  private Membership.@Nullable OfSegment onlyHere;
  private @Nullable MatchSet among;
  private @Nullable FixedBitSet amongHere;
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
    this.best = new BestOfFolds(order, most, fold);
    this.most = most;
    this.fold = fold;
    this.after = after;
    int atOnce = Math.clamp(most / 2, 1, MOST_AT_ONCE);
    this.waiting = new int[atOnce];
    this.waitingScores = new float[atOnce];
    this.waitingReports = new int[atOnce];
    this.waitingSure = new boolean[atOnce];
    this.prints = new long[atOnce];
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
   *
   * @param enoughScore from which on a match is one of those, but for filters
   */
  Candidates only(Membership those, double enoughScore) {
    only = those;
    enough = enoughScore;
    return this;
  }

  /** Takes but those of a set, which nearly all are that come. */
  Candidates among(MatchSet those) {
    among = those;
    return this;
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
    return best.inOrder();
  }

  /** Whether as many were found as were wanted. */
  boolean isFull() {
    return best.isFull() && !gaveUp;
  }

  /** Below which score nothing is wanted any more. */
  float bar() {
    return worstScore;
  }

  /** How many are wanted, good enough or not; 0 once there are as many. */
  int wanted() {
    return best.isFull() ? 0 : most;
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
    amongHere = among == null ? null : among.bits(context.ord);
    if (among != null && amongHere == null) {
      throw new CollectionTerminatedException(); // of this segment, which has none
    }
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
    if (scorer == null) {
      throw new IllegalStateException("no segment was begun");
    }
    float score = scorer.score();
    collect(doc, score, score >= enough);
  }

  /**
   * Collects a document.
   *
   * @param isSure whether it is known to match but for filters
   */
  void collect(int doc, float score, boolean isSure) throws IOException {
    if (segment == null) {
      throw new IllegalStateException("no segment was begun");
    }
    seen++;
    if (score < worstScore || (after != null && score > after.score())) {
      return;
    }
    if (amongHere != null && !amongHere.get(doc)) {
      return;
    }
    report = segment.reportOf(doc, report);
    if (isBehindWorst(score, segment.idBeginning(report))) {
      return; // what says the same scores the same: of most that is all there is to see
    }
    waiting[waitingCount] = doc;
    waitingScores[waitingCount] = score;
    waitingReports[waitingCount] = report;
    waitingSure[waitingCount] = isSure;
    waitingCount++;
    if (waitingCount == waiting.length) {
      takeWaiting();
    }
  }

  private boolean isBehindWorst(float score, long beginning) {
    return score < worstScore
        || (score == worstScore && Long.compareUnsigned(beginning, worstBeginning) > 0);
  }

  @Override
  public void finish() throws IOException {
    scorer = null; // which has nothing left to pass over
    try {
      takeWaiting();
    } catch (CollectionTerminatedException e) {
      return; // it gave up
    }
  }

  private void takeWaiting() throws IOException {
    int count = waitingCount;
    waitingCount = 0;
    if (fold) {
      folds.longValues(count, waiting, prints, 0);
    }
    for (int i = 0; i < count; i++) {
      take(waiting[i], waitingScores[i], waitingReports[i], prints[i], waitingSure[i]);
    }
    raiseTheBar();
  }

  private void take(int doc, float score, int ofReport, long print, boolean isSure)
      throws IOException {
    if (leaf == null || segment == null) {
      throw new IllegalStateException("no segment was begun");
    }
    long beginning = segment.idBeginning(ofReport);
    if (isBehindWorst(score, beginning)) {
      return; // than which better ones have come since
    }
    ReportOrder.Place place = new ReportOrder.Place(leaf, segment, ofReport);
    Candidate one = new Candidate(leaf.docBase + doc, score, place, beginning, print);
    boolean isWanted =
        (after == null || best.compare(one, after) > 0)
            && best.wants(one)
            && isLetThrough(doc, isSure);
    if (isWanted) {
      best.take(one);
      seeWorst();
    }
  }

  private boolean isLetThrough(int doc, boolean isSure) throws IOException {
    if (onlyHere == null) {
      return true;
    }
    if (tested > MOST_TESTED * most) {
      gaveUp = true;
      throw new CollectionTerminatedException();
    }
    tested++;
    return isSure ? onlyHere.testFound(doc) : onlyHere.test(doc);
  }

  private void seeWorst() {
    if (best.isFull()) {
      Candidate worst = best.worst();
      worstScore = worst.score();
      worstBeginning = worst.beginning();
    } else {
      worstScore = least;
      worstBeginning = -1; // the greatest of all
    }
  }

  /** What scores the same as the worst may still come before it. */
  private void raiseTheBar() throws IOException {
    seeWorst();
    if (scorer != null && worstScore > 0) {
      scorer.setMinCompetitiveScore(worstScore);
    }
  }
}
