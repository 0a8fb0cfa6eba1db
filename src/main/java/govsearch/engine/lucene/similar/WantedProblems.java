package govsearch.engine.lucene.similar;

import govsearch.engine.lucene.snapshot.LimitedSearcher;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;

/** The problems that a filter lets through, with the rows of their vectors; filtered once. */
final class WantedProblems {

  /** Is told of problems, always in the same order. */
  interface Visitor {

    /**
     * One of them.
     *
     * @param problem row of its vector; -1 where there is none so far
     * @param measure row of that of what is planned against it, likewise
     */
    void see(int doc, int problem, int measure);
  }

  /** Those of one segment, by their places among all of it. */
  @SuppressWarnings("ArrayRecordComponent") // seen here only
  private record InSegment(int base, VectorRows.Found found, int[] places) {}

  private final List<InSegment> segments = new ArrayList<>();
  private final int count;

  WantedProblems(LimitedSearcher searcher, Query filter, VectorRows rows) throws IOException {
    Weight weight =
        searcher.createWeight(searcher.rewrite(filter), ScoreMode.COMPLETE_NO_SCORES, 1);
    int sum = 0;
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer != null) {
        VectorRows.Found found = rows.of(leaf);
        int[] places = places(found.keys().docs(), scorer.iterator());
        segments.add(new InSegment(leaf.docBase, found, places));
        sum += places.length;
      }
    }
    count = sum;
  }

  int count() {
    return count;
  }

  void each(Visitor visitor) {
    for (InSegment some : segments) {
      int[] docs = some.found().keys().docs();
      int[] problems = some.found().rows().problems();
      int[] measures = some.found().rows().measures();
      for (int at : some.places()) {
        visitor.see(some.base() + docs[at], problems[at], measures[at]);
      }
    }
  }

  private static int[] places(int[] all, DocIdSetIterator docs) throws IOException {
    int[] places = new int[all.length];
    int count = 0;
    int at = 0;
    for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
      while (at < all.length && all[at] < doc) {
        at++;
      }
      if (at < all.length && all[at] == doc) {
        places[count++] = at;
      }
    }
    return Arrays.copyOf(places, count);
  }
}
