package govsearch.engine.lucene.search;

import govsearch.engine.lucene.count.MatchSet;
import govsearch.engine.lucene.count.ReportWalk;
import govsearch.engine.lucene.search.Candidates.Candidate;
import govsearch.engine.lucene.snapshot.Snapshot;
import govsearch.query.SortOrder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * The tiers of one request's matches, of which the best are found by a few clauses and weighed by
 * all that tells.
 */
final class Tiers {

  private final Snapshot snapshot;
  private final List<MatchSet> sets;
  private final Query first;
  private final Query words;
  private final FullScores scores;
  private final Substance substance;
  private final ReportOrder order;

  /**
   * Tiers.
   *
   * @param sets the best first, nothing in two of them
   * @param first by which the best of the first tier are found
   * @param words by which the best of the others are found
   * @param scores how well a match fits
   * @param substance how it is weighed
   */
  Tiers(
      Snapshot snapshot,
      List<MatchSet> sets,
      Query first,
      Query words,
      FullScores scores,
      Substance substance) {
    this.snapshot = snapshot;
    this.sets = sets;
    this.first = first;
    this.words = words;
    this.scores = scores;
    this.substance = substance;
    this.order = new ReportOrder(snapshot, SortOrder.RELEVANCE);
  }

  /** The snapshot that they are of. */
  Snapshot snapshot() {
    return snapshot;
  }

  /** The order of reports whose matches score the same. */
  ReportOrder order() {
    return order;
  }

  /** How many tiers there are. */
  int size() {
    return sets.size();
  }

  /** How many matches there are in all. */
  long matches() {
    return sets.stream().mapToLong(MatchSet::count).sum();
  }

  /** Whether any tier has a document of a segment. */
  boolean has(int segment, int doc) {
    return sets.stream().anyMatch(set -> set.has(segment, doc));
  }

  /** The best of a tier by their words; what passes over them stops where none can be better. */
  List<Candidate> best(int tier, int count, boolean folding, @Nullable Candidate after)
      throws IOException {
    MatchSet matches = sets.get(tier);
    if (matches.count() == 0) {
      return List.of();
    }
    int most = (int) Math.min(count, matches.count());
    BestMatches best = new BestMatches(matches, tier == 0 ? first : words);
    Candidates found = new Candidates(snapshot, order, most, folding, after);
    if (best.reachesBeyond()) {
      found.among(matches);
    }
    untimed().search(best.scoring(), found.manager());
    if (!found.isFull() && found.seen() < matches.count() && best.leavesOut()) {
      found = new Candidates(snapshot, order, most, folding, after);
      untimed().search(best.all(), found.manager());
    }
    return found.inOrder();
  }

  /** So few that none need be found, in no order. */
  List<Candidate> all(int tier) {
    MatchSet matches = sets.get(tier);
    List<Candidate> all = new ArrayList<>((int) matches.count());
    ReportWalk.over(
        matches,
        (leaf, segment, report, bits, from, to) -> {
          ReportOrder.Place place = new ReportOrder.Place(leaf, segment, report);
          for (int doc = bits.nextSetBit(from);
              doc < Math.min(to, bits.length());
              doc = doc + 1 < bits.length() ? bits.nextSetBit(doc + 1) : bits.length()) {
            all.add(new Candidate(leaf.docBase + doc, 0, place));
          }
        });
    return all;
  }

  /** Scores some of a tier by all that tells, as far as it is not formula. */
  List<Substance.Promised> promised(List<Candidate> found, int tier) throws IOException {
    return found.isEmpty()
        ? List.of()
        : substance.promised(scores.of(found), sets.size() - 1 - tier);
  }

  /** Scores some of a tier by all that tells, and weighs them by substance. */
  List<Ranked> weighed(List<Candidate> found, int tier) throws IOException {
    return substance.weighed(promised(found, tier));
  }

  /** Weighs by substance and puts in order. */
  InOrder inOrder(List<Substance.Promised> all) {
    return new InOrder(substance, order, all);
  }

  /** What was found in time is shown, though the time be over. */
  IndexSearcher untimed() {
    return new IndexSearcher(snapshot.reader());
  }
}
