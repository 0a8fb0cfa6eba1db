package govsearch.engine.lucene.search;

import govsearch.text.Fingerprints;

/**
 * Counts different fingerprints. They are random numbers, so each looks into another corner of a
 * table: of many of them those with the same beginning are gathered and looked up together, in a
 * table that fits into the processor's cache.
 */
final class DistinctFolds {

  private static final int PARTS_BITS = 5;
  private static final int PARTS = 1 << PARTS_BITS;
  private static final int GATHERED = 64;

  /** So few fit as they are. */
  private static final int FEW = 1 << 12;

  private final LongSet[] seen;
  private final long[] waiting;
  private final int[] counts;

  /**
   * For counting.
   *
   * @param expected how many will come, at the most
   */
  DistinctFolds(int expected) {
    int parts = expected <= FEW ? 1 : PARTS;
    seen = new LongSet[parts];
    for (int i = 0; i < parts; i++) {
      seen[i] = new LongSet(expected / parts / 2); // of most there is another one; if not, it grows
    }
    waiting = new long[parts * GATHERED];
    counts = new int[parts];
  }

  void add(long fold) {
    int part =
        seen.length == 1
            ? 0
            : (int) (fold >>> (Fingerprints.WHOLE_BITS - PARTS_BITS)) & (PARTS - 1);
    int count = counts[part];
    waiting[part * GATHERED + count] = fold;
    counts[part] = count + 1;
    if (count + 1 == GATHERED) {
      flush(part);
    }
  }

  private void flush(int part) {
    LongSet set = seen[part];
    int from = part * GATHERED;
    for (int i = from; i < from + counts[part]; i++) {
      set.add(waiting[i]);
    }
    counts[part] = 0;
  }

  /** How many different ones have come. */
  long count() {
    long count = 0;
    for (int part = 0; part < seen.length; part++) {
      flush(part);
      count += seen[part].size();
    }
    return count;
  }
}
