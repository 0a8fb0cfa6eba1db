package govsearch.engine.lucene.snapshot;

import govsearch.engine.lucene.analysis.Fields;
import govsearch.report.ContentHash;
import java.io.IOException;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;

/** Sums the hashes of a segment's reports. */
final class Hashes {

  private Hashes() {}

  /**
   * The sum over some heads.
   *
   * @param heads ascending
   * @return empty where one has none: it was written by an earlier program
   */
  static Optional<ContentHash> sum(LeafReader leaf, int[] heads, IntPredicate wanted)
      throws IOException {
    NumericDocValues high = DocValues.getNumeric(leaf, Fields.HASH_HIGH);
    NumericDocValues low = DocValues.getNumeric(leaf, Fields.HASH_LOW);
    ContentHash sum = ContentHash.NONE;
    for (int head : heads) {
      if (wanted.test(head)) {
        if (!high.advanceExact(head) || !low.advanceExact(head)) {
          return Optional.empty();
        }
        sum = sum.plus(new ContentHash(high.longValue(), low.longValue()));
      }
    }
    return Optional.of(sum);
  }
}
