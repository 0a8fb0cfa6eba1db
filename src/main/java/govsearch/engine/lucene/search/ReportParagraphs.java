package govsearch.engine.lucene.search;

import govsearch.engine.lucene.snapshot.Segment;
import java.io.IOException;
import org.apache.lucene.util.FixedBitSet;

/**
 * Paragraphs of one report that match.
 *
 * @param bits the matches of the segment
 * @param from the report's first paragraph, by its document
 * @param to behind its last one
 */
record ReportParagraphs(FixedBitSet bits, int from, int to) {

  /** Is shown a document of the segment. */
  interface Visitor {

    /** The next one; whether more are wanted. */
    boolean visit(int doc) throws IOException;
  }

  /** Those of a report by its number in the segment. */
  static ReportParagraphs of(Segment segment, int report, FixedBitSet bits) {
    int first = segment.head(report) + 1;
    return new ReportParagraphs(
        bits, first, Math.min(bits.length(), first + segment.paragraphs(report)));
  }

  int cardinality() {
    return bits.cardinality(from, to);
  }

  /** Shows them in order; whether more are wanted still. */
  boolean show(Visitor visitor) throws IOException {
    boolean more = true;
    int doc = from < to ? bits.nextSetBit(from, to) : to;
    while (doc < to && more) {
      more = visitor.visit(doc);
      doc = doc + 1 < to ? bits.nextSetBit(doc + 1, to) : to;
    }
    return more;
  }
}
