package govsearch.engine.lucene.search;

import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.count.MatchSet;
import govsearch.engine.lucene.document.Prints;
import govsearch.engine.lucene.snapshot.LimitedSearcher;
import govsearch.engine.lucene.snapshot.Snapshot;
import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;

/** Which paragraphs of a snapshot say the same: those with the same fingerprint. */
final class Folds {

  /** Sixteen to thirty-two bytes each. */
  private static final int MOST_AT_ONCE = 1 << 20;

  /** Of so many documents matches are read at once. */
  private static final int STRETCH = 1 << 12;

  /** Between so many documents and the next the clock is looked at. */
  private static final int LOOK = 1 << 17;

  private final Snapshot snapshot;

  Folds(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** The fingerprint of a paragraph by its document. */
  long of(int doc) throws IOException {
    LeafReaderContext leaf = snapshot.leaf(doc);
    NumericDocValues folds = DocValues.getNumeric(leaf.reader(), Fields.PRINT);
    if (!folds.advanceExact(doc - leaf.docBase)) {
      throw new IllegalStateException("document " + doc + " has no fingerprint");
    }
    return folds.longValue();
  }

  /** Whether nothing else has a fingerprint, which most paragraphs can say. */
  boolean isAlone(long fold) throws IOException {
    return snapshot.reader().docFreq(term(fold)) <= 1;
  }

  /** Is shown the paragraphs that say the same, in the order of the index. */
  interface Visitor {
    /**
     * A paragraph.
     *
     * @param doc in its segment
     * @return whether to go on
     */
    boolean visit(LeafReaderContext leaf, int doc) throws IOException;
  }

  /** Shows all paragraphs of a fingerprint. */
  void visit(long fold, Visitor visitor) throws IOException {
    Term term = term(fold);
    for (LeafReaderContext leaf : snapshot.reader().leaves()) {
      PostingsEnum postings = leaf.reader().postings(term, PostingsEnum.NONE);
      if (postings == null) {
        continue;
      }
      Bits live = leaf.reader().getLiveDocs();
      for (int doc = postings.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = postings.nextDoc()) {
        if ((live == null || live.get(doc)) && !visitor.visit(leaf, doc)) {
          return;
        }
      }
    }
  }

  /** How many different ones there are in all: what every first page asks for. */
  long countAll(MatchSet all, LimitedSearcher limit) throws IOException {
    if (snapshot.folded() >= 0) {
      return snapshot.folded();
    }
    long count = count(all, limit);
    if (!limit.timedOut()) {
      snapshot.folded(count);
    }
    return count;
  }

  /**
   * How many different ones there are among matches.
   *
   * @param limit tells whether it was in time, so that the number is the whole one
   */
  long count(MatchSet matches, LimitedSearcher limit) throws IOException {
    LeafReaderContext largest = NumberedFolds.largest(snapshot, matches);
    return largest == null
        ? counted(matches, limit)
        : new NumberedFolds(snapshot, matches, limit).count(largest);
  }

  /** Of many as many at a time as fit. */
  private long counted(MatchSet matches, LimitedSearcher limit) throws IOException {
    int parts = (int) (1 + matches.count() / MOST_AT_ONCE);
    long count = 0;
    for (int part = 0; part < parts; part++) {
      count += count(matches, part, parts, limit);
    }
    return count;
  }

  private long count(MatchSet matches, int part, int parts, LimitedSearcher limit)
      throws IOException {
    DistinctFolds seen = new DistinctFolds((int) Math.min(MOST_AT_ONCE, matches.count()));
    int[] docs = new int[STRETCH];
    long[] values = new long[STRETCH];
    for (LeafReaderContext leaf : snapshot.reader().leaves()) {
      FixedBitSet bits = matches.bits(leaf.ord);
      if (bits == null) {
        continue;
      }
      NumericDocValues folds = DocValues.getNumeric(leaf.reader(), Fields.PRINT);
      for (int from = 0; from < bits.length(); from += STRETCH) {
        if (from % LOOK == 0 && limit.isOver()) {
          break;
        }
        int read = bits.intoArray(from, Math.min(bits.length(), from + STRETCH), 0, docs);
        folds.longValues(read, docs, values, Fields.NO_PRINT);
        for (int i = 0; i < read; i++) {
          if (parts == 1 || Long.remainderUnsigned(values[i], parts) == part) {
            seen.add(values[i]);
          }
        }
      }
    }
    return seen.count();
  }

  private static Term term(long fold) {
    return new Term(Fields.FOLD, Prints.term(fold));
  }
}
