package govsearch.engine.lucene.search;

import govsearch.engine.lucene.query.KnowingSearcher;
import govsearch.engine.lucene.query.TermWeights;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.apache.lucene.util.IOSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a few documents score by some terms, of which a document may have any: added up term by
 * term. A scorer would take all of the terms from document to document together, and put them in
 * order for each.
 */
final class TermSums {

  /**
   * A term.
   *
   * @param weight its inverse document frequency, with its boost
   */
  record Weighed(TermQuery query, TermStates states, SimScorer scorer, double weight) {

    /** How many documents have it. */
    int documents() {
      return states.docFreq();
    }

    /** Where it is. */
    String field() {
      return query.getTerm().field();
    }

    /** What a document scores that has it so often, and is so long. */
    float score(float count, long length) {
      return scorer.score(count, length);
    }

    /** More than it scores nowhere. */
    float most() {
      return scorer.score(Float.MAX_VALUE, 1);
    }

    /** The documents of a segment that have it; null for none. */
    @Nullable PostingsEnum postings(LeafReaderContext leaf) throws IOException {
      IOSupplier<TermState> supplier = states.get(leaf);
      TermState state = supplier == null ? null : supplier.get();
      if (state == null) {
        return null;
      }
      TermsEnum terms = leaf.reader().terms(field()).iterator();
      terms.seekExact(query.getTerm().bytes(), state);
      return terms.postings(null, PostingsEnum.FREQS);
    }
  }

  private final List<Weighed> terms;

  private TermSums(List<Weighed> terms) {
    this.terms = terms;
  }

  /** Of a query that was rewritten; null for one that is anything but terms with their boosts. */
  static @Nullable TermSums of(KnowingSearcher searcher, Query query) throws IOException {
    if (!(query instanceof BooleanQuery any) || any.getMinimumNumberShouldMatch() > 1) {
      return null;
    }
    TermWeights weights = new TermWeights(searcher);
    List<Weighed> terms = new ArrayList<>();
    for (BooleanClause clause : any) {
      float boost = clause.query() instanceof BoostQuery boosted ? boosted.getBoost() : 1;
      Query plain =
          clause.query() instanceof BoostQuery boosted ? boosted.getQuery() : clause.query();
      if (clause.occur() != Occur.SHOULD || !(plain instanceof TermQuery term)) {
        return null;
      }
      TermStates states = searcher.states(term.getTerm());
      if (states.docFreq() > 0) {
        double weight = boost * weights.of(term.getTerm().field(), states.docFreq());
        terms.add(new Weighed(term, states, scorer(searcher, term, states, boost), weight));
      }
    }
    return new TermSums(terms);
  }

  /** Those that any document has, in the order of the query. */
  List<Weighed> terms() {
    return terms;
  }

  private static SimScorer scorer(
      IndexSearcher searcher, TermQuery query, TermStates states, float boost) throws IOException {
    return searcher
        .getSimilarity()
        .scorer(
            boost,
            searcher.collectionStatistics(query.getTerm().field()),
            searcher.termStatistics(query.getTerm(), states.docFreq(), states.totalTermFreq()));
  }

  /**
   * Adds up what some documents of a segment score.
   *
   * @param docs in the segment, ascending
   */
  double[] of(LeafReaderContext leaf, int[] docs) throws IOException {
    double[] sums = new double[docs.length];
    Map<String, long[]> norms = new HashMap<>();
    for (Weighed one : terms) {
      PostingsEnum postings = one.postings(leaf);
      if (postings != null) {
        String field = one.field();
        long[] lengths = norms.get(field);
        if (lengths == null) {
          lengths = norms(leaf, field, docs);
          norms.put(field, lengths);
        }
        add(postings, one.scorer, docs, lengths, sums);
      }
    }
    return sums;
  }

  private static void add(
      PostingsEnum postings, SimScorer scorer, int[] docs, long[] norms, double[] sums)
      throws IOException {
    int at = -1;
    for (int i = 0; i < docs.length; i++) {
      if (at < docs[i]) {
        at = postings.advance(docs[i]);
      }
      if (at == docs[i]) {
        sums[i] += scorer.score(postings.freq(), norms[i]);
      }
    }
  }

  /** How long the documents are in a field; where that does not count, all are of one length. */
  private static long[] norms(LeafReaderContext leaf, String field, int[] docs) throws IOException {
    NumericDocValues values = leaf.reader().getNormValues(field);
    long[] norms = new long[docs.length];
    for (int i = 0; i < docs.length; i++) {
      norms[i] = values != null && values.advanceExact(docs[i]) ? values.longValue() : 1;
    }
    return norms;
  }
}
