package govsearch.text;

import java.util.Arrays;

/** Numbered words as they are found in a clause, and then in the next one. */
final class ClauseWords {

  private static final int SPREAD = 0x9E3779B1;
  private static final int FEW = 16;

  /** Number, start and end of each place, one place after the other. */
  private int[] places = new int[0];

  private int count;
  private int clause;

  /**
   * One more than the first place of a word, or 0, in a table that is open and at most half full:
   * as large as the clause has words, and not as there are words.
   */
  private int[] firsts = new int[0];

  /** The next clause begins. */
  void clear(int start) {
    if (count > 0) {
      Arrays.fill(firsts, 0);
    }
    count = 0;
    clause = start;
  }

  /** A word stands in a range of the text; places are added from the left. */
  void add(int number, int start, int end) {
    int at = 3 * count;
    if (at == places.length) {
      places = Arrays.copyOf(places, Math.max(3 * FEW, 2 * at));
      firsts = new int[Math.max(4 * FEW, 4 * Integer.highestOneBit(count))];
      for (int place = 0; place < count; place++) {
        remember(place);
      }
    }
    places[at] = number;
    places[at + 1] = start;
    places[at + 2] = end;
    remember(count++);
  }

  /** A place of a word, unless one before it is known. */
  private void remember(int place) {
    int slot = slot(number(place));
    if (firsts[slot] == 0) {
      firsts[slot] = place + 1;
    }
  }

  /** Where a word's first place is, or would be. */
  private int slot(int number) {
    int mixed = number * SPREAD;
    int slot = (mixed ^ mixed >>> 16) & (firsts.length - 1);
    while (firsts[slot] != 0 && number(firsts[slot] - 1) != number) {
      slot = (slot + 1) & (firsts.length - 1);
    }
    return slot;
  }

  /** Where the clause begins. */
  int clause() {
    return clause;
  }

  /** How many places there are. */
  int count() {
    return count;
  }

  /** The word at a place. */
  int number(int place) {
    return places[3 * place];
  }

  Range range(int place) {
    return new Range(places[3 * place + 1], places[3 * place + 2]);
  }

  /** Whether a word stands at no place before this one. */
  boolean isFirst(int place) {
    return firsts[slot(number(place))] == place + 1;
  }

  /** Whether all of some words are in the clause, which has at least one. */
  boolean hasAll(int[] numbers) {
    for (int number : numbers) {
      if (firsts[slot(number)] == 0) {
        return false;
      }
    }
    return true;
  }

  /** The first place of a word that is in the clause. */
  Range first(int number) {
    return range(firsts[slot(number)] - 1);
  }
}
