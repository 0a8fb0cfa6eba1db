package govsearch.engine.lucene.suggest;

import govsearch.engine.lucene.query.LiteralQueries;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.search.IndexSearcher;

/**
 * Counts phrases in an index.
 *
 * @param searcher of one request, with its time limit
 */
public record PhraseCounter(IndexSearcher searcher) implements NearestTexts.Counter {

  @Override
  public List<Long> of(List<String> literals) throws IOException {
    return LiteralQueries.counts(searcher, literals);
  }

  @Override
  public boolean isAnywhere(String literal) throws IOException {
    return LiteralQueries.isAnywhere(searcher, literal);
  }

  @Override
  public List<Long> atMost(List<String> literals) throws IOException {
    return LiteralQueries.atMost(searcher.getIndexReader(), literals);
  }
}
