package govsearch.engine.lucene.search;

/**
 * A set of numbers that are hashes already, eight to sixteen bytes each. The JDK's sets take five
 * times as much, and Lucene's own stands in a package that is not for others.
 */
public final class LongSet {

  private static final int LEAST = 64;

  private long[] places;
  private int size;
  private boolean hasZero;

  /** A set that need not grow up to a size. */
  public LongSet(int expected) {
    places = new long[Math.max(LEAST, Integer.highestOneBit(Math.max(1, expected)) << 2)];
  }

  /** Adds a number; whether it was not there. */
  public boolean add(long number) {
    if (number == 0) { // marks free places
      boolean isNew = !hasZero;
      hasZero = true;
      return isNew;
    }
    int at = place(number);
    if (places[at] == number) {
      return false;
    }
    places[at] = number;
    size++;
    if (2 * size > places.length) {
      grow();
    }
    return true;
  }

  /** How many there are. */
  public int size() {
    return size + (hasZero ? 1 : 0);
  }

  private int place(long number) {
    int mask = places.length - 1;
    int at = (int) (number ^ (number >>> Integer.SIZE)) & mask;
    while (places[at] != 0 && places[at] != number) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    long[] before = places;
    places = new long[2 * before.length];
    for (long number : before) {
      if (number != 0) {
        places[place(number)] = number;
      }
    }
  }
}
