package govsearch.engine.lucene.similar;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Of a text's terms those that tell most, frequent in it and rare in the collection; as Lucene's
 * MoreLikeThis chooses, but of terms that are cut already. Whichever engine knows how rare they
 * are.
 */
public final class TellingTerms {

  /**
   * So much of the index is looked through for one kind of evidence: in a large collection the rare
   * terms alone, which tell most.
   */
  private static final long MOST_POSTINGS = 200_000;

  /**
   * A term of the collection.
   *
   * @param weight how much it tells
   * @param having how many documents have it
   */
  public record Weighed(String term, double weight, long having) {}

  private TellingTerms() {}

  /** How often each term is there, as it counts: with ever less for every time more. */
  public static Map<String, Double> counted(Collection<String> terms) {
    Map<String, Double> counts = new HashMap<>();
    terms.forEach(term -> counts.merge(term, 1.0, Double::sum));
    counts.replaceAll((term, count) -> 1 + Math.log(count));
    return counts;
  }

  /** Those that tell most, best first. */
  public static List<String> best(Collection<Weighed> weighed, int most) {
    Map<String, Double> best = new LinkedHashMap<>();
    long room = MOST_POSTINGS;
    List<Weighed> ordered =
        weighed.stream()
            .filter(one -> one.having > 0)
            .sorted(
                Comparator.comparingDouble(Weighed::weight).reversed().thenComparing(Weighed::term))
            .toList();
    for (Weighed one : ordered) {
      if (best.size() < most && (one.having <= room || best.isEmpty())) {
        best.put(one.term, one.weight);
        room -= one.having;
      }
    }
    return List.copyOf(best.keySet());
  }
}
