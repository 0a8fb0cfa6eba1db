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
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Counts different paragraphs where nearly all matches are in one segment, as after a rebuild: by
 * the numbers that their prints have in it, a bit each. Those of the other segments are looked up
 * there one by one, which a few are worth and many are not.
 */
final class NumberedFolds {

  /** Of all matches so many, as a part of them, may be in other segments. */
  private static final int PART = 64;

  /** So few are not worth a bit for each print of the segment. */
  private static final int FEW = 1 << 10;

  /** Between so many times sixty-four documents and the next the clock is looked at. */
  private static final int LOOK = 1 << 11;

  private final Snapshot snapshot;
  private final MatchSet matches;
  private final LimitedSearcher limit;

  /**
   * Of some matches.
   *
   * @param limit where it is over, what is left is not counted
   */
  NumberedFolds(Snapshot snapshot, MatchSet matches, LimitedSearcher limit) {
    this.snapshot = snapshot;
    this.matches = matches;
    this.limit = limit;
  }

  /** The segment that has nearly all of many matches; null where there is none, or are few. */
  static @Nullable LeafReaderContext largest(Snapshot snapshot, MatchSet matches) {
    if (matches.count() < FEW) {
      return null;
    }
    LeafReaderContext largest = null;
    int most = 0;
    for (LeafReaderContext leaf : snapshot.reader().leaves()) {
      int count = matches.count(leaf.ord);
      if (count > most) {
        most = count;
        largest = leaf;
      }
    }
    return PART * (matches.count() - most) <= matches.count() ? largest : null;
  }

  /**
   * How many different ones there are.
   *
   * @param largest the segment that has nearly all
   */
  long count(LeafReaderContext largest) throws IOException {
    SortedDocValues numbers = DocValues.getSorted(largest.reader(), Fields.PRINT_NUMBER);
    FixedBitSet seen = new FixedBitSet(Math.max(1, numbers.getValueCount()));
    FixedBitSet mine = matches.bits(largest.ord);
    FixedBitSet alone = snapshot.segment(largest).alone();
    long single = mine == null || alone == null ? 0 : FixedBitSet.intersectionCount(mine, alone);
    forEach( // but for those that are different ones each
        mine,
        alone,
        doc -> {
          if (numbers.advanceExact(doc)) {
            seen.set(numbers.ordValue());
          }
        });
    LongSet others = new LongSet(0);
    for (LeafReaderContext leaf : snapshot.reader().leaves()) {
      if (leaf != largest) {
        add(leaf, largest, seen, others);
      }
    }
    return single + seen.cardinality() + others.size();
  }

  /** Adds those of a segment that the largest has not among its matches. */
  private void add(
      LeafReaderContext leaf, LeafReaderContext largest, FixedBitSet seen, LongSet others)
      throws IOException {
    NumericDocValues prints = DocValues.getNumeric(leaf.reader(), Fields.PRINT);
    SortedDocValues numbers = DocValues.getSorted(largest.reader(), Fields.PRINT_NUMBER);
    forEach(
        matches.bits(leaf.ord),
        null,
        doc -> {
          if (prints.advanceExact(doc)) {
            long print = prints.longValue();
            BytesRef term = Prints.term(print);
            int number = numbers.lookupTerm(term);
            if (number < 0 || (!seen.get(number) && !isAloneAmongMatches(largest, term))) {
              others.add(print);
            }
          }
        });
  }

  /** Whether the one paragraph that has a print in the largest segment is a match. */
  private boolean isAloneAmongMatches(LeafReaderContext largest, BytesRef print)
      throws IOException {
    FixedBitSet alone = snapshot.segment(largest).alone();
    PostingsEnum docs =
        alone == null
            ? null
            : largest.reader().postings(new Term(Fields.FOLD, print), PostingsEnum.NONE);
    int doc = docs == null ? DocIdSetIterator.NO_MORE_DOCS : docs.nextDoc();
    return alone != null
        && doc != DocIdSetIterator.NO_MORE_DOCS
        && alone.get(doc)
        && matches.has(largest.ord, doc);
  }

  private interface Visitor {
    void visit(int doc) throws IOException;
  }

  /**
   * Shows each of some documents, as long as there is time.
   *
   * @param but those of them that are not wanted; null for none
   */
  private void forEach(@Nullable FixedBitSet bits, @Nullable FixedBitSet but, Visitor visitor)
      throws IOException {
    if (bits == null) {
      return;
    }
    long[] words = bits.getBits();
    int count = FixedBitSet.bits2words(bits.length());
    for (int word = 0; word < count; word++) {
      if (word % LOOK == 0 && limit.isOver()) {
        return;
      }
      long left = but == null ? words[word] : words[word] & ~but.getBits()[word];
      while (left != 0) {
        visitor.visit(word * Long.SIZE + Long.numberOfTrailingZeros(left));
        left &= left - 1;
      }
    }
  }
}
