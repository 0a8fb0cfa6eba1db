package govsearch.text;

import java.util.Arrays;

/** Numbered words as they are found in a clause, and then in the next one. */
final class ClauseWords {

  private final int words;

  /** Number, start and end of each place, one place after the other. */
  private int[] places = new int[0];

  private int count;
  private int clause;

  /** By a word's number: its first place in this clause, if the place's clause is this one. */
  private int[] first = new int[0];

  private int[] firstIn = new int[0];

  /** For words of numbers below {@code words}. */
  ClauseWords(int words) {
    this.words = words;
  }

  /** The next clause begins. */
  void clear(int start) {
    count = 0;
    clause = start;
  }

  /** A word stands in a range of the text; places are added from the left. */
  void add(int number, int start, int end) {
    if (first.length == 0) { // most texts have no word
      first = new int[words];
      firstIn = new int[words];
      Arrays.fill(firstIn, -1);
    }
    if (firstIn[number] != clause) {
      firstIn[number] = clause;
      first[number] = count;
    }
    int at = 3 * count++;
    if (at == places.length) {
      places = Arrays.copyOf(places, Math.max(24, 2 * at));
    }
    places[at] = number;
    places[at + 1] = start;
    places[at + 2] = end;
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
    return first[number(place)] == place;
  }

  /** Whether all of some words are in the clause. */
  boolean hasAll(int[] numbers) {
    for (int number : numbers) {
      if (firstIn[number] != clause) {
        return false;
      }
    }
    return true;
  }

  /** The first place of a word that is in the clause. */
  Range first(int number) {
    return range(first[number]);
  }
}
