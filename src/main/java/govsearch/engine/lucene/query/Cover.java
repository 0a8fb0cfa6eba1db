package govsearch.engine.lucene.query;

import java.util.Arrays;

/**
 * Which of a phrase's bigrams are looked at: as each has two characters, no two neighbours may both
 * be left out, nor the first, nor the last. Either as few as possible, or the rarest one and as few
 * others: whichever has fewer places to be looked at.
 */
public final class Cover {

  /** To pass over a document costs a part of what it takes to look where something stands in it. */
  private static final int PASSED_OVER = 16;

  private Cover() {}

  /**
   * The places of those to look at, ascending.
   *
   * @param documents how many have each, none of them none
   */
  public static int[] of(long[] documents) {
    int rarest = 0;
    for (int i = 1; i < documents.length; i++) {
      rarest = documents[i] < documents[rarest] ? i : rarest;
    }
    boolean[] any = cheapest(documents, -1);
    boolean[] withRarest = cheapest(documents, rarest);
    return places(cost(documents, withRarest) <= cost(documents, any) ? withRarest : any);
  }

  /** Of all covers with a place in it (-1 for any) the one with least to look at. */
  private static boolean[] cheapest(long[] documents, int with) {
    long each = documents[0];
    for (long one : documents) {
      each = Math.min(each, one);
    }
    int last = documents.length - 1;
    long[] best = new long[documents.length]; // of those up to a place that is looked at
    int[] before = new int[documents.length];
    best[0] = 0;
    for (int at = 1; at <= last; at++) {
      before[at] = at - 1;
      if (at >= 2 && at - 1 != with && best[at - 2] < best[at - 1]) {
        before[at] = at - 2;
      }
      best[at] = best[before[at]] + each + documents[at] / PASSED_OVER;
    }
    boolean[] chosen = new boolean[documents.length];
    for (int at = last; at > 0; at = before[at]) {
      chosen[at] = true;
    }
    chosen[0] = true;
    return chosen;
  }

  private static double cost(long[] documents, boolean[] chosen) {
    long least = Long.MAX_VALUE;
    int count = 0;
    long sum = 0;
    for (int i = 0; i < documents.length; i++) {
      if (chosen[i]) {
        least = Math.min(least, documents[i]);
        sum += documents[i];
        count++;
      }
    }
    return (double) least * count + (double) sum / PASSED_OVER;
  }

  private static int[] places(boolean[] chosen) {
    int[] places = new int[chosen.length];
    int count = 0;
    for (int i = 0; i < chosen.length; i++) {
      if (chosen[i]) {
        places[count++] = i;
      }
    }
    return Arrays.copyOf(places, count);
  }
}
