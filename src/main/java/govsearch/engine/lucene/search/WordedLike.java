package govsearch.engine.lucene.search;

import govsearch.engine.Match;
import govsearch.engine.SearchTimedOutException;
import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.query.LiteralQueries;
import govsearch.engine.lucene.snapshot.LimitedSearcher;
import govsearch.engine.lucene.snapshot.Snapshot;
import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.text.Literal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;

/**
 * Paragraphs that are worded like a text: those that have most of its rarest bigrams. A sentence
 * into which somebody has put other words keeps most of its bigrams, and the rare ones among them
 * are in few paragraphs, so that little is looked at.
 */
public final class WordedLike {

  /** Of a text's bigrams, the rarest; what is more frequent finds everything. */
  private static final int MOST_BIGRAMS = 12;

  /** Of these, a paragraph has to have one in so many. */
  private static final int ONE_IN = 3;

  private static final Pattern SPACE = Pattern.compile("\\s++");

  private final Snapshot snapshot;
  private final LimitedSearcher searcher;
  private final HitReader reader;

  /** Looks in a snapshot, as long as the searcher has time. */
  public WordedLike(Snapshot snapshot, LimitedSearcher searcher, Highlighter highlighter)
      throws IOException {
    this.snapshot = snapshot;
    this.searcher = searcher;
    this.reader = new HitReader(snapshot, highlighter);
  }

  private record Rare(Term term, int having) {}

  /** As {@link govsearch.engine.SearchEngine#wordedLike}. */
  public List<Match> of(String text, int most) throws IOException {
    List<Rare> rarest = rarest(text);
    if (rarest.isEmpty()) {
      return List.of();
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    rarest.forEach(rare -> any.add(new TermQuery(rare.term()), Occur.SHOULD));
    any.setMinimumNumberShouldMatch(Math.max(1, rarest.size() / ONE_IN));
    // How many there are nobody asks, so that most need not be looked at.
    var best = new TopScoreDocCollectorManager(most, null, most);
    ScoreDoc[] found = searcher.search(any.build(), best).scoreDocs;
    if (searcher.timedOut()) {
      throw new SearchTimedOutException();
    }
    List<Match> matches = new ArrayList<>(found.length);
    for (ScoreDoc one : found) {
      matches.add(reader.match(one.doc, new Query.Everything(), Mode.EXACT));
    }
    return matches;
  }

  /** Those that the collection has at all, rarest first. */
  private List<Rare> rarest(String text) throws IOException {
    Map<String, Rare> rare = new LinkedHashMap<>();
    for (String part : SPACE.split(text)) {
      String literal = Literal.literal(part);
      for (String bigram :
          literal.isEmpty() ? List.<String>of() : LiteralQueries.bigrams(literal)) {
        if (!rare.containsKey(bigram) && bigram.codePoints().allMatch(Character::isLetter)) {
          Term term = new Term(Fields.LITERAL, bigram);
          rare.put(bigram, new Rare(term, snapshot.reader().docFreq(term)));
        }
      }
    }
    return rare.values().stream()
        .filter(one -> one.having() > 0)
        .sorted(Comparator.comparingInt(Rare::having))
        .limit(MOST_BIGRAMS)
        .toList();
  }
}
