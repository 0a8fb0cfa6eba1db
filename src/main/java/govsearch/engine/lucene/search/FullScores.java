package govsearch.engine.lucene.search;

import govsearch.engine.lucene.query.KnowingSearcher;
import govsearch.engine.lucene.search.Candidates.Candidate;
import govsearch.engine.lucene.snapshot.Snapshot;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/** Scores a few documents by all that tells, whatever else that would match. */
final class FullScores {

  private final Snapshot snapshot;
  private final KnowingSearcher request;
  private final Query scoring;
  private @Nullable Scoring made;

  /** One of two ways: terms are added up, all else is scored document by document. */
  private record Scoring(@Nullable TermSums sums, @Nullable Weight weight) {}

  /**
   * Scores.
   *
   * @param request whose searcher it is; its time limit is not for these few
   */
  FullScores(Snapshot snapshot, KnowingSearcher request, Query scoring) {
    this.snapshot = snapshot;
    this.request = request;
    this.scoring = scoring;
  }

  /** Some documents with their scores, in the order of the index; 0 where nothing tells. */
  ScoreDoc[] of(List<Candidate> found) throws IOException {
    return of(found.stream().mapToInt(Candidate::doc).sorted().toArray());
  }

  /** The same of documents, ascending. */
  ScoreDoc[] of(int[] docs) throws IOException {
    Scoring by = made();
    ScoreDoc[] scored = new ScoreDoc[docs.length];
    int from = 0;
    while (from < docs.length) {
      LeafReaderContext leaf = snapshot.leaf(docs[from]);
      int to = from;
      while (to < docs.length && docs[to] < leaf.docBase + leaf.reader().maxDoc()) {
        to++;
      }
      int[] local = new int[to - from];
      for (int i = 0; i < local.length; i++) {
        local[i] = docs[from + i] - leaf.docBase;
      }
      double[] scores = by.sums == null ? scores(by.weight, leaf, local) : by.sums.of(leaf, local);
      for (int i = 0; i < local.length; i++) {
        scored[from + i] = new ScoreDoc(docs[from + i], (float) scores[i]);
      }
      from = to;
    }
    return scored;
  }

  /** The terms that are added up; null where anything else tells. */
  @Nullable TermSums terms() throws IOException {
    return made().sums;
  }

  private Scoring made() throws IOException {
    Scoring known = made;
    if (known == null) {
      KnowingSearcher searcher = request.untimed();
      Query rewritten = searcher.rewrite(scoring);
      TermSums sums = TermSums.of(searcher, rewritten);
      known =
          sums == null
              ? new Scoring(null, searcher.createWeight(rewritten, ScoreMode.COMPLETE, 1))
              : new Scoring(sums, null);
      made = known;
    }
    return known;
  }

  private static double[] scores(@Nullable Weight weight, LeafReaderContext leaf, int[] docs)
      throws IOException {
    double[] scores = new double[docs.length];
    Scorer scorer = weight == null ? null : weight.scorer(leaf);
    DocIdSetIterator matches = scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
    for (int i = 0; i < docs.length; i++) {
      int at = matches.docID() < docs[i] ? matches.advance(docs[i]) : matches.docID();
      scores[i] = scorer == null || at != docs[i] ? 0 : scorer.score();
    }
    return scores;
  }
}
