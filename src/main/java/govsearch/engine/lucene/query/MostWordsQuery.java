package govsearch.engine.lucene.query;

import govsearch.engine.lucene.analysis.Fields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.TermQuery;

/**
 * Paragraphs that have what weighs most in several terms. Words are not counted but weighed by how
 * rare they are: in 网格员留不住 the word 网格 tells more than 员, 留 and 住 together. A term also counts as
 * there where it names the paragraph's setting. A word that no paragraph has weighs nothing: nobody
 * could prefer one paragraph to another by it.
 *
 * <p>Where the terms say a concept with enough of their weight, so does every paragraph that says
 * it in whatever words.
 */
final class MostWordsQuery extends Query {

  /**
   * The least part of the weight that must be there. A natural question has many words, and its
   * answer few of them: with a half, half of such questions in the golden file find nothing.
   */
  static final double LEAST = 0.25;

  /** Weights are added up as floats. */
  private static final double ROUNDING = 1e-3;

  /**
   * One term.
   *
   * @param words of it, and what joins its single characters to them
   * @param literal what matches it literally
   * @param setting what matches it as a setting
   */
  record Part(Set<Term> words, Query literal, Optional<Query> setting) {}

  /**
   * What all terms together say, and other paragraphs in other words.
   *
   * @param words of the terms, those that say it
   */
  record Concept(String name, Set<Term> words) {}

  private final List<Part> parts;
  private final List<Concept> concepts;
  private final double leastShare;
  private final Set<String> topics;

  /**
   * What has enough of some terms.
   *
   * @param leastShare of the weight that must be there, {@link #LEAST} for what is called most
   * @param topics of which one is enough too
   */
  MostWordsQuery(List<Part> parts, List<Concept> concepts, double leastShare, Set<String> topics) {
    this.parts = List.copyOf(parts);
    this.concepts = List.copyOf(concepts);
    this.leastShare = leastShare;
    this.topics = Set.copyOf(topics);
  }

  /** What words must add up to at the least, or a little more. */
  static double enough(List<Term> words, double leastShare, TermWeights weights)
      throws IOException {
    return leastShare * whole(words, weights) + ROUNDING;
  }

  /** The same, or a little less. */
  static double needed(List<Term> words, double leastShare, TermWeights weights)
      throws IOException {
    return Math.max(0, leastShare * whole(words, weights) - ROUNDING);
  }

  private static double whole(List<Term> words, TermWeights weights) throws IOException {
    double whole = 0;
    for (Term word : words) {
      whole += weights.ofThere(word);
    }
    return whole;
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    TermWeights weights = new TermWeights(searcher);
    Set<Term> seen = new LinkedHashSet<>();
    List<WeighedWordsQuery.Part> weighed = new ArrayList<>();
    double whole = 0;
    for (Part part : parts) {
      Map<Term, Double> words = new LinkedHashMap<>();
      double weight = 0;
      for (Term word : part.words()) {
        if (KnowingSearcher.docFreq(searcher, word) > 0 && seen.add(word)) {
          double one = weights.of(word);
          words.put(word, one);
          weight += one;
        }
      }
      if (weight > 0) {
        List<Query> wholly = new ArrayList<>(List.of(part.literal()));
        part.setting().ifPresent(wholly::add);
        weighed.add(new WeighedWordsQuery.Part(words, wholly, weight));
        whole += weight;
      }
    }
    double least = leastShare * whole - ROUNDING;
    Query enough = new WeighedWordsQuery(weighed, least);
    if (concepts.isEmpty() && topics.isEmpty()) {
      return enough;
    }
    BooleanQuery.Builder ways = new BooleanQuery.Builder().add(enough, Occur.SHOULD);
    for (Concept concept : concepts) {
      if (weights.of(concept.words()) >= least) {
        ways.add(new TermQuery(new Term(Fields.CONCEPTS, concept.name())), Occur.SHOULD);
      }
    }
    topics.forEach(topic -> ways.add(new TermQuery(new Term(Fields.TOPICS, topic)), Occur.SHOULD));
    return ways.build();
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return leastShare + " of " + parts + " or " + concepts + " or " + topics;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MostWordsQuery that
        && parts.equals(that.parts)
        && concepts.equals(that.concepts)
        && leastShare == that.leastShare
        && topics.equals(that.topics);
  }

  @Override
  public int hashCode() {
    return Objects.hash(parts, concepts, leastShare, topics);
  }
}
