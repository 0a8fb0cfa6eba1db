package govsearch.engine.lucene.count;

import govsearch.engine.lucene.snapshot.Deletions;
import govsearch.engine.lucene.snapshot.Snapshot;
import java.io.IOException;
import java.util.List;
import java.util.function.BiPredicate;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Paragraphs of a snapshot, a bit a document: mostly all that a query matches, see {@link
 * MatchFinder}. What is counted of a search is counted from this. Not changed once it is made, so
 * that two may share what is the same in both.
 */
public final class MatchSet {

  private final Snapshot snapshot;

  /** By segment; null where there are none. */
  private final @Nullable FixedBitSet[] bits;

  private final int[] counts;
  private final long count;

  MatchSet(Snapshot snapshot, @Nullable FixedBitSet[] bits) {
    this.snapshot = snapshot;
    this.bits = bits;
    this.counts = new int[bits.length];
    long sum = 0;
    for (int i = 0; i < bits.length; i++) {
      FixedBitSet one = bits[i];
      counts[i] = one == null ? 0 : one.cardinality();
      if (counts[i] == 0) {
        bits[i] = null; // whoever passes over them need not look
      }
      sum += counts[i];
    }
    this.count = sum;
  }

  /** Every paragraph. */
  public static MatchSet all(Snapshot snapshot) {
    List<LeafReaderContext> leaves = snapshot.reader().leaves();
    @Nullable FixedBitSet[] bits = new @Nullable FixedBitSet[leaves.size()];
    for (LeafReaderContext leaf : leaves) {
      FixedBitSet all = snapshot.segment(leaf).paragraphs();
      Bits live = leaf.reader().getLiveDocs();
      if (live != null) {
        all = all.clone();
        Deletions.takeOut(live, all);
      }
      bits[leaf.ord] = all;
    }
    return new MatchSet(snapshot, bits);
  }

  /** How many there are. */
  public long count() {
    return count;
  }

  /** How many a segment has, by its number. */
  public int count(int segment) {
    return counts[segment];
  }

  /** The matches of a segment, by its number; null for none. Not to be changed. */
  public @Nullable FixedBitSet bits(int segment) {
    return bits[segment];
  }

  /** The first few of them, as many at the most, by their documents in the whole reader. */
  public int[] first(int most) {
    int[] docs = new int[(int) Math.min(most, count)];
    int found = 0;
    for (LeafReaderContext leaf : snapshot.reader().leaves()) {
      FixedBitSet mine = bits[leaf.ord];
      int doc = mine == null ? DocIdSetIterator.NO_MORE_DOCS : mine.nextSetBit(0);
      while (mine != null && doc != DocIdSetIterator.NO_MORE_DOCS && found < docs.length) {
        docs[found++] = leaf.docBase + doc;
        doc = doc + 1 < mine.length() ? mine.nextSetBit(doc + 1) : DocIdSetIterator.NO_MORE_DOCS;
      }
    }
    return docs;
  }

  /** Whether a document of a segment is one of them. */
  public boolean has(int segment, int doc) {
    FixedBitSet of = bits[segment];
    return of != null && of.get(doc);
  }

  /** Those that another set has too. */
  public MatchSet and(MatchSet other) {
    if (other == this || count == 0) {
      return this;
    }
    return with(
        (mine, ord) -> {
          FixedBitSet theirs = other.bits[ord];
          if (theirs == null) {
            return false;
          }
          mine.and(theirs);
          return true;
        });
  }

  /** These and those of another set. */
  public MatchSet or(MatchSet other) {
    if (other == this || other.count == 0) {
      return this;
    }
    @Nullable FixedBitSet[] both = new @Nullable FixedBitSet[bits.length];
    for (int i = 0; i < bits.length; i++) {
      FixedBitSet mine = bits[i];
      FixedBitSet theirs = other.bits[i];
      both[i] = mine == null ? theirs : mine;
      if (mine != null && theirs != null) {
        FixedBitSet all = mine.clone();
        all.or(theirs);
        both[i] = all;
      }
    }
    return new MatchSet(snapshot, both);
  }

  /** Those that another set has not. */
  public MatchSet andNot(MatchSet other) {
    if (other == this) {
      return new MatchSet(snapshot, new @Nullable FixedBitSet[bits.length]);
    }
    if (other.count == 0) {
      return this;
    }
    return with(
        (mine, ord) -> {
          FixedBitSet theirs = other.bits[ord];
          if (theirs != null) {
            mine.andNot(theirs);
          }
          return true;
        });
  }

  /** Those of reports that a filter lets through. */
  MatchSet within(ReportFilter filter) {
    if (filter.isEmpty()) {
      return this;
    }
    List<LeafReaderContext> leaves = snapshot.reader().leaves();
    return with(
        (mine, ord) -> {
          var segment = snapshot.segment(leaves.get(ord));
          ReportWalk.over(
              mine,
              segment,
              (report, from, to) -> {
                if (!filter.accepts(segment, report)) {
                  mine.clear(from, to);
                }
              });
          return true;
        });
  }

  /** Those for which a predicate of document and segment holds. */
  public MatchSet filtered(DocPredicate predicate) throws IOException {
    @Nullable FixedBitSet[] kept = new @Nullable FixedBitSet[bits.length];
    for (LeafReaderContext leaf : snapshot.reader().leaves()) {
      FixedBitSet mine = bits[leaf.ord];
      if (mine != null) {
        DocPredicate.OfSegment test = predicate.of(leaf);
        FixedBitSet left = new FixedBitSet(mine.length());
        for (int doc = mine.nextSetBit(0); doc != DocIdSetIterator.NO_MORE_DOCS; ) {
          if (test.test(doc)) {
            left.set(doc);
          }
          doc = doc + 1 < mine.length() ? mine.nextSetBit(doc + 1) : DocIdSetIterator.NO_MORE_DOCS;
        }
        kept[leaf.ord] = left;
      }
    }
    return new MatchSet(snapshot, kept);
  }

  /** Tells which documents are wanted. */
  public interface DocPredicate {
    /** The predicate of one segment, asked for ascending documents. */
    OfSegment of(LeafReaderContext leaf) throws IOException;

    /** Within a segment. */
    interface OfSegment {
      boolean test(int doc) throws IOException;
    }
  }

  /** Changes a copy of each segment's; none is left of one where that says so. */
  MatchSet with(BiPredicate<FixedBitSet, Integer> change) {
    @Nullable FixedBitSet[] changed = new @Nullable FixedBitSet[bits.length];
    for (int i = 0; i < bits.length; i++) {
      FixedBitSet mine = bits[i];
      if (mine != null) {
        FixedBitSet copy = mine.clone();
        changed[i] = change.test(copy, i) ? copy : null;
      }
    }
    return new MatchSet(snapshot, changed);
  }

  /** The snapshot that this is of. */
  public Snapshot snapshot() {
    return snapshot;
  }
}
