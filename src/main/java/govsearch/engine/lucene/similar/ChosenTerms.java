package govsearch.engine.lucene.similar;

import govsearch.engine.lucene.query.TermWeights;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Of a text's terms those that tell most, frequent in it and rare in the collection; as Lucene's
 * MoreLikeThis chooses, but of terms that are cut already.
 */
final class ChosenTerms {

  /**
   * So much of the index is looked through for one kind of evidence: in a large collection the rare
   * terms alone, which tell most.
   */
  private static final long MOST_POSTINGS = 200_000;

  private final IndexSearcher searcher;
  private final TermWeights weights;

  /** Each term is looked up once: to be weighed, and to be found. */
  private final Map<Term, TermStates> known = new HashMap<>();

  ChosenTerms(IndexSearcher searcher) {
    this.searcher = searcher;
    this.weights = new TermWeights(searcher.getIndexReader());
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

  /** How often each term is there, as it counts: with ever less for every time more. */
  static Map<String, Double> counted(Collection<String> terms) {
    Map<String, Double> counts = new HashMap<>();
    terms.forEach(term -> counts.merge(term, 1.0, Double::sum));
    counts.replaceAll((term, count) -> 1 + Math.log(count));
    return counts;
  }

  /**
   * The terms of the collection that tell most, best first, with how much.
   *
   * @param terms with how much each counts
   */
  Map<String, Double> best(String field, Map<String, Double> terms, int most) throws IOException {
    record Weighed(String term, double weight) {}
    List<Weighed> weighed = new ArrayList<>();
    for (var term : terms.entrySet()) {
      int having = states(field, term.getKey()).docFreq();
      if (having > 0) {
        weighed.add(new Weighed(term.getKey(), term.getValue() * weights.of(field, having)));
      }
    }
    weighed.sort(
        Comparator.comparingDouble(Weighed::weight).reversed().thenComparing(Weighed::term));
    Map<String, Double> best = new LinkedHashMap<>();
    long room = MOST_POSTINGS;
    for (Weighed one : weighed) {
      int having = states(field, one.term()).docFreq();
      if (best.size() < most && (having <= room || best.isEmpty())) {
        best.put(one.term(), one.weight());
        room -= having;
      }
    }
    return best;
  }

  /** What has any of the best terms, by BM25; matches nothing where there are none. */
  BooleanQuery any(String field, Map<String, Double> terms, int most) throws IOException {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (String term : best(field, terms, most).keySet()) {
      double counts = terms.getOrDefault(term, 1.0);
      Query one = new TermQuery(new Term(field, term), states(field, term));
      any.add(new BoostQuery(one, (float) counts), Occur.SHOULD);
    }
    return any.build();
  }
}
