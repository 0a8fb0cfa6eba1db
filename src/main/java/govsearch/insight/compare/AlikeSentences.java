package govsearch.insight.compare;

import govsearch.engine.Deadline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which sentences of two lists are alike by their characters in twos. Two reports of sentences that
 * are all alike have as many pairs as one has sentences times the other: of those of one sentence
 * only the best are kept, and where there are very many, not all are looked for.
 */
final class AlikeSentences {

  /** Dice's coefficient, from which on two sentences are one that was changed. */
  private static final double ALIKE = 0.6;

  /** Enough of one sentence's: the best is mostly taken by no other. */
  private static final int MOST_OF_ONE = 64;

  /**
   * So many sentences that share two characters are looked at one by one; reports of a usual length
   * have fewer sentences than that altogether.
   */
  private static final int MOST_HAVING = 500;

  /** Two sentences, by their numbers in the lists. */
  record Alike(int a, int b, double likeness) {}

  private static final Comparator<Alike> BEST_FIRST =
      Comparator.comparingDouble(Alike::likeness)
          .reversed()
          .thenComparingInt(Alike::a)
          .thenComparingInt(Alike::b);

  private final List<int[]> twosA;
  private final List<int[]> twosB;
  private final Map<Integer, int[]> having = new HashMap<>();

  AlikeSentences(List<String> a, List<String> b) {
    twosA = a.stream().map(AlikeSentences::twos).toList();
    twosB = b.stream().map(AlikeSentences::twos).toList();
    Map<Integer, Integer> counts = new HashMap<>();
    twosA.forEach(twos -> Arrays.stream(twos).forEach(two -> counts.merge(two, 1, Integer::sum)));
    Map<Integer, Integer> next = new HashMap<>();
    for (int number = 0; number < twosA.size(); number++) {
      for (int two : twosA.get(number)) {
        int count = Math.min(MOST_HAVING, counts.getOrDefault(two, 0));
        int at = next.merge(two, 1, Integer::sum) - 1;
        if (at < count) {
          having.computeIfAbsent(two, key -> new int[count])[at] = number;
        }
      }
    }
  }

  /** The pairs that are alike, best first. */
  List<Alike> best() {
    Deadline deadline = Deadline.current();
    int[] shared = new int[twosA.size()];
    int[] touched = new int[twosA.size()];
    List<Alike> found = new ArrayList<>();
    for (int number = 0; number < twosB.size(); number++) {
      deadline.check();
      found.addAll(of(number, shared, touched));
    }
    found.sort(BEST_FIRST);
    return found;
  }

  /**
   * The best of one sentence of b.
   *
   * @param shared all zero, before and afterwards
   */
  private List<Alike> of(int b, int[] shared, int[] touched) {
    int count = 0;
    for (int two : twosB.get(b)) {
      for (int a : having.getOrDefault(two, new int[0])) {
        if (shared[a]++ == 0) {
          touched[count++] = a;
        }
      }
    }
    List<Alike> alike = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int a = touched[i];
      double likeness = 2.0 * shared[a] / (twosA.get(a).length + twosB.get(b).length);
      if (likeness >= ALIKE) {
        alike.add(new Alike(a, b, likeness));
      }
      shared[a] = 0;
    }
    if (alike.size() > MOST_OF_ONE) {
      alike.sort(BEST_FIRST);
      return alike.subList(0, MOST_OF_ONE);
    }
    return alike;
  }

  /** The different twos of a text, each as one number. */
  private static int[] twos(String text) {
    int[] twos = new int[Math.max(0, text.length() - 1)];
    for (int i = 0; i < twos.length; i++) {
      twos[i] = text.charAt(i) << Character.SIZE | text.charAt(i + 1);
    }
    return Arrays.stream(twos).distinct().toArray();
  }
}
