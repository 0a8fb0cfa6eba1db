package govsearch.engine.lucene.suggest;

import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.query.Cover;
import govsearch.engine.lucene.query.LiteralQueries;
import govsearch.engine.lucene.query.PhrasePostings;
import govsearch.engine.lucene.snapshot.IndexedBigrams;
import govsearch.engine.lucene.snapshot.LimitedSearcher;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;

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
    List<Long> counts = new ArrayList<>(literals.size());
    for (String literal : literals) {
      counts.add(count(literal, Long.MAX_VALUE));
    }
    return counts;
  }

  @Override
  public boolean isAnywhere(String literal) throws IOException {
    return atMost(literal) > 0 && count(literal, 1) > 0;
  }

  /** How many paragraphs have a literal text; where there are many, no more than are wanted. */
  private long count(String literal, long wanted) throws IOException {
    List<PhrasePostings.Placed> cover = cover(literal);
    if (cover.isEmpty()) { // of one character or two, or of some that are no single units
      return wanted == 1
          ? (LiteralQueries.isAnywhere(searcher, literal) ? 1 : 0)
          : searcher.count(LiteralQueries.inText(literal));
    }
    long count = 0;
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      PhrasePostings docs = PhrasePostings.of(leaf.reader(), Fields.LITERAL, cover);
      if (docs != null) {
        docs.until(searcher::isOver);
        Bits live = leaf.reader().getLiveDocs();
        for (int doc = docs.nextDoc();
            doc != DocIdSetIterator.NO_MORE_DOCS && count < wanted;
            doc = docs.nextDoc()) {
          count += live == null || live.get(doc) ? 1 : 0;
        }
      }
    }
    return count;
  }

  /** By which a text is found; empty where that is not worth it, or not known. */
  private List<PhrasePostings.Placed> cover(String literal) {
    if (literal.length() < 3 || literal.chars().anyMatch(c -> Character.isSurrogate((char) c))) {
      return List.of();
    }
    long[] counts = new long[literal.length() - 1];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = bigrams.count(literal.charAt(i), literal.charAt(i + 1));
    }
    List<PhrasePostings.Placed> cover = new ArrayList<>();
    for (int at : Cover.of(counts)) {
      cover.add(new PhrasePostings.Placed(literal.substring(at, at + 2), at));
    }
    return cover;
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
