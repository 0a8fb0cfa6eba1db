package govsearch.engine.lucene.similar;

import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.query.TermWeights;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** The terms that tell most by what an index knows of them, as queries by BM25. */
final class ChosenTerms implements SimilarChannels.Terms<Query> {
  private final IndexSearcher searcher;
  private final TermWeights weights;
  private final boolean ofStatements;

  /** Each term is looked up once: to be weighed, and to be found. */
  private final Map<Term, TermStates> known = new HashMap<>();

  /**
   * Terms of an index.
   *
   * @param ofStatements whether statements are looked for, or paragraphs
   */
  ChosenTerms(IndexSearcher searcher, boolean ofStatements) {
    this.searcher = searcher;
    this.weights = new TermWeights(searcher.getIndexReader());
    this.ofStatements = ofStatements;
  }

  @Override
  public boolean areOfStatements() {
    return ofStatements;
  }

  private String name(SimilarChannels.Field field) {
    return switch (field) {
      case WORDS -> ofStatements ? Fields.STATEMENT_WORDS : Fields.WORDS;
      case BIGRAMS -> ofStatements ? Fields.STATEMENT_BIGRAMS : Fields.LITERAL;
      case CONCEPTS -> ofStatements ? Fields.STATEMENT_CONCEPTS : Fields.CONCEPTS;
      case HEADINGS -> ofStatements ? Fields.STATEMENT_HEADINGS : Fields.HEADINGS;
      case TOPICS -> Fields.STATEMENT_TOPICS;
      case MEASURE_BIGRAMS -> Fields.MEASURE_BIGRAMS;
      case MEASURE_CONCEPTS -> Fields.MEASURE_CONCEPTS;
    };
  }

  private TermStates states(String field, String text) throws IOException {
    Term term = new Term(field, text);
    TermStates states = known.get(term);
    if (states == null) {
      states = TermStates.build(searcher, term, true);
      known.put(term, states);
    }
    return states;
  }

  @Override
  public List<String> best(SimilarChannels.Field field, Map<String, Double> terms, int most)
      throws IOException {
    String name = name(field);
    List<TellingTerms.Weighed> weighed = new ArrayList<>(terms.size());
    for (Map.Entry<String, Double> term : terms.entrySet()) {
      int having = states(name, term.getKey()).docFreq();
      if (having > 0) {
        double weight = term.getValue() * weights.of(name, having);
        weighed.add(new TellingTerms.Weighed(term.getKey(), weight, having));
      }
    }
    return TellingTerms.best(weighed, most);
  }

  @Override
  public List<Query> any(SimilarChannels.Field field, Map<String, Double> terms, int most)
      throws IOException {
    String name = name(field);
    List<Query> any = new ArrayList<>();
    for (String term : best(field, terms, most)) {
      double counts = terms.getOrDefault(term, 1.0);
      Query one = new TermQuery(new Term(name, term), states(name, term));
      any.add(new BoostQuery(one, (float) counts));
    }
    return any;
  }
}
