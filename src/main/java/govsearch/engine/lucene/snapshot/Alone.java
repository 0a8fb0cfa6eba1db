package govsearch.engine.lucene.snapshot;

import govsearch.engine.lucene.analysis.Fields;
import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;

/** Which paragraphs of a segment say what no other one in it says: most of them. */
final class Alone {

  private Alone() {}

  /**
   * A bit for each.
   *
   * @param paragraphs all there are, deleted ones included
   */
  static FixedBitSet of(LeafReader leaf, FixedBitSet paragraphs) throws IOException {
    SortedDocValues prints = DocValues.getSorted(leaf, Fields.PRINT_NUMBER);
    FixedBitSet once = new FixedBitSet(Math.max(1, prints.getValueCount()));
    FixedBitSet twice = new FixedBitSet(once.length());
    int doc = paragraphs.length() == 0 ? DocIdSetIterator.NO_MORE_DOCS : paragraphs.nextSetBit(0);
    while (doc != DocIdSetIterator.NO_MORE_DOCS) {
      if (prints.advanceExact(doc) && once.getAndSet(prints.ordValue())) {
        twice.set(prints.ordValue());
      }
      doc = next(paragraphs, doc);
    }
    FixedBitSet alone = new FixedBitSet(paragraphs.length());
    SortedDocValues again = DocValues.getSorted(leaf, Fields.PRINT_NUMBER);
    doc = paragraphs.length() == 0 ? DocIdSetIterator.NO_MORE_DOCS : paragraphs.nextSetBit(0);
    while (doc != DocIdSetIterator.NO_MORE_DOCS) {
      if (again.advanceExact(doc) && !twice.get(again.ordValue())) {
        alone.set(doc);
      }
      doc = next(paragraphs, doc);
    }
    return alone;
  }

  private static int next(FixedBitSet bits, int doc) {
    return doc + 1 < bits.length() ? bits.nextSetBit(doc + 1) : DocIdSetIterator.NO_MORE_DOCS;
  }
}
