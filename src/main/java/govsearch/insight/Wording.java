package govsearch.insight;

import govsearch.text.FoldedText;
import govsearch.text.Literal;
import govsearch.text.Range;
import java.util.Optional;

/**
 * The part of a text that is worded most like something: of all its parts the one that takes the
 * fewest changes of a character (Sellers 1980), both in literal form.
 *
 * @param at the part, in the text
 * @param likeness 1 where it is the same, 0 where every character has to be changed
 */
public record Wording(Range at, double likeness) {

  /**
   * The part of a text that is worded most like something; empty where either has nothing in it, or
   * where looking for it would take too long.
   */
  public static Optional<Wording> nearest(String asked, String text, Effort effort) {
    String wanted = Literal.literal(asked);
    FoldedText folded = Literal.of(text);
    String there = folded.text();
    if (wanted.isEmpty()
        || there.isEmpty()
        || !effort.spend((long) wanted.length() * there.length())) {
      return Optional.empty();
    }
    return Optional.of(nearest(wanted, folded));
  }

  private static Wording nearest(String wanted, FoldedText folded) {
    String there = folded.text();
    int length = wanted.length();
    int[] changes = new int[length + 1];
    int[] starts = new int[length + 1];
    for (int i = 0; i <= length; i++) {
      changes[i] = i;
    }
    int least = Integer.MAX_VALUE;
    Range best = new Range(0, 1);
    for (int j = 1; j <= there.length(); j++) {
      int diagonal = 0;
      int diagonalStart = j - 1;
      changes[0] = 0;
      starts[0] = j;
      for (int i = 1; i <= length; i++) {
        int put = diagonal + (wanted.charAt(i - 1) == there.charAt(j - 1) ? 0 : 1);
        int putStart = diagonalStart;
        diagonal = changes[i];
        diagonalStart = starts[i];
        int fewest = put;
        int start = putStart;
        if (changes[i - 1] + 1 < fewest) {
          fewest = changes[i - 1] + 1;
          start = starts[i - 1];
        }
        if (diagonal + 1 < fewest) {
          fewest = diagonal + 1;
          start = diagonalStart;
        }
        changes[i] = fewest;
        starts[i] = start;
      }
      if (changes[length] < least && starts[length] < j) {
        least = changes[length];
        best = new Range(starts[length], j);
      }
    }
    return new Wording(folded.source(best), Math.max(0, 1 - (double) least / length));
  }
}
