package govsearch.engine.lucene.similar;

import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.document.StatementDocuments;
import govsearch.engine.lucene.query.TermWeights;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;

/**
 * How much of what was asked for a statement says in the same characters, weighed by how rare they
 * are: unlike a fused rank it says whether there is anything in common at all. Characters that the
 * collection does not have weigh most, so that a text of another world has little in common with
 * anything.
 */
public final class Likeness {

  /** Below this, for all that a learnt model finds, nothing is claimed to be similar. */
  static final double LEAST = 0.1;

  /**
   * Of a text less of which is known to the collection's problems nothing is claimed without a
   * model. Problems told in words of one's own ({@code src/test/resources/similar}) have 0.074 at
   * the least, weather, cooking and sports hardly any; those between can only be called weak.
   */
  private static final double STRANGE = 0.06;

  /** The same of a text that is about nothing that such reports are about. */
  private static final double STRANGE_MATTER = 0.25;

  /** Below this a statement is but weakly like what was asked for. */
  public static final double CLEAR = 0.15;

  /** The cosine that is as much as {@link #LEAST}, and that which is as much as {@link #CLEAR}. */
  private static final double LEAST_COSINE = 0.5;

  private static final double CLEAR_COSINE = 0.58;

  private final Map<String, Double> weights = new HashMap<>();
  private final double whole;
  private final double known;
  private final double strange;
  private final @Nullable Meaning meaning;

  Likeness(IndexReader reader, AskedText asked, @Nullable Meaning meaning) throws IOException {
    this.meaning = meaning;
    this.strange = strange(asked);
    TermWeights of = new TermWeights(reader);
    double sum = 0;
    double met = 0;
    for (String gram : new HashSet<>(asked.bigrams())) {
      double weight = of.of(Fields.STATEMENT_BIGRAMS, gram);
      weights.put(gram, weight);
      sum += weight;
      met += reader.docFreq(new Term(Fields.STATEMENT_BIGRAMS, gram)) > 0 ? weight : 0;
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
    return isOfAnotherWorld(meaning != null, best, known, strange * whole);
  }

  /**
   * To a model texts of any two worlds are a little alike: what it finds must be clear where the
   * collection does not even know the characters.
   */
  static boolean isOfAnotherWorld(boolean withModel, double best, double known, double least) {
    return isOfAnotherWorld(best, known, least) || (withModel && best < LEAST);
  }

  /**
   * The same without a model.
   *
   * @param known what the collection knows of a text, by weight
   * @param least as much it would know of one of its own world
   */
  private static boolean isOfAnotherWorld(double best, double known, double least) {
    return best < CLEAR && known < least;
  }

  /** The same of a text without a model, of whose weight so much is known to the collection. */
  public static boolean isOfAnotherWorld(AskedText asked, double best, double known, double whole) {
    return isOfAnotherWorld(best, known, strange(asked) * whole);
  }

  private static double strange(AskedText asked) {
    return asked.isOfNoTopic() ? STRANGE_MATTER : STRANGE;
  }

  /** From 0 to 1, by characters or by meaning, whichever is more. */
  double of(int doc, Collection<String> texts) throws IOException {
    double shared = of(texts);
    if (meaning == null) {
      return shared;
    }
    double cosine = meaning.cosine(doc);
    double near = LEAST + (CLEAR - LEAST) * (cosine - LEAST_COSINE) / (CLEAR_COSINE - LEAST_COSINE);
    return Math.max(shared, Math.min(1, near));
  }

  private double of(Collection<String> texts) {
    List<String> grams = new ArrayList<>();
    texts.forEach(text -> StatementDocuments.addBigrams(text, grams));
    Set<String> shared = new HashSet<>(grams);
    double sum = shared.stream().mapToDouble(gram -> weights.getOrDefault(gram, 0.0)).sum();
    return whole == 0 ? 0 : sum / whole;
  }
}
