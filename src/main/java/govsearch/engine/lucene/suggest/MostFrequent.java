package govsearch.engine.lucene.suggest;

import govsearch.engine.NearText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The texts of some that most paragraphs have. To count a phrase is to look at every place where
 * its characters stand; how many paragraphs have its rarest two characters is known, and most texts
 * cannot be among the first by that already.
 */
final class MostFrequent {

  /** What is meant is mostly frequent: behind so many that may be so, it is not looked for. */
  private static final int MOST_COUNTED = 64;

  /** So many are looked at. */
  private static final int MOST_LOOKED_UP = 400;

  private static final Comparator<NearText> ORDER =
      Comparator.comparingLong(NearText::paragraphs).reversed().thenComparing(NearText::text);

  private record Bounded(String text, long atMost) {}

  private MostFrequent() {}

  /**
   * The most frequent, of the same count by their text; none that no paragraph has. Of more than
   * {@value #MOST_COUNTED} that have not been counted, those are left out that can be in the fewest
   * paragraphs.
   *
   * @param texts in literal form
   * @param most how many at the most
   */
  static List<NearText> of(NearestTexts.Counter counter, NearTexts texts, int most)
      throws IOException {
    List<NearText> best = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    texts
        .counts()
        .forEach(
            (text, count) -> {
              if (count > 0) {
                best.add(new NearText(text, count));
              } else if (count == NearTexts.UNKNOWN && unknown.size() < MOST_LOOKED_UP) {
                unknown.add(text);
              }
            });
    List<NearText> counted = new ArrayList<>(best);
    keep(best, most);
    List<Bounded> left = bounded(counter, unknown);
    boolean isKnown = !left.isEmpty() && left.getLast().atMost < Long.MAX_VALUE;
    if (isKnown) {
      left = left.subList(0, Math.min(MOST_COUNTED, left.size()));
    }
    int step = isKnown ? 1 : Math.max(1, left.size()); // those of a cluster in one request
    for (int from = 0; from < left.size(); from += step) {
      boolean isFull = best.size() == most;
      if (most == 0 || (isFull && left.get(from).atMost < best.getLast().paragraphs())) {
        break;
      }
      List<String> next =
          left.subList(from, Math.min(left.size(), from + step)).stream()
              .map(Bounded::text)
              .toList();
      List<Long> counts = counted(counter, left.get(from), counted, next);
      for (int i = 0; i < next.size(); i++) {
        if (counts.get(i) > 0) {
          best.add(new NearText(next.get(i), counts.get(i)));
          counted.add(best.getLast());
        }
      }
      keep(best, most);
    }
    return List.copyOf(best);
  }

  /** Counts some, of which none need be looked for whose number follows from what is counted. */
  private static List<Long> counted(
      NearestTexts.Counter counter, Bounded first, List<NearText> counted, List<String> next)
      throws IOException {
    boolean isImplied =
        next.size() == 1
            && counted.stream()
                .anyMatch(
                    one -> one.paragraphs() == first.atMost && one.text().contains(first.text));
    return isImplied ? List.of(first.atMost) : counter.of(next);
  }

  private static void keep(List<NearText> best, int most) {
    best.sort(ORDER);
    best.subList(Math.min(most, best.size()), best.size()).clear();
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
    bounded.sort(
        Comparator.comparingLong(Bounded::atMost)
            .thenComparingInt(one -> one.text.length()) // what a longer one has a shorter one has
            .reversed());
    return bounded;
  }
}
