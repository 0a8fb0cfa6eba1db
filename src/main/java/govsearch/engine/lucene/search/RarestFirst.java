package govsearch.engine.lucene.search;

import govsearch.engine.lucene.search.TermSums.Weighed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectionTerminatedException;

/**
 * The best by a few words of different rarity, found from the rarest word on. The few documents
 * that have it are mostly the best of all; once as many are known as are wanted, what the more
 * frequent words can add up to without it is less than the worst of these, or too little to match,
 * and nobody needs to look at the documents that have but those. Lucene, which takes the documents
 * in their order, finds out too late how good the best are.
 */
final class RarestFirst {

  /** Where no word is in fewer documents, to begin with the rarest helps little. */
  private static final int RARE = 1 << 14;

  /** Words are taken together as long as they are in no more documents. */
  private static final int AT_ONCE = 1 << 13;

  /** What is in more documents is left to Lucene, which passes over most of them. */
  private static final int FREQUENT = 1 << 17;

  /** Weights are added up as floats. */
  private static final double ROUNDING = 1e-3;

  /** Rarest first. */
  private final List<Weighed> words;

  /** What the words from one on can add to a score at the most. */
  private final double[] scoreFrom;

  /** What they weigh. */
  private final double[] weightFrom;

  private final double needed;
  private final double enough;
  private final int atOnce;
  private final BooleanSupplier over;

  /**
   * The best by some words.
   *
   * @param all the words that are asked for
   * @param needed what the words of a match weigh at the least; 0 where that is not known
   * @param enough what its words weigh together that is known to match
   * @param over whether the time is over
   */
  RarestFirst(TermSums all, double needed, double enough, BooleanSupplier over) {
    this(all, needed, enough, AT_ONCE, over);
  }

  /**
   * The same.
   *
   * @param atOnce in how many documents words may be that are taken together
   */
  RarestFirst(TermSums all, double needed, double enough, int atOnce, BooleanSupplier over) {
    this.atOnce = atOnce;
    this.words = new ArrayList<>(all.terms());
    words.sort(Comparator.comparingInt(Weighed::documents));
    this.needed = needed;
    this.enough = enough;
    this.over = over;
    scoreFrom = new double[words.size() + 1];
    weightFrom = new double[words.size() + 1];
    for (int i = words.size() - 1; i >= 0; i--) {
      scoreFrom[i] = scoreFrom[i + 1] + words.get(i).most();
      weightFrom[i] = weightFrom[i + 1] + words.get(i).weight();
    }
  }

  /** Whether any word is so rare that this is the way to find them. */
  boolean isApt() {
    return !words.isEmpty() && words.getFirst().documents() <= RARE;
  }

  /**
   * Collects the best.
   *
   * @param found takes those that score so much
   * @return whether it went to the end: else the rest is to be looked for in another way, with what
   *     was found
   */
  boolean collect(Iterable<LeafReaderContext> leaves, Candidates found) throws IOException {
    for (LeafReaderContext leaf : leaves) {
      try {
        if (!collect(leaf, found)) {
          return false;
        }
      } catch (CollectionTerminatedException e) {
        return true; // it gave up
      }
    }
    return true;
  }

  private boolean collect(LeafReaderContext leaf, Candidates found) throws IOException {
    PartialSums seen = new PartialSums(0);
    int from = 0;
    while (from < words.size()
        && weightFrom[from] + ROUNDING >= needed
        && scoreFrom[from] >= found.bar()
        && !over.getAsBoolean()) {
      if (words.get(from).documents() > FREQUENT) {
        return false;
      }
      int to = from + 1;
      long documents = words.get(from).documents();
      while (to < words.size() && documents + words.get(to).documents() <= atOnce) {
        documents += words.get(to).documents();
        to++;
      }
      PartialSums sums = new PartialSums(0);
      for (int i = from; i < to; i++) {
        // what has none of the words before may still have all that follow
        sums = sums.with(words.get(i), leaf, found.bar() - scoreFrom[i + 1] - ROUNDING);
      }
      sums.takeOut(seen);
      PartialSums best = sums.split(found.wanted());
      if (best != sums) {
        collect(leaf, best, to, found);
        seen = seen.union(best);
      }
      collect(leaf, sums, to, found);
      seen = seen.union(sums);
      from = to;
    }
    return true;
  }

  /** Adds the other words to what may still be among the best, and shows it to who collects. */
  private void collect(LeafReaderContext leaf, PartialSums sums, int from, Candidates found)
      throws IOException {
    for (int i = from; i < words.size() && sums.size() > 0; i++) {
      sums.keep(found.bar() - scoreFrom[i], needed - ROUNDING - weightFrom[i]);
      sums.add(words.get(i), leaf);
    }
    sums.keep(found.bar(), needed - ROUNDING);
    sums.show(leaf, found, enough);
  }
}
