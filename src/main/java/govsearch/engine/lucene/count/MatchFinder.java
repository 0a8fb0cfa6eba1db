package govsearch.engine.lucene.count;

import govsearch.engine.lucene.snapshot.Deletions;
import govsearch.engine.lucene.snapshot.LimitedSearcher;
import govsearch.engine.lucene.snapshot.Snapshot;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Finds all that a query matches, in one pass without scores. */
public final class MatchFinder {

  /** How many documents are looked at between two looks at the clock. */
  private static final int STRETCH = 1 << 16;

  private MatchFinder() {}

  /**
   * Finds all. Whether time ran out, the searcher tells.
   *
   * @param query matches paragraphs only
   */
  public static MatchSet find(Snapshot snapshot, LimitedSearcher searcher, Query query)
      throws IOException {
    Query rewritten = searcher.rewrite(query);
    Weight weight = searcher.createWeight(rewritten, ScoreMode.COMPLETE_NO_SCORES, 1);
    List<LeafReaderContext> leaves = snapshot.reader().leaves();
    @Nullable FixedBitSet[] bits = new @Nullable FixedBitSet[leaves.size()];
    for (LeafReaderContext leaf : leaves) {
      if (searcher.isOver()) {
        break;
      }
      Scorer scorer = weight.scorer(leaf);
      if (scorer != null) {
        bits[leaf.ord] = matches(leaf, scorer.iterator(), searcher);
      }
    }
    return new MatchSet(snapshot, bits);
  }

  private static @Nullable FixedBitSet matches(
      LeafReaderContext leaf, DocIdSetIterator docs, LimitedSearcher searcher) throws IOException {
    int maxDoc = leaf.reader().maxDoc();
    int doc = docs.nextDoc();
    if (doc >= maxDoc) {
      return null;
    }
    FixedBitSet bits = new FixedBitSet(maxDoc);
    while (doc < maxDoc && !searcher.isOver()) {
      docs.intoBitSet((int) Math.min(maxDoc, (long) doc + STRETCH), bits, 0);
      doc = docs.docID();
    }
    Deletions.takeOut(leaf.reader().getLiveDocs(), bits);
    return bits;
  }
}
