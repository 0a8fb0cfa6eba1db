package govsearch.engine.lucene.search;

import java.util.Arrays;

/** Numbers by others that are hashes already; see {@link LongSet}. */
public final class LongIntMap {

  /** No number. */
  public static final int NONE = -1;

  private long[] keys = new long[64];
  private int[] values = filled(64);
  private int size;

  private static int[] filled(int length) {
    int[] values = new int[length];
    Arrays.fill(values, NONE);
    return values;
  }

  /** Adds a number where there is none yet; gives what was there. */
  public int putIfAbsent(long key, int value) {
    int at = place(key);
    int before = values[at];
    if (before == NONE) {
      keys[at] = key;
      values[at] = value;
      size++;
      if (2 * size > keys.length) {
        grow();
      }
    }
    return before;
  }

  /** The number of a key, or {@link #NONE}. */
  public int get(long key) {
    return values[place(key)];
  }

  /** Replaces a number that is there. */
  void put(long key, int value) {
    values[place(key)] = value;
  }

  private int place(long key) {
    int mask = keys.length - 1;
    int at = (int) (key ^ (key >>> Integer.SIZE)) & mask;
    while (values[at] != NONE && keys[at] != key) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    long[] keysBefore = keys;
    int[] valuesBefore = values;
    keys = new long[2 * keysBefore.length];
    values = filled(2 * valuesBefore.length);
    for (int i = 0; i < keysBefore.length; i++) {
      if (valuesBefore[i] != NONE) {
        int at = place(keysBefore[i]);
        keys[at] = keysBefore[i];
        values[at] = valuesBefore[i];
      }
    }
  }
}
