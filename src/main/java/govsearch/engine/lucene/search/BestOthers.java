package govsearch.engine.lucene.search;

import govsearch.engine.lucene.count.MatchSet;
import govsearch.engine.lucene.count.Membership;
import govsearch.engine.lucene.count.ReportWalk;
import govsearch.engine.lucene.search.Candidates.Candidate;
import govsearch.engine.lucene.snapshot.LimitedSearcher;
import govsearch.engine.lucene.snapshot.Snapshot;
import govsearch.query.Mode;
import govsearch.query.Presentation;
import govsearch.query.SortOrder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

/**
 * The best few paragraphs of a wide search that are none of a stricter one's. They count in no
 * total, so that nobody needs to find all: of those with the best words each is asked whether it
 * matches. Where the best are hardly ever among the matches, or where these are few, all are found
 * after all.
 */
final class BestOthers {

  /** The best few are chosen among so many times as many. */
  private static final int AMONG = 10;

  /** What part of the best score of all is nearly as much; tried in turn. */
  private static final float[] NEARLY = {0.5f, 0.25f};

  /** So many of the stricter search's tell how good the best of all are. */
  private static final int TELLING = 4;

  private final Snapshot snapshot;
  private final Matching matching;
  private final Mode mode;
  private final MatchSet stricter;
  private final Presentation presentation;
  private final Membership membership;

  /** All of them, where they had to be found. */
  private @Nullable MatchSet all;

  /** Where that is enough to know which match. */
  private @Nullable ByWords byWords;

  /** Those of a search in a mode. */
  BestOthers(
      Snapshot snapshot, Matching matching, Mode mode, MatchSet stricter, Presentation presentation)
      throws IOException {
    this.snapshot = snapshot;
    this.matching = matching;
    this.mode = mode;
    this.stricter = stricter;
    this.presentation = presentation;
    this.membership = matching.membership(mode, stricter);
  }

  /**
   * The best.
   *
   * @param count how many at the most
   * @param request that cursors would be bound to
   */
  ScoreDoc[] best(int count, String request) throws IOException {
    Query scoring = matching.scoring(mode);
    ReportOrder order = new ReportOrder(snapshot, SortOrder.RELEVANCE);
    List<Candidate> found = best(order, AMONG * count);
    if (matching.searcher().isOver()) {
      return new ScoreDoc[0]; // of some that happened to come first, none need be the best
    }
    if (!found.isEmpty()) {
      ScoreDoc[] scored = matching.scores(scoring).of(found);
      List<ScoreDoc> shown = first(count, order, scored);
      if (shown.size() == count) {
        return shown.toArray(ScoreDoc[]::new);
      }
    }
    MatchSet others = matching.shown(mode).andNot(stricter);
    all = others;
    Tiers tiers =
        new Tiers(
            snapshot,
            List.of(others),
            matching.words(),
            matching.words(),
            matching.scores(scoring),
            matching.substance());
    return new RelevancePager(
            tiers, AMONG * count, presentation, request, matching.searcher()::isOver)
        .page(null, count)
        .matches();
  }

  private List<ScoreDoc> first(int count, ReportOrder order, ScoreDoc[] scored) throws IOException {
    Substance substance = matching.substance();
    OneOfEach shown = new OneOfEach(new Folds(snapshot), presentation);
    InOrder inOrder = new InOrder(substance, order, substance.promised(scored, 0));
    List<ScoreDoc> first = new ArrayList<>();
    Ranked one;
    while (first.size() < count && (one = inOrder.next()) != null) {
      if (shown.shows(one)) {
        first.add(new ScoreDoc(one.doc(), one.score()));
      }
    }
    return first;
  }

  /**
   * The best by their words: looked for among those that score nearly as much as the best of all,
   * which mostly match.
   *
   * @return none where these are not enough
   */
  private List<Candidate> best(ReportOrder order, int most) throws IOException {
    LimitedSearcher searcher = matching.searcher();
    Query words = matching.words();
    FullScores scores = matching.scores(words);
    float top = leastOfBest(scores);
    if (top <= 0) {
      Candidates best = new Candidates(snapshot, order, 1, false, null);
      top =
          searcher.search(words, best.manager()).stream()
              .findFirst()
              .map(Candidate::score)
              .orElse(0f);
    }
    if (top <= 0) {
      return List.of();
    }
    double enough = matching.enough(mode);
    float known = 0;
    TermSums terms = scores.terms();
    if (terms != null) {
      double needed = matching.needed(mode);
      if (needed > 0) {
        byWords = new ByWords(snapshot, terms, needed, membership);
      }
      RarestFirst rarest = new RarestFirst(terms, needed, enough, searcher::isOver);
      if (rarest.isApt()) {
        Candidates found =
            new Candidates(snapshot, order, most, presentation.fold(), null)
                .scoring(NEARLY[NEARLY.length - 1] * top)
                .only(membership, enough);
        if (rarest.collect(snapshot.reader().leaves(), found)) {
          return found.isFull() ? found.inOrder() : List.of();
        }
        known = found.isFull() ? found.bar() : 0;
      }
    }
    for (float part : NEARLY) {
      Candidates found =
          new Candidates(snapshot, order, most, presentation.fold(), null)
              .scoring(Math.max(known, part * top))
              .only(membership, enough);
      searcher.search(words, found.manager());
      if (found.isFull()) {
        return found.inOrder();
      }
    }
    return List.of();
  }

  /**
   * What the best of all scores at the least: as much as one that has all that was asked for, which
   * mostly is the best; nothing where there is none.
   */
  private float leastOfBest(FullScores scores) throws IOException {
    float best = 0;
    for (ScoreDoc one : scores.of(stricter.first(TELLING))) {
      best = Math.max(best, one.score);
    }
    return best;
  }

  /** How many of them are in the report of one; to be asked for ascending documents. */
  int inReportOf(int doc) throws IOException {
    MatchSet known = all;
    if (known != null) {
      return ReportWalk.inReportOf(doc, known);
    }
    return byWords == null ? membership.inReportOf(doc) : byWords.inReportOf(doc);
  }
}
