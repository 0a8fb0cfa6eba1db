package govsearch.engine.lucene.search;

import govsearch.engine.lucene.query.FilterQueries;
import govsearch.engine.lucene.query.QueryTranslator;
import govsearch.engine.lucene.query.TermWeights;
import govsearch.engine.lucene.snapshot.Matches;
import govsearch.engine.lucene.snapshot.Snapshot;
import govsearch.query.Filters;
import govsearch.query.Mode;
import govsearch.query.Presentation;
import govsearch.query.SortOrder;
import java.io.IOException;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/** What a request matches on one snapshot, as Lucene's queries. */
final class MatchQuery {

  private final Snapshot snapshot;
  private final IndexSearcher searcher;
  private final QueryTranslator translator;
  private final govsearch.query.Query query;
  private final Mode mode;
  private final Filters filters;
  private final Presentation presentation;

  MatchQuery(
      Snapshot snapshot,
      IndexSearcher searcher,
      QueryTranslator translator,
      govsearch.query.Query query,
      Mode mode,
      Filters filters,
      Presentation presentation) {
    this.snapshot = snapshot;
    this.searcher = searcher;
    this.translator = translator;
    this.query = query;
    this.mode = mode;
    this.filters = filters;
    this.presentation = presentation;
  }

  /**
   * What matches the query, scored by substance. Literal hits stand in a tier above the others, and
   * those with all the words in one above those with most of them; whether most words tell more
   * than a concept is left to the score.
   */
  Query scored() throws IOException {
    Query matching = translator.translate(query, mode);
    Query fitting =
        new BooleanQuery.Builder()
            .add(matching, Occur.FILTER)
            .add(
                translator.scoring(query, mode, new TermWeights(searcher.getIndexReader())),
                Occur.SHOULD)
            .build();
    Query scored = new FunctionScoreQuery(fitting, new SubstanceScore(snapshot.formula()));
    BooleanQuery.Builder base = new BooleanQuery.Builder().add(scored, Occur.MUST);
    for (Mode stricter : Mode.values()) {
      if (stricter.compareTo(mode) < 0 && stricter != Mode.MOST) {
        base.add(new ConstantScoreQuery(translator.translate(query, stricter)), Occur.SHOULD);
      }
    }
    return shown(base);
  }

  /** The same paragraphs, all of the same score. */
  Query unscored() throws IOException {
    Query matching = translator.translate(query, mode);
    return shown(new BooleanQuery.Builder().add(matching, Occur.FILTER));
  }

  private Query shown(BooleanQuery.Builder base) throws IOException {
    if (presentation.substanceOnly()) {
      base.add(new SubstanceQuery(snapshot.formula()), Occur.FILTER);
    }
    return base.build();
  }

  Query filtered(Query base) {
    return FilterQueries.filtered(base, filters, null);
  }

  /** What is shown of all that matches: of each fold the first in an order, if hits are folded. */
  Matches folded(Matches all, SortOrder order) throws IOException {
    return presentation.fold() ? FoldHeads.of(all, snapshot.alike(), snapshot.order(order)) : all;
  }
}
