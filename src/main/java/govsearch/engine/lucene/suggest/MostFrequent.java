package govsearch.engine.lucene.suggest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The texts of some that most paragraphs have. To count a phrase is to look at every place where
 * its characters stand; how many paragraphs have its rarest two characters is known, and most texts
 * cannot be among the first by that already.
 */
final class MostFrequent {

  /** So many are counted between two looks at whether it goes on. */
  private static final int AT_ONCE = 8;

  /** What is meant is mostly frequent: behind so many that may be so, it is not looked for. */
  private static final int MOST_COUNTED = 64;

  private record Bounded(String text, long atMost) {}

  private record Counted(String text, long count) {}

  private MostFrequent() {}

  /**
   * The most frequent, of the same count by their text; none that no paragraph has. Of more than
   * {@value #MOST_COUNTED}, those are left out that can be in the fewest paragraphs.
   *
   * @param texts in literal form, each once
   * @param most how many at the most
   */
  static List<String> of(NearestTexts.Counter counter, Collection<String> texts, int most)
      throws IOException {
    List<Bounded> left = bounded(counter, List.copyOf(texts));
    boolean isKnown = !left.isEmpty() && left.getLast().atMost < Long.MAX_VALUE;
    if (isKnown) {
      left = left.subList(0, Math.min(MOST_COUNTED, left.size()));
    }
    int step = isKnown ? AT_ONCE : Math.max(1, left.size());
    List<Counted> best = new ArrayList<>();
    for (int from = 0; from < left.size(); from += step) {
      boolean isFull = best.size() == most;
      if (most == 0 || (isFull && left.get(from).atMost < best.getLast().count)) {
        break;
      }
      List<String> next =
          left.subList(from, Math.min(left.size(), from + step)).stream()
              .map(Bounded::text)
              .toList();
      List<Long> counts = counter.of(next);
      for (int i = 0; i < next.size(); i++) {
        if (counts.get(i) > 0) {
          best.add(new Counted(next.get(i), counts.get(i)));
        }
      }
      best.sort(Comparator.comparingLong(Counted::count).reversed().thenComparing(Counted::text));
      best.subList(Math.min(most, best.size()), best.size()).clear();
    }
    return best.stream().map(Counted::text).toList();
  }

  /** Those that may be there, the most promising first. */
  private static List<Bounded> bounded(NearestTexts.Counter counter, List<String> texts)
      throws IOException {
    List<Long> bounds = counter.atMost(texts);
    List<Bounded> bounded = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      if (bounds.get(i) > 0) {
        bounded.add(new Bounded(texts.get(i), bounds.get(i)));
      }
    }
    bounded.sort(Comparator.comparingLong(Bounded::atMost).reversed());
    return bounded;
  }
}
