package govsearch.engine.lucene.count;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How many matches each value of a field has, by its number. Of ten thousands of values few matches
 * have few: whoever lists these need not look at the others.
 */
public final class ValueCounts {

  private static final int[] NOTHING = {};

  private final int size;

  /** Whether most values will be counted: which they were is then seen at the end. */
  private final boolean most;

  /** Those that may be counted, ascending; null for all. */
  private final int @Nullable [] among;

  /** Made when the first is counted. */
  private int[] counts = NOTHING;

  /** The values that were counted. */
  private int[] counted = NOTHING;

  private int distinct;
  private boolean listed;

  /**
   * Nothing counted yet.
   *
   * @param size how many values there are
   * @param most whether most of them will be counted
   */
  ValueCounts(int size, boolean most) {
    this(size, most, null);
  }

  private ValueCounts(int size, boolean most, int @Nullable [] among) {
    this.size = size;
    this.most = most;
    this.among = among;
  }

  /**
   * For counting most of some values, which are few among all.
   *
   * @param among these values, ascending, with all that are above any of them
   */
  static ValueCounts among(int size, int[] among) {
    return new ValueCounts(size, true, among);
  }

  /** What was counted by others. */
  public static ValueCounts of(long[] all) {
    ValueCounts counts = new ValueCounts(all.length, true);
    for (int value = 0; value < all.length; value++) {
      counts.add(value, (int) all[value]);
    }
    return counts;
  }

  /** Counts some more of a value. */
  void add(int value, int more) {
    if (counts.length == 0) {
      counts = new int[size];
    }
    int before = counts[value];
    counts[value] = before + more;
    if (before == 0 && !most) {
      if (distinct == counted.length) {
        counted = Arrays.copyOf(counted, Math.max(16, 4 * distinct));
      }
      counted[distinct++] = value;
    }
  }

  /**
   * Adds to the counts of regions those of what is below them.
   *
   * @param parents of each value the number of that above it, which is smaller; negative for none
   */
  ValueCounts withAncestors(int[] parents) {
    if (most) {
      for (int i = possible() - 1; i >= 0; i--) {
        int value = possible(i);
        if (counts[value] > 0 && parents[value] >= 0) {
          counts[parents[value]] += counts[value]; // with what is below it by now
        }
      }
      return this;
    }
    int direct = distinct;
    int[] own = new int[direct];
    for (int i = 0; i < direct; i++) {
      own[i] = counts[counted[i]];
    }
    for (int i = 0; i < direct; i++) {
      for (int at = parents[counted[i]]; at >= 0; at = parents[at]) {
        add(at, own[i]);
      }
    }
    return this;
  }

  /** How many values there may be counts of. */
  private int possible() {
    if (counts.length == 0) {
      return 0;
    }
    return among == null ? counts.length : among.length;
  }

  private int possible(int place) {
    return among == null ? place : among[place];
  }

  /** Is shown what was counted. */
  interface Visitor {
    void visit(int value, int count);
  }

  /** Shows each value that was counted. */
  void each(Visitor visitor) {
    if (!most) {
      for (int i = 0; i < distinct; i++) {
        visitor.visit(counted[i], counts[counted[i]]);
      }
      return;
    }
    for (int i = 0; i < possible(); i++) {
      int value = possible(i);
      if (counts[value] > 0) {
        visitor.visit(value, counts[value]);
      }
    }
  }

  /** How many values were counted; nothing is counted any more when this is asked. */
  int distinct() {
    if (most && !listed) {
      listed = true;
      counted = new int[possible()];
      each((value, count) -> counted[distinct++] = value);
    }
    return distinct;
  }

  /** One of the values that were counted, from 0. */
  int counted(int place) {
    return counted[place];
  }

  /** The count of a value; of one that came since it is none. */
  int of(int value) {
    return value < counts.length ? counts[value] : 0;
  }
}
