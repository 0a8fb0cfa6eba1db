package govsearch.engine.lucene.similar;

import java.util.function.BooleanSupplier;

/**
 * How far many rows are from a vector, roughly: most of them are seen to be too far without a
 * closer look. Where time is over, those that were looked at have to do.
 */
final class Glance {

  /** After so many it is seen whether time is over. */
  private static final int STRETCH = 1 << 12;

  /** Farther than any. */
  private static final short UNSEEN = Short.MAX_VALUE;

  private final VectorFile.Reader reader;
  private final long[] to;
  private final BooleanSupplier isOver;
  private final short[] distances;
  private final int[] atDistance;
  private int seen;
  private int again;
  private int farthest = -1;

  /**
   * A glance at so many.
   *
   * @param to bits of the vector
   */
  Glance(VectorFile.Reader reader, long[] to, int count, BooleanSupplier isOver) {
    this.reader = reader;
    this.to = to;
    this.isOver = isOver;
    this.distances = new short[count];
    this.atDistance = new int[to.length * Long.SIZE + 1];
  }

  /** Looks at a row; -1 for none. */
  void look(int row) {
    short distance = UNSEEN;
    boolean late = seen % STRETCH == STRETCH - 1 && isOver.getAsBoolean();
    if (row >= 0 && row < reader.count() && !late) {
      distance = (short) reader.distance(row, to);
      atDistance[distance]++;
    }
    distances[seen++] = distance;
  }

  /** From now on {@link #nextIsNear} tells of the first again, near being within so many. */
  void choose(int wanted) {
    int within = 0;
    int distance = 0;
    while (distance < atDistance.length && within < wanted) {
      within += atDistance[distance++];
    }
    farthest = distance - 1;
    again = 0;
  }

  /** Of one after another, in the order in which they were looked at. */
  boolean nextIsNear() {
    return distances[again++] <= farthest;
  }
}
