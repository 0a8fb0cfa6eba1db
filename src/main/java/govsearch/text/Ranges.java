package govsearch.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Sets of ranges, as highlights need them: in order and disjoint. */
public final class Ranges {

  private static final Comparator<Range> BY_START =
      Comparator.comparingInt(Range::start).thenComparingInt(Range::end);

  private Ranges() {}

  /**
   * Sorts the ranges and joins those that overlap. Ranges that only touch stay apart: two words
   * side by side are two matches.
   */
  public static List<Range> merged(List<Range> ranges) {
    List<Range> sorted = ranges.stream().sorted(BY_START).toList();
    List<Range> result = new ArrayList<>(sorted.size());
    for (Range next : sorted) {
      Range last = result.isEmpty() ? null : result.getLast();
      if (last != null && (next.start() < last.end() || next.equals(last))) {
        result.set(result.size() - 1, new Range(last.start(), Math.max(last.end(), next.end())));
      } else {
        result.add(next);
      }
    }
    return List.copyOf(result);
  }
}
