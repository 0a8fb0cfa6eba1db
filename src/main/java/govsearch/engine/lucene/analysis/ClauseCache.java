package govsearch.engine.lucene.analysis;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * How clauses were cut that were met before, figures in them apart; what is met most stays. Any
 * number of threads share one without waiting for each other. A clause costs no object to be looked
 * up, and one array to be kept.
 *
 * <p>A table of small buckets: a clause comes in at the end of its bucket, in place of another, and
 * moves one place up whenever it is met again. Threads that move two at a time may lose one of
 * them, which is then cut once more.
 */
final class ClauseCache {

  /** A longer clause is hardly ever met again. */
  static final int LONGEST = 60;

  private static final int BUCKETS = 1 << 16;
  private static final int PLACES = 4;

  /** Of what is kept: the length of the clause and the rest of its hash, then the clause. */
  private static final int HEAD = 2;

  /** Each the head, the clause, and where its words begin and end, alternately. */
  private final AtomicReferenceArray<char[]> table = new AtomicReferenceArray<>(BUCKETS * PLACES);

  /** Where words begin and end in a clause, alternately, behind an offset of an array. */
  @SuppressWarnings("ArrayRecordComponent") // never changed, and not compared
  record Cut(char[] places, int from) {}

  /**
   * The words of a clause that was put before; null where it is not known (any more).
   *
   * @param start of the clause in the text
   */
  @Nullable Cut get(String text, int start, int end) {
    int hash = hash(text, start, end);
    int bucket = bucket(hash);
    for (int i = bucket; i < bucket + PLACES; i++) {
      char[] entry = table.getAcquire(i);
      if (entry == null) {
        return null;
      }
      if (entry[1] == (char) hash && isOf(entry, text, start, end)) {
        if (i > bucket) {
          table.setRelease(i, table.getAcquire(i - 1));
          table.setRelease(i - 1, entry);
        }
        return new Cut(entry, HEAD + end - start);
      }
    }
    return null;
  }

  /** Keeps how a clause of at most {@link #LONGEST} characters is cut. */
  void put(String text, int start, int end, char[] places) {
    int hash = hash(text, start, end);
    int length = end - start;
    char[] entry = new char[HEAD + length + places.length];
    entry[0] = (char) length;
    entry[1] = (char) hash;
    for (int i = 0; i < length; i++) {
      entry[HEAD + i] = withoutFigure(text.charAt(start + i));
    }
    System.arraycopy(places, 0, entry, HEAD + length, places.length);
    int at = bucket(hash);
    int last = at + PLACES - 1;
    while (at < last && table.getAcquire(at) != null) {
      at++;
    }
    table.setRelease(at, entry);
  }

  private static boolean isOf(char[] entry, String text, int start, int end) {
    if (entry[0] != end - start) {
      return false;
    }
    for (int i = start; i < end; i++) {
      if (entry[HEAD + i - start] != withoutFigure(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** All figures are one, since they are cut alike. */
  static char withoutFigure(char c) {
    return c >= '1' && c <= '9' ? '0' : c;
  }

  private static int hash(String text, int start, int end) {
    int hash = end - start;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + withoutFigure(text.charAt(i));
    }
    int mixed = (hash ^ hash >>> 16) * 0x85EBCA6B;
    return mixed ^ mixed >>> 13;
  }

  /** By other bits than those that are kept. */
  private static int bucket(int hash) {
    return (hash >>> 16) * PLACES;
  }
}
