package govsearch.engine.lucene.query;

import govsearch.engine.lucene.analysis.AskedWords;
import govsearch.engine.lucene.analysis.Fields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Paragraphs in which words, each with its weight, add up to enough. Where all of them are wanted,
 * see {@link WeighedSums}; where few are looked at, each is added up by itself.
 */
final class WeighedWordsQuery extends Query {

  /** Of so many documents one is looked at, or fewer, where it pays to look at each by itself. */
  private static final int SPARSE = 64;

  /**
   * Words that belong together.
   *
   * @param words with their weights
   * @param wholly what makes the whole weight count, whatever words there are: the first of these
   *     in the text, the others possibly in documents that are no paragraphs
   */
  record Part(Map<Term, Double> words, List<Query> wholly, double weight) {
    Part {
      words = Map.copyOf(words);
      wholly = List.copyOf(wholly);
    }
  }

  /**
   * What of a text's words can be found one by one: words, and two characters that stand together.
   */
  static Set<Term> terms(AskedWords asked) {
    Set<Term> terms = new LinkedHashSet<>();
    asked.telling().forEach(word -> terms.add(new Term(Fields.WORDS, word)));
    asked.joints().forEach(joint -> terms.add(new Term(Fields.LITERAL, joint)));
    return terms;
  }

  private final List<Part> parts;
  private final double least;

  /**
   * Paragraphs with enough.
   *
   * @param parts that are asked for, each with its words
   * @param least sum that is enough
   */
  WeighedWordsQuery(List<Part> parts, double least) {
    this.parts = List.copyOf(parts);
    this.least = least;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost)
      throws IOException {
    List<List<Weight>> wholly = new ArrayList<>();
    for (Part part : parts) {
      List<Weight> weights = new ArrayList<>();
      for (Query query : part.wholly()) {
        Query rewritten = searcher.rewrite(query);
        weights.add(searcher.createWeight(rewritten, ScoreMode.COMPLETE_NO_SCORES, 1));
      }
      wholly.add(weights);
    }
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
        WeighedSums sums = new WeighedSums(parts, wholly, least, context);
        return sums.cost() == 0 ? null : supplier(sums, context, score(), scoreMode);
      }

      @Override
      public boolean isCacheable(LeafReaderContext context) {
        return false; // weights depend on the whole collection
      }
    };
  }

  private static ScorerSupplier supplier(
      WeighedSums sums, LeafReaderContext context, float score, ScoreMode scoreMode) {
    return new ScorerSupplier() {
      @Override
      public Scorer get(long leadCost) throws IOException {
        if (leadCost * SPARSE < sums.cost()) {
          return new ConstantScoreScorer(score, scoreMode, sums.oneByOne());
        }
        FixedBitSet enough = sums.all(context.reader().maxDoc());
        BitSetIterator docs = new BitSetIterator(enough, enough.cardinality());
        return new ConstantScoreScorer(score, scoreMode, docs);
      }

      @Override
      public long cost() {
        return sums.cost();
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return "weighed " + parts + " at least " + least;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WeighedWordsQuery that
        && parts.equals(that.parts)
        && least == that.least;
  }

  @Override
  public int hashCode() {
    return 31 * parts.hashCode() + Double.hashCode(least);
  }
}
