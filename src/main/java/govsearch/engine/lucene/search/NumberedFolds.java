package govsearch.engine.lucene.search;

import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.count.MatchSet;
import govsearch.engine.lucene.document.Prints;
import govsearch.engine.lucene.snapshot.Snapshot;
import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
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

  private NumberedFolds() {}

  /** The segment that has nearly all of many matches; null where there is none, or are few. */
  static @Nullable LeafReaderContext largest(Snapshot snapshot, MatchSet matches) {
    if (matches.count() < FEW) {
      return null;
    }
    LeafReaderContext largest = null;
    long most = 0;
    for (LeafReaderContext leaf : snapshot.reader().leaves()) {
      FixedBitSet bits = matches.bits(leaf.ord);
      long count = bits == null ? 0 : bits.cardinality();
      if (count > most) {
        most = count;
        largest = leaf;
      }
    }
    return PART * (matches.count() - most) <= matches.count() ? largest : null;
  }

  /** How many different ones there are. */
  static long count(Snapshot snapshot, MatchSet matches, LeafReaderContext largest)
      throws IOException {
    SortedDocValues numbers = DocValues.getSorted(largest.reader(), Fields.PRINT_NUMBER);
    FixedBitSet seen = new FixedBitSet(Math.max(1, numbers.getValueCount()));
    FixedBitSet bits = matches.bits(largest.ord);
    for (int doc = next(bits, 0); doc != DocIdSetIterator.NO_MORE_DOCS; doc = next(bits, doc + 1)) {
      if (numbers.advanceExact(doc)) {
        seen.set(numbers.ordValue());
      }
    }
    LongSet others = new LongSet(0);
    for (LeafReaderContext leaf : snapshot.reader().leaves()) {
      if (leaf != largest) {
        add(leaf, matches.bits(leaf.ord), numbers, seen, others);
      }
    }
    return (long) seen.cardinality() + others.size();
  }

  /** Adds those of a segment that the largest has not among its matches. */
  private static void add(
      LeafReaderContext leaf,
      @Nullable FixedBitSet bits,
      SortedDocValues numbers,
      FixedBitSet seen,
      LongSet others)
      throws IOException {
    NumericDocValues prints = DocValues.getNumeric(leaf.reader(), Fields.PRINT);
    for (int doc = next(bits, 0); doc != DocIdSetIterator.NO_MORE_DOCS; doc = next(bits, doc + 1)) {
      if (prints.advanceExact(doc)) {
        long print = prints.longValue();
        int number = numbers.lookupTerm(Prints.term(print));
        if (number < 0 || !seen.get(number)) {
          others.add(print);
        }
      }
    }
  }

  private static int next(@Nullable FixedBitSet bits, int from) {
    return bits == null || from >= bits.length()
        ? DocIdSetIterator.NO_MORE_DOCS
        : bits.nextSetBit(from);
  }
}
