package govsearch.engine.lucene.suggest;

import govsearch.engine.lucene.query.LiteralQueries;
import govsearch.engine.lucene.snapshot.IndexedBigrams;
import govsearch.engine.lucene.snapshot.LimitedSearcher;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts phrases in an index.
 *
 * @param searcher of one request, with its time limit
 * @param bigrams of the same index
 */
public record PhraseCounter(LimitedSearcher searcher, IndexedBigrams bigrams)
    implements NearestTexts.Counter {

  @Override
  public List<Long> of(List<String> literals) throws IOException {
    return LiteralQueries.counts(searcher, literals);
  }

  @Override
  public boolean isAnywhere(String literal) throws IOException {
    return atMost(literal) > 0 && LiteralQueries.isAnywhere(searcher, literal);
  }

  @Override
  public List<Long> atMost(List<String> literals) {
    List<Long> bounds = new ArrayList<>(literals.size());
    literals.forEach(literal -> bounds.add(atMost(literal)));
    return bounds;
  }

  /** As many as have the rarest two characters of it, as far as these are known. */
  private long atMost(String literal) {
    long least = Long.MAX_VALUE;
    for (int i = 1; i < literal.length(); i++) {
      char first = literal.charAt(i - 1);
      char second = literal.charAt(i);
      if (!Character.isSurrogate(first) && !Character.isSurrogate(second)) {
        least = Math.min(least, bigrams.count(first, second));
      }
    }
    return least;
  }

  @Override
  public Optional<Map<String, Long>> between(String before, String behind) throws IOException {
    return new OneBetween(searcher, bigrams, before, behind).texts();
  }
}
