package govsearch.engine.lucene.search;

import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.count.MatchSet;
import govsearch.engine.lucene.snapshot.Snapshot;
import govsearch.query.SortOrder;
import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;

/** Of matches that say the same, the first in an order of their reports. */
final class FirstOfFolds {

  private final Snapshot snapshot;
  private final ReportOrder order;
  private final LongIntMap first = new LongIntMap();
  private final FixedBitSet[] kept;

  FirstOfFolds(Snapshot snapshot, SortOrder order) {
    this.snapshot = snapshot;
    this.order = new ReportOrder(snapshot, order);
    this.kept = new FixedBitSet[snapshot.reader().leaves().size()];
  }

  /** Those of some matches. */
  MatchSet of(MatchSet matches) throws IOException {
    for (LeafReaderContext leaf : snapshot.reader().leaves()) {
      kept[leaf.ord] = new FixedBitSet(leaf.reader().maxDoc());
      FixedBitSet bits = matches.bits(leaf.ord);
      if (bits != null) {
        add(leaf, bits);
      }
    }
    return matches.filtered(leaf -> kept[leaf.ord]::get);
  }

  private void add(LeafReaderContext leaf, FixedBitSet bits) throws IOException {
    NumericDocValues folds = DocValues.getNumeric(leaf.reader(), Fields.PRINT);
    int doc = bits.nextSetBit(0);
    while (doc != DocIdSetIterator.NO_MORE_DOCS) {
      long print = folds.advanceExact(doc) ? folds.longValue() : 0;
      int global = leaf.docBase + doc;
      int before = first.putIfAbsent(print, global);
      if (before == LongIntMap.NONE) {
        kept[leaf.ord].set(doc);
      } else if (isEarlier(global, before)) {
        LeafReaderContext other = snapshot.leaf(before);
        kept[other.ord].clear(before - other.docBase);
        kept[leaf.ord].set(doc);
        first.put(print, global);
      }
      doc = doc + 1 < bits.length() ? bits.nextSetBit(doc + 1) : DocIdSetIterator.NO_MORE_DOCS;
    }
  }

  private boolean isEarlier(int one, int other) {
    int compared = order.compare(order.of(one), order.of(other));
    return compared < 0 || (compared == 0 && one < other);
  }
}
