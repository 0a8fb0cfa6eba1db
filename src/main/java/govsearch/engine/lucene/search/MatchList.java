package govsearch.engine.lucene.search;

import govsearch.engine.lucene.snapshot.Matches;
import govsearch.engine.lucene.snapshot.Orders;
import govsearch.engine.lucene.snapshot.ReportOrder;
import java.io.IOException;
import org.apache.lucene.util.IntroSorter;

/**
 * Matches in the order of a search: twelve bytes for each, however many there are. The orders are
 * those of {@link Orders}.
 */
final class MatchList {

  private final int[] docs;

  private MatchList(int[] docs) {
    this.docs = docs;
  }

  /** Matches in the order of the index. */
  static MatchList of(Matches matches) {
    return new MatchList(matches.docs());
  }

  /** Matches by score, where they have one, and by the order of their reports. */
  static MatchList of(Matches matches, ReportOrder order) throws IOException {
    int[] docs = matches.docs();
    long[] keys = new long[docs.length];
    ReportOrder.Ranks ranks = order.ranks();
    for (int i = 0; i < docs.length; i++) {
      // Scores are not negative, so that their bits are in their order.
      long best = -(long) Float.floatToIntBits(matches.score(i));
      keys[i] = best << Integer.SIZE | ranks.of(docs[i]);
    }
    new KeySorter(keys, docs).sort(0, docs.length);
    return new MatchList(docs);
  }

  int count() {
    return docs.length;
  }

  int doc(int index) {
    return docs[index];
  }

  /** Sorts by key and document, both at once and in place. */
  private static final class KeySorter extends IntroSorter {
    private final long[] keys;
    private final int[] docs;
    private long pivotKey;
    private int pivotDoc;

    KeySorter(long[] keys, int[] docs) {
      this.keys = keys;
      this.docs = docs;
    }

    @Override
    protected void swap(int i, int j) {
      long key = keys[i];
      keys[i] = keys[j];
      keys[j] = key;
      int doc = docs[i];
      docs[i] = docs[j];
      docs[j] = doc;
    }

    @Override
    protected void setPivot(int i) {
      pivotKey = keys[i];
      pivotDoc = docs[i];
    }

    @Override
    protected int comparePivot(int j) {
      return pivotKey == keys[j]
          ? Integer.compare(pivotDoc, docs[j])
          : Long.compare(pivotKey, keys[j]);
    }
  }
}
