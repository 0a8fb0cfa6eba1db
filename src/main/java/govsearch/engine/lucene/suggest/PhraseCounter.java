package govsearch.engine.lucene.suggest;

import govsearch.engine.NearText;
import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.query.Cover;
import govsearch.engine.lucene.query.LiteralQueries;
import govsearch.engine.lucene.query.PhrasePostings;
import govsearch.engine.lucene.snapshot.IndexedBigrams;
import govsearch.engine.lucene.snapshot.LimitedSearcher;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.util.Bits;

/**
 * Counts phrases in an index, in the order of its documents, until there are many of one or enough
 * has been looked at.
 *
 * @param searcher of one request, with its time limit
 * @param bigrams of the same index
 * @param work what may be looked at in all
 */
public record PhraseCounter(LimitedSearcher searcher, IndexedBigrams bigrams, Work work)
    implements TextCounter {

  /** A text of which nothing is found in so many steps is too rare to be meant. */
  private static final int MOST_IN_VAIN = 300;

  /** So many steps are worth it to know how often a text is there that is. */
  private static final int MOST_FOR_ONE = 2_000;

  /** The same of a part of a text, of which many are looked for. */
  private static final int MOST_FOR_A_PART = 250;

  /** What is known to be nowhere need not be asked for; else it is looked for as long as that. */
  private static final int MOST_FOR_THE_TYPED = 1_000;

  @Override
  public List<Counted> of(List<String> literals) throws IOException {
    List<Counted> counts = new ArrayList<>(literals.size());
    for (String literal : literals) {
      counts.add(count(literal, NearText.MOST_COUNTED, MOST_IN_VAIN));
    }
    return counts;
  }

  @Override
  public boolean isAnywhere(String literal) throws IOException {
    return atMost(literal) > 0 && count(literal, 1, MOST_FOR_THE_TYPED).paragraphs() > 0;
  }

  @Override
  public boolean mayBeAnywhere(String literal) throws IOException {
    if (atMost(literal) == 0) {
      return false;
    }
    if (literal.length() < 3) { // what is known of two is known already
      return literal.length() == 2 || bigrams.has(literal.charAt(0));
    }
    Counted counted = count(literal, 1, MOST_FOR_A_PART);
    return counted.paragraphs() > 0 || !counted.exact();
  }

  /**
   * How many paragraphs have a literal text.
   *
   * @param most to be counted
   * @param inVain so many steps may be spent before the first is found
   */
  private Counted count(String literal, int most, int inVain) throws IOException {
    if (searcher.isOver() || work.isDone()) {
      return Counted.UNKNOWN;
    }
    List<PhrasePostings.Placed> cover = cover(literal);
    return cover.isEmpty() ? matched(literal, most) : counted(literal, cover, most, inVain);
  }

  /** Of one character, or of some that are no single units. */
  private Counted matched(String literal, int most) throws IOException {
    TotalHits hits =
        searcher.search(
                new ConstantScoreQuery(LiteralQueries.inText(literal)),
                new TopScoreDocCollectorManager(1, null, most))
            .totalHits;
    boolean isExact = hits.relation() == TotalHits.Relation.EQUAL_TO && hits.value() < most;
    work.spend(Math.min(most, hits.value()));
    return isExact ? Counted.all(hits.value()) : Counted.atLeast(most, hits.value());
  }

  private Counted counted(String literal, List<PhrasePostings.Placed> cover, int most, int inVain)
      throws IOException {
    int found = 0;
    int looked = 0;
    long left = inVain;
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      work.spend((long) Work.TERM * cover.size());
      PhrasePostings docs = PhrasePostings.of(leaf.reader(), Fields.LITERAL, cover);
      if (docs == null) {
        continue;
      }
      long allowed = Math.max(0, Math.min(left, work.left()));
      docs.until(searcher::isOver).atMost(allowed);
      Bits live = leaf.reader().getLiveDocs();
      for (int doc = docs.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS && found < most;
          doc = found < most ? docs.nextDoc() : doc) {
        if (live == null || live.get(doc)) {
          if (found++ == 0) {
            long more = Math.min(MOST_FOR_ONE, work.left() - allowed + docs.left());
            allowed += more - docs.left();
            docs.atMost(more);
          }
        }
      }
      work.spend(allowed - docs.left());
      left = docs.left();
      looked += docs.looked();
      if (found == most || docs.left() < 0 || searcher.isOver()) {
        return Counted.atLeast(found, Math.min(atMost(literal), found * rarest(cover) / looked));
      }
    }
    return Counted.all(found);
  }

  /** In how many paragraphs the rarest two characters are by which a text is found. */
  private long rarest(List<PhrasePostings.Placed> cover) {
    return cover.stream().mapToLong(one -> atMost(one.term())).min().orElse(0);
  }

  /** By which a text is found; empty where its characters are not known. */
  private List<PhrasePostings.Placed> cover(String literal) {
    if (literal.length() < 2 || literal.chars().anyMatch(c -> Character.isSurrogate((char) c))) {
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
  public Optional<Told> between(String before, String behind, IntPredicate wanted)
      throws IOException {
    return new OneBetween(searcher, bigrams, work, before, behind, wanted).texts();
  }
}
