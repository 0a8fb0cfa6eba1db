package govsearch.engine.lucene.count;

import govsearch.engine.lucene.snapshot.LimitedSearcher;
import govsearch.engine.lucene.snapshot.Segment;
import govsearch.engine.lucene.snapshot.Snapshot;
import java.io.IOException;
import java.util.List;
import java.util.function.BiPredicate;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * All paragraphs of a snapshot that a query matches: a bit a document, found in one pass without
 * scores. What is counted of a search is counted from this. Not changed once it is made.
 */
public final class MatchSet {

  /** How many documents are looked at between two looks at the clock. */
  private static final int STRETCH = 1 << 16;

  private final Snapshot snapshot;
  private final @Nullable FixedBitSet[] bits;
  private final long count;

  private MatchSet(Snapshot snapshot, @Nullable FixedBitSet[] bits) {
    this.snapshot = snapshot;
    this.bits = bits;
    long sum = 0;
    for (FixedBitSet one : bits) {
      sum += one == null ? 0 : one.cardinality();
    }
    this.count = sum;
  }

  /**
   * Finds all. Whether time ran out, the searcher tells.
   *
   * @param query matches paragraphs only
   */
  public static MatchSet of(Snapshot snapshot, LimitedSearcher searcher, Query query)
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

  private static FixedBitSet matches(
      LeafReaderContext leaf, DocIdSetIterator docs, LimitedSearcher searcher) throws IOException {
    int maxDoc = leaf.reader().maxDoc();
    FixedBitSet bits = new FixedBitSet(maxDoc);
    int doc = docs.nextDoc();
    while (doc < maxDoc && !searcher.isOver()) {
      docs.intoBitSet((int) Math.min(maxDoc, (long) doc + STRETCH), bits, 0);
      doc = docs.docID();
    }
    Bits live = leaf.reader().getLiveDocs();
    if (live != null) {
      live.applyMask(bits, 0);
    }
    return bits;
  }

  /** Some documents, by their numbers in the whole reader. */
  public static MatchSet of(Snapshot snapshot, int[] docs) {
    @Nullable FixedBitSet[] bits = new @Nullable FixedBitSet[snapshot.reader().leaves().size()];
    for (int doc : docs) {
      LeafReaderContext leaf = snapshot.leaf(doc);
      FixedBitSet of = bits[leaf.ord];
      if (of == null) {
        of = new FixedBitSet(leaf.reader().maxDoc());
        bits[leaf.ord] = of;
      }
      of.set(doc - leaf.docBase);
    }
    return new MatchSet(snapshot, bits);
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
        live.applyMask(all, 0);
      }
      bits[leaf.ord] = all;
    }
    return new MatchSet(snapshot, bits);
  }

  /** How many there are. */
  public long count() {
    return count;
  }

  /** The matches of a segment, by its number; null for none. Not to be changed. */
  public @Nullable FixedBitSet bits(int segment) {
    return bits[segment];
  }

  /** Whether a document of a segment is one of them. */
  public boolean has(int segment, int doc) {
    FixedBitSet of = bits[segment];
    return of != null && of.get(doc);
  }

  /** Those that another set has too. */
  public MatchSet and(MatchSet other) {
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
          Segment segment = snapshot.segment(leaves.get(ord));
          forEachReport(
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

  /** Is shown the reports of a segment that have matches. */
  interface ReportVisitor {
    /** A report, with the range of documents that its paragraphs are. */
    void visit(int report, int from, int to);
  }

  /** Goes through the reports that have matches, by their first match each. */
  static void forEachReport(FixedBitSet matches, Segment segment, ReportVisitor visitor) {
    int report = 0;
    int doc = matches.nextSetBit(0);
    while (doc != DocIdSetIterator.NO_MORE_DOCS) {
      report = segment.reportOf(doc, report);
      int to = segment.head(report) + 1 + segment.paragraphs(report);
      visitor.visit(report, segment.head(report) + 1, to);
      doc = to < matches.length() ? matches.nextSetBit(to) : DocIdSetIterator.NO_MORE_DOCS;
    }
  }

  /** Is shown the reports of all segments that have matches. */
  public interface Visitor {
    /**
     * A report.
     *
     * @param matches those of its segment
     * @param from the first document of its paragraphs there
     * @param to the document behind its last paragraph
     */
    void visit(
        LeafReaderContext leaf, Segment segment, int report, FixedBitSet matches, int from, int to);
  }

  /** Goes through all reports that have matches, in the order of the index. */
  public void forEachReport(Visitor visitor) {
    for (LeafReaderContext leaf : snapshot.reader().leaves()) {
      FixedBitSet mine = bits[leaf.ord];
      if (mine != null) {
        Segment segment = snapshot.segment(leaf);
        forEachReport(
            mine,
            segment,
            (report, from, to) -> visitor.visit(leaf, segment, report, mine, from, to));
      }
    }
  }

  /** How many matches there are in the report of a document. */
  public int inReportOf(int doc) {
    LeafReaderContext leaf = snapshot.leaf(doc);
    FixedBitSet mine = bits[leaf.ord];
    if (mine == null) {
      return 0;
    }
    Segment segment = snapshot.segment(leaf);
    int report = segment.reportOf(doc - leaf.docBase);
    int from = segment.head(report) + 1;
    return mine.cardinality(from, Math.min(mine.length(), from + segment.paragraphs(report)));
  }

  /** The snapshot that this is of. */
  public Snapshot snapshot() {
    return snapshot;
  }
}
