package govsearch.text;

import java.util.ArrayList;
import java.util.List;

/** Ranges of a text made to begin and end where words do, so that no half of a word is shown. */
public final class WholeWords {

  private WholeWords() {}

  /**
   * Of each range the words that lie in it whole. What is left where words were cut off has to have
   * a word of two characters: 政法证 of 行政执法证 is nothing.
   *
   * @param ranges ascending and disjoint
   * @param words where a text's words stand, ascending; what is between them is no word
   */
  public static List<Range> of(List<Range> ranges, List<Range> words) {
    List<Range> whole = new ArrayList<>();
    for (Range range : ranges) {
      List<Range> run = new ArrayList<>();
      for (Range word : words) {
        boolean inside = word.start() >= range.start() && word.end() <= range.end();
        if (inside && !run.isEmpty() && run.getLast().end() < word.start()) {
          add(run, range, whole);
          run.clear();
        }
        if (inside) {
          run.add(word);
        }
      }
      add(run, range, whole);
    }
    return whole;
  }

  private static void add(List<Range> run, Range of, List<Range> whole) {
    if (run.isEmpty()) {
      return;
    }
    Range joined = new Range(run.getFirst().start(), run.getLast().end());
    if (joined.equals(of) || run.stream().anyMatch(word -> word.length() > 1)) {
      whole.add(joined);
    }
  }
}
