package govsearch.engine.lucene.count;

import govsearch.engine.lucene.query.Divisible;
import govsearch.engine.lucene.snapshot.Deletions;
import govsearch.engine.lucene.snapshot.LimitedSearcher;
import govsearch.engine.lucene.snapshot.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Finds all that a query matches, in one pass without scores. */
public final class MatchFinder {

  /** How many documents are looked at between two looks at the clock. */
  private static final int STRETCH = 1 << 16;

  /** Of a query that may be divided, so many are worth another thread. */
  private static final int MANY = 1 << 14;

  /** More parts than that would begin with less than a millisecond's work. */
  private static final int MOST_PARTS = 4;

  private static final int PARTS =
      Math.min(MOST_PARTS, Math.max(2, Runtime.getRuntime().availableProcessors()));

  private MatchFinder() {}

  /**
   * Finds all. Whether time ran out, the searcher tells.
   *
   * @param query matches paragraphs only
   */
  public static MatchSet find(Snapshot snapshot, LimitedSearcher searcher, Query query)
      throws IOException {
    return find(snapshot, searcher, query, MANY);
  }

  /**
   * The same.
   *
   * @param many of a query that may be divided so many are
   */
  static MatchSet find(Snapshot snapshot, LimitedSearcher searcher, Query query, int many)
      throws IOException {
    Query rewritten = searcher.rewrite(query);
    Weight weight = searcher.createWeight(rewritten, ScoreMode.COMPLETE_NO_SCORES, 1);
    List<LeafReaderContext> leaves = snapshot.reader().leaves();
    @Nullable FixedBitSet[] bits = new @Nullable FixedBitSet[leaves.size()];
    for (LeafReaderContext leaf : leaves) {
      if (searcher.isOver()) {
        break;
      }
      ScorerSupplier scorers = weight.scorerSupplier(leaf);
      if (scorers != null) {
        int maxDoc = leaf.reader().maxDoc();
        FixedBitSet found =
            rewritten instanceof Divisible && scorers.cost() >= many
                ? divided(weight, leaf, searcher)
                : matches(scorers.get(Long.MAX_VALUE), 0, maxDoc, searcher);
        if (found != null) {
          Deletions.takeOut(leaf.reader().getLiveDocs(), found);
        }
        bits[leaf.ord] = found;
      }
    }
    return new MatchSet(snapshot, bits);
  }

  /** The parts of a segment, at once where a core is idle. */
  private static FixedBitSet divided(
      Weight weight, LeafReaderContext leaf, LimitedSearcher searcher) throws IOException {
    int maxDoc = leaf.reader().maxDoc();
    int words = FixedBitSet.bits2words(maxDoc);
    int wordsOfPart = (words + PARTS - 1) / PARTS;
    List<Callable<@Nullable FixedBitSet>> parts = new ArrayList<>();
    for (int word = 0; word < words; word += wordsOfPart) {
      int from = word * Long.SIZE;
      int to = Math.min(maxDoc, (word + wordsOfPart) * Long.SIZE);
      parts.add(() -> matches(weight.scorer(leaf), from, to, searcher));
    }
    FixedBitSet all = new FixedBitSet(maxDoc);
    int word = 0;
    for (FixedBitSet part : searcher.atOnce(parts)) {
      if (part != null) {
        int length = Math.min(wordsOfPart, words - word);
        System.arraycopy(part.getBits(), 0, all.getBits(), word, length);
      }
      word += wordsOfPart;
    }
    return all;
  }

  /**
   * Those from one document to before another.
   *
   * @return their bits, the first of which is that of {@code from}; null where there are none
   */
  private static @Nullable FixedBitSet matches(
      @Nullable Scorer scorer, int from, int to, LimitedSearcher searcher) throws IOException {
    if (scorer == null) {
      return null;
    }
    DocIdSetIterator docs = scorer.iterator();
    int doc = docs.advance(from);
    if (doc >= to) {
      return null;
    }
    FixedBitSet bits = new FixedBitSet(to - from);
    while (doc < to && !searcher.isOver()) {
      docs.intoBitSet((int) Math.min(to, (long) doc + STRETCH), bits, from);
      doc = docs.docID();
    }
    return bits;
  }
}
