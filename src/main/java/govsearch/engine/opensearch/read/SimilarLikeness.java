package govsearch.engine.opensearch.read;

import govsearch.engine.lucene.document.StatementDocuments;
import govsearch.engine.lucene.similar.AskedText;
import govsearch.engine.lucene.similar.Likeness;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How much of what was asked for a statement says in the same characters, as they weigh. */
final class SimilarLikeness {
  private final Map<String, Double> weights = new HashMap<>();
  private final double whole;
  private final double known;
  private final AskedText asked;

  SimilarLikeness(SimilarTerms terms, AskedText asked) {
    this.asked = asked;
    Set<String> grams = new HashSet<>(asked.bigrams());
    Map<String, Long> having = terms.bigramsOfStatements(grams);
    double sum = 0;
    double met = 0;
    for (String gram : grams) {
      double weight = terms.weightInStatements(gram);
      weights.put(gram, weight);
      sum += weight;
      met += having.getOrDefault(gram, 0L) > 0 ? weight : 0;
    }
    whole = sum;
    known = met;
  }

  /**
   * Whether what was asked for is of another world than the collection's problems.
   *
   * @param best how like it the most alike of what was found is
   */
  boolean isOfAnotherWorld(double best) {
    return Likeness.isOfAnotherWorld(asked, best, known, whole);
  }

  /** From 0 to 1. */
  double of(Collection<String> texts) {
    List<String> grams = new ArrayList<>();
    texts.forEach(text -> StatementDocuments.addBigrams(text, grams));
    Set<String> shared = new HashSet<>(grams);
    double sum = shared.stream().mapToDouble(gram -> weights.getOrDefault(gram, 0.0)).sum();
    return whole == 0 ? 0 : sum / whole;
  }
}
