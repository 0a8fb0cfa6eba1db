package govsearch.engine.lucene.similar;

import govsearch.engine.Deadline;
import govsearch.engine.Learnt;
import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.query.FilterQueries;
import govsearch.engine.lucene.query.MeantQuery;
import govsearch.engine.lucene.snapshot.LimitedSearcher;
import govsearch.query.FacetField;
import govsearch.query.Filters;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * Paragraphs with a problem, or with what is planned against one, that a learnt model holds near a
 * question; it knows no others.
 */
public final class NearParagraphs {

  private static final int MOST = 100;

  private NearParagraphs() {}

  /**
   * Null as long as the model does not know the whole collection: pages would not go together; or
   * where it fails.
   */
  public static @Nullable MeantQuery of(
      Vectors vectors, LimitedSearcher searcher, String question, Filters filters)
      throws IOException {
    if (vectors.learnt().state() != Learnt.State.ON) {
      Deadline.current().waive();
      return null;
    }
    float[] asked;
    try {
      asked = vectors.question(question);
    } catch (AskedModel.FailedException e) { // which was logged
      Deadline.current().waive();
      return null;
    }
    Query problems = new TermQuery(new Term(Fields.TYPE, Fields.STATEMENT));
    // Problems are found for plans too, which stand in another section.
    Query filter =
        filters.on(FacetField.SECTION).isEmpty()
            ? FilterQueries.behindHeads(problems, filters)
            : problems;
    VectorRanking ranking = vectors.ranking(searcher, filter);
    StatementValues values = new StatementValues(searcher.getIndexReader(), print -> false, 1);
    Map<Integer, Float> near = new HashMap<>();
    for (ScoreDoc one : ranking.nearest(asked, VectorRanking.Of.PROBLEMS, MOST)) {
      add(values.of(one.doc).paragraph(), one.score, near);
    }
    for (ScoreDoc one : ranking.nearest(asked, VectorRanking.Of.MEASURES, MOST)) {
      add(values.of(one.doc).measureParagraph(), one.score, near);
    }
    return new MeantQuery(near);
  }

  private static void add(int paragraph, float cosine, Map<Integer, Float> near) {
    float how = (cosine - Meaning.LEAST) / (1 - Meaning.LEAST);
    if (how > 0) {
      near.merge(paragraph, Math.min(1, how), Math::max);
    }
  }
}
