package govsearch.engine.lucene.query;

import govsearch.engine.lucene.analysis.AskedWords;
import govsearch.engine.lucene.analysis.Fields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
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
 * Paragraphs in which words, each with its weight, add up to enough. Adds them up for a stretch of
 * documents at a time, posting by posting: a disjunction of scorers would take ten times as long.
 */
final class WeighedWordsQuery extends Query {

  private static final int STRETCH = 1 << 13;

  /**
   * Words that belong together.
   *
   * @param words with their weights
   * @param wholly what makes the whole weight count, whatever words there are
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
        int maxDoc = context.reader().maxDoc();
        List<Sum> sums = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
          sums.add(Sum.of(parts.get(i), wholly.get(i), context));
        }
        FixedBitSet enough = enough(sums, maxDoc);
        keepParagraphs(context, enough);
        int count = enough.cardinality();
        return count == 0
            ? null
            : ConstantScoreScorerSupplier.fromIterator(
                new BitSetIterator(enough, count), score(), scoreMode, maxDoc);
      }

      @Override
      public boolean isCacheable(LeafReaderContext context) {
        return false; // weights depend on the whole collection
      }
    };
  }

  private FixedBitSet enough(List<Sum> sums, int maxDoc) throws IOException {
    FixedBitSet enough = new FixedBitSet(maxDoc);
    float[] all = new float[STRETCH];
    float[] one = new float[STRETCH];
    int from = first(sums);
    while (from < maxDoc) {
      int to = Math.min(maxDoc, from + STRETCH);
      Arrays.fill(all, 0);
      for (Sum sum : sums) {
        sum.add(from, to, one, all);
      }
      for (int i = 0; i < to - from; i++) {
        if (all[i] > 0 && all[i] >= least) {
          enough.set(from + i);
        }
      }
      from = first(sums);
    }
    return enough;
  }

  /** Heads and statements have words as well; they are no hits. */
  private static void keepParagraphs(LeafReaderContext context, FixedBitSet enough)
      throws IOException {
    FixedBitSet paragraphs = new FixedBitSet(enough.length());
    PostingsEnum all =
        context.reader().postings(new Term(Fields.TYPE, Fields.PARAGRAPH), PostingsEnum.NONE);
    if (all != null) {
      all.nextDoc();
      all.intoBitSet(enough.length(), paragraphs, 0);
    }
    enough.and(paragraphs);
  }

  private static int first(List<Sum> sums) {
    return sums.stream().mapToInt(Sum::next).min().orElse(DocIdSetIterator.NO_MORE_DOCS);
  }

  /** One part in one segment. */
  private record Sum(
      List<DocIdSetIterator> words, List<Float> weights, List<DocIdSetIterator> wholly, float all) {

    static Sum of(Part part, List<Weight> wholly, LeafReaderContext context) throws IOException {
      Sum sum =
          new Sum(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), (float) part.weight());
      for (Map.Entry<Term, Double> word : part.words().entrySet()) {
        PostingsEnum postings = context.reader().postings(word.getKey(), PostingsEnum.NONE);
        if (postings != null) {
          postings.nextDoc();
          sum.words.add(postings);
          sum.weights.add(word.getValue().floatValue());
        }
      }
      for (Weight weight : wholly) {
        Scorer scorer = weight.scorer(context);
        if (scorer != null) {
          DocIdSetIterator iterator = scorer.iterator();
          iterator.nextDoc();
          sum.wholly.add(iterator);
        }
      }
      return sum;
    }

    int next() {
      int next = DocIdSetIterator.NO_MORE_DOCS;
      for (DocIdSetIterator word : words) {
        next = Math.min(next, word.docID());
      }
      for (DocIdSetIterator one : wholly) {
        next = Math.min(next, one.docID());
      }
      return next;
    }

    /** Adds this part's sums of some documents to those of all parts. */
    void add(int from, int to, float[] scratch, float[] sums) throws IOException {
      Arrays.fill(scratch, 0);
      for (int i = 0; i < words.size(); i++) {
        DocIdSetIterator word = words.get(i);
        float weight = weights.get(i);
        for (int doc = word.docID(); doc < to; doc = word.nextDoc()) {
          scratch[doc - from] += weight;
        }
      }
      for (DocIdSetIterator one : wholly) {
        for (int doc = one.docID(); doc < to; doc = one.nextDoc()) {
          scratch[doc - from] = all;
        }
      }
      for (int i = 0; i < to - from; i++) {
        sums[i] += scratch[i];
      }
    }
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
