package govsearch.engine.lucene.suggest;

import govsearch.engine.NearText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The texts of some that most paragraphs have. To count a phrase is to look at places where its
 * characters stand; how many paragraphs have its rarest two characters is known, and how often it
 * was met where it was looked for among others: most texts cannot be among the first by that
 * already.
 */
final class MostFrequent {

  /** What is meant is mostly frequent: behind so many that may be so, it is not looked for. */
  private static final int MOST_COUNTED = 64;

  /** So many are looked at. */
  private static final int MOST_LOOKED_UP = 400;

  private record Found(String text, Counted count) {
    /** Those of many paragraphs by how many these may be. */
    private static final Comparator<Found> ORDER =
        Comparator.<Found>comparingLong(found -> found.count.about())
            .thenComparingInt(found -> found.text.length())
            .reversed()
            .thenComparing(Found::text);

    NearText near() {
      return new NearText(text, count.exact() ? count.paragraphs() : rounded(), count.exact());
    }

    /** Of an accidental number one digit: at least 300 for 317. */
    private long rounded() {
      long unit = 1;
      while (count.paragraphs() / unit >= 10) {
        unit *= 10;
      }
      return count.paragraphs() / unit * unit;
    }
  }

  /**
   * One that has not been counted, or not to the end.
   *
   * @param atMost it is not in more; it may be in fewer, even if it was met
   */
  private record Open(String text, Counted met, long atMost) {
    /** Those that were met first; what a longer one has a shorter one has. */
    private static final Comparator<Open> ORDER =
        Comparator.comparingLong(Open::promise)
            .thenComparingInt((Open one) -> one.text.length())
            .reversed()
            .thenComparing(Open::text);

    /** What was met in about as many as may have it may be in all of them. */
    long promise() {
      return met.paragraphs() == 0 || met.about() >= atMost / 2 ? atMost : met.about();
    }
  }

  private MostFrequent() {}

  /**
   * The most frequent, of the same count by their text; none that no paragraph has. Of more than
   * {@value #MOST_COUNTED} that have not been counted, those are left out that can be in the fewest
   * paragraphs, and those for which no work is left.
   *
   * @param texts in literal form
   * @param most how many at the most
   */
  static List<NearText> of(TextCounter counter, NearTexts texts, int most) throws IOException {
    List<Found> best = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (Map.Entry<String, Counted> one : texts.counts().entrySet()) {
      if (one.getValue().exact()) {
        if (one.getValue().paragraphs() > 0) {
          best.add(new Found(one.getKey(), one.getValue()));
        }
      } else if (unknown.size() < MOST_LOOKED_UP) {
        unknown.add(one.getKey());
      }
    }
    List<Found> counted = new ArrayList<>(best);
    keep(best, most);
    List<Open> left = open(counter, texts, unknown);
    boolean isKnown = !left.isEmpty() && left.getLast().atMost < Long.MAX_VALUE;
    if (isKnown) {
      left = left.subList(0, Math.min(MOST_COUNTED, left.size()));
    }
    int step = isKnown ? 1 : Math.max(1, left.size()); // those of a cluster in one request
    for (int from = 0; from < left.size(); from += step) {
      boolean isFull = best.size() == most;
      if (most == 0 || (isFull && left.get(from).promise() < best.getLast().count.about())) {
        break;
      }
      List<Open> next = left.subList(from, Math.min(left.size(), from + step));
      List<Counted> counts = counted(counter, counted, next);
      for (int i = 0; i < next.size(); i++) {
        Found found = new Found(next.get(i).text, counts.get(i));
        if (found.count.paragraphs() > 0) {
          best.add(found);
          counted.add(found);
        }
      }
      keep(best, most);
    }
    return best.stream().map(Found::near).toList();
  }

  /** Counts some, of which none need be looked for whose number follows from what is counted. */
  private static List<Counted> counted(TextCounter counter, List<Found> counted, List<Open> next)
      throws IOException {
    Optional<Counted> implied =
        next.size() == 1 ? implied(counted, next.getFirst()) : Optional.empty();
    if (implied.isPresent()) {
      return List.of(implied.get());
    }
    List<Counted> counts = counter.of(next.stream().map(Open::text).toList());
    List<Counted> better = new ArrayList<>(counts.size());
    for (int i = 0; i < counts.size(); i++) {
      Counted count = counts.get(i);
      Counted met = next.get(i).met;
      better.add(count.exact() || count.paragraphs() >= met.paragraphs() ? count : met);
    }
    return better;
  }

  /** What has a longer text has a shorter one in it; not many more, where not many more can. */
  private static Optional<Counted> implied(List<Found> counted, Open open) {
    return counted.stream()
        .filter(one -> one.text.contains(open.text))
        .map(Found::count)
        .filter(
            count ->
                count.exact()
                    ? count.paragraphs() == open.atMost
                    : count.about() >= open.atMost / 2)
        .findFirst();
  }

  private static void keep(List<Found> best, int most) {
    best.sort(Found.ORDER);
    best.subList(Math.min(most, best.size()), best.size()).clear();
  }

  /** Those that may be there, the most promising first. */
  private static List<Open> open(TextCounter counter, NearTexts texts, List<String> unknown)
      throws IOException {
    List<Long> bounds = counter.atMost(unknown);
    List<Open> open = new ArrayList<>();
    for (int i = 0; i < unknown.size(); i++) {
      if (bounds.get(i) > 0) {
        String text = unknown.get(i);
        Counted met = texts.counts().getOrDefault(text, Counted.UNKNOWN);
        open.add(new Open(text, met, bounds.get(i)));
      }
    }
    open.sort(Open.ORDER);
    return open;
  }
}
