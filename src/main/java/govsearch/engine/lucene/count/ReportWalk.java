package govsearch.engine.lucene.count;

import govsearch.engine.lucene.snapshot.Segment;
import govsearch.engine.lucene.snapshot.Snapshot;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;

/** Goes through matches by report: those of one are neighbours. */
public final class ReportWalk {

  private ReportWalk() {}

  /** Is shown the reports of a segment that have matches. */
  interface OfSegment {
    /** A report, with the range of documents that its paragraphs are. */
    void visit(int report, int from, int to);
  }

  /** Goes through the reports that have matches, by their first match each. */
  static void over(FixedBitSet matches, Segment segment, OfSegment visitor) {
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
  public static void over(MatchSet all, Visitor visitor) {
    Snapshot snapshot = all.snapshot();
    for (LeafReaderContext leaf : snapshot.reader().leaves()) {
      FixedBitSet mine = all.bits(leaf.ord);
      if (mine != null) {
        Segment segment = snapshot.segment(leaf);
        over(
            mine,
            segment,
            (report, from, to) -> visitor.visit(leaf, segment, report, mine, from, to));
      }
    }
  }

  /** Is shown the reports of all segments that have matches, with how many. */
  interface Counted {
    void visit(Segment segment, int report, int count);
  }

  /**
   * Counts matches by report. Where there are as many as reports, these are gone through one after
   * the other; of few matches each tells its report.
   */
  static void counting(MatchSet all, Counted visitor) {
    Snapshot snapshot = all.snapshot();
    for (LeafReaderContext leaf : snapshot.reader().leaves()) {
      FixedBitSet mine = all.bits(leaf.ord);
      Segment segment = snapshot.segment(leaf);
      if (mine == null) {
        continue;
      }
      if (all.count(leaf.ord) < segment.reports()) {
        over(
            mine,
            segment,
            (report, from, to) -> visitor.visit(segment, report, mine.cardinality(from, to)));
      } else {
        countEach(mine, segment, visitor);
      }
    }
  }

  private static void countEach(FixedBitSet mine, Segment segment, Counted visitor) {
    for (int report = 0; report < segment.reports(); report++) {
      int from = segment.head(report) + 1;
      int count = mine.cardinality(from, from + segment.paragraphs(report));
      if (count > 0) {
        visitor.visit(segment, report, count);
      }
    }
  }

  /** How many matches there are in the report of a document. */
  public static int inReportOf(int doc, MatchSet all) {
    LeafReaderContext leaf = all.snapshot().leaf(doc);
    FixedBitSet mine = all.bits(leaf.ord);
    if (mine == null) {
      return 0;
    }
    Segment segment = all.snapshot().segment(leaf);
    int report = segment.reportOf(doc - leaf.docBase);
    int from = segment.head(report) + 1;
    return mine.cardinality(from, Math.min(mine.length(), from + segment.paragraphs(report)));
  }
}
