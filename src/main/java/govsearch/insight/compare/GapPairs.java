package govsearch.insight.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Pairs of sentences that are left over between the same two pairs: what stands in the same place
 * need not be as alike to be one that was written anew. 现报告如下 and 现将有关情况报告如下 share three twos of
 * four and nine.
 */
final class GapPairs {

  /** Dice's coefficient. */
  private static final double ALIKE = 0.4;

  /** Of the twos of the shorter one, how many the longer one has too. */
  private static final double CONTAINED = 0.6;

  /** Fewer twos say nothing. */
  private static final int LEAST = 3;

  /** A gap with more was rewritten, not reworded. */
  private static final int MOST_OF_A_GAP = 24;

  private record Pair(int a, int b, double likeness) {}

  private final List<ComparedSentence> a;
  private final List<ComparedSentence> b;

  GapPairs(List<ComparedSentence> a, List<ComparedSentence> b) {
    this.a = a;
    this.b = b;
  }

  /** Is told of a pair, by the sentences' numbers. */
  interface Taker {
    void pair(int a, int b);
  }

  /**
   * Finds the pairs of a section.
   *
   * @param fromA numbers of its sentences, ascending
   * @param ofA partners by number, -1 for none
   */
  void find(List<Integer> fromA, List<Integer> fromB, int[] ofA, int[] ofB, Taker taker) {
    int below = -1;
    List<Integer> gap = new ArrayList<>();
    for (int number : fromA) {
      if (ofA[number] < 0) {
        gap.add(number);
      } else if (fromB.contains(ofA[number])) { // else its partner stands in another section
        pair(gap, between(fromB, below, ofA[number], ofB), taker);
        below = ofA[number];
        gap.clear();
      }
    }
    pair(gap, between(fromB, below, Integer.MAX_VALUE, ofB), taker);
  }

  private static List<Integer> between(List<Integer> from, int below, int above, int[] paired) {
    return from.stream()
        .filter(number -> number > below && number < above && paired[number] < 0)
        .toList();
  }

  private void pair(List<Integer> gapA, List<Integer> gapB, Taker taker) {
    if (gapA.size() > MOST_OF_A_GAP || gapB.size() > MOST_OF_A_GAP) {
      return;
    }
    List<Pair> all = new ArrayList<>();
    for (int one : gapA) {
      for (int two : gapB) {
        double likeness = likeness(a.get(one).literal(), b.get(two).literal());
        if (likeness > 0) {
          all.add(new Pair(one, two, likeness));
        }
      }
    }
    all.sort(Comparator.comparingDouble(Pair::likeness).reversed());
    List<Pair> taken = new ArrayList<>();
    for (Pair pair : all) {
      if (taken.stream().noneMatch(other -> crosses(pair, other))) {
        taken.add(pair);
        taker.pair(pair.a(), pair.b());
      }
    }
  }

  private static boolean crosses(Pair one, Pair two) {
    return Integer.compare(one.a(), two.a()) * Integer.compare(one.b(), two.b()) <= 0;
  }

  /** 0 for those that are not alike. */
  private static double likeness(String a, String b) {
    Set<String> twosA = twos(a);
    Set<String> twosB = twos(b);
    int least = Math.min(twosA.size(), twosB.size());
    double all = twosA.size() + twosB.size();
    twosA.retainAll(twosB);
    int shared = twosA.size();
    double dice = all == 0 ? 0 : 2 * shared / all;
    boolean alike = dice >= ALIKE || (least >= LEAST && shared >= CONTAINED * least);
    return alike ? dice : 0;
  }

  private static Set<String> twos(String text) {
    Set<String> twos = new HashSet<>();
    for (int i = 0; i + 2 <= text.length(); i++) {
      twos.add(text.substring(i, i + 2));
    }
    return twos;
  }
}
