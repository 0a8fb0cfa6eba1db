package govsearch.insight.collocation;

import govsearch.engine.SearchEngine;
import govsearch.engine.WordCount;
import govsearch.engine.WordCounts;
import govsearch.engine.WordRequest;
import govsearch.engine.WordRequest.Only;
import govsearch.query.FacetField;
import govsearch.query.Filters;
import govsearch.query.MatchRequest;
import govsearch.query.Mode;
import govsearch.query.Query;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What goes with a phrase, and what sets reports apart from the others: counted by report, so that
 * one that says a word a hundred times counts once, and without formula, or boilerplate would win.
 */
public final class Collocation {

  /** How many paragraphs with a phrase are read; of more those of some of the reports. */
  public static final int MOST_READ = 2_500;

  /** How many paragraphs of each side are read whole to tell one from the other. */
  public static final int MOST_READ_WHOLE = 3_000;

  /** A word of one report is of its town. */
  private static final int FEWEST = 2;

  /** Looked at for being terms; what is weaker is not shown anyway. */
  private static final int MOST_CANDIDATES = 2_000;

  /** Looked at for being cut out of longer ones. */
  private static final int MOST_JOINED = 300;

  /** A long one is put together from its parts by so many steps. */
  private static final int ROUNDS = 2;

  private static final Comparator<Collocate> STRONGEST =
      Comparator.comparingDouble(Collocate::strength).reversed().thenComparing(Collocate::text);

  private final SearchEngine engine;
  private final int mostWords;

  /** Of a collection. */
  public Collocation(SearchEngine engine) {
    this(engine, WordRequest.MOST_WORDS);
  }

  /**
   * Of a collection.
   *
   * @param mostWords as many different words and runs of words are counted
   */
  Collocation(SearchEngine engine, int mostWords) {
    this.engine = engine;
    this.mostWords = mostWords;
  }

  /** Counts a few words more and makes rows of them. */
  private interface More {
    List<Collocate> rows(Only only);
  }

  /**
   * Words that stand in one sentence with a phrase, more often than in any paragraph.
   *
   * @param phrase its text is taken literally
   * @param size how many at the most
   */
  public Collocates beside(Query phrase, Filters filters, int size) {
    MatchRequest request = MatchRequest.of(phrase, Mode.EXACT, filters);
    long all = engine.size().paragraphs();
    WordCounts found = beside(request, null);
    return new Collocates(
        part(found),
        new Collocates.Part(all, all, 0, true),
        strongest(rows(found, all), size, only -> rows(beside(request, only), all)));
  }

  private WordCounts beside(MatchRequest request, @Nullable Only only) {
    return engine.wordCounts(new WordRequest(request, true, MOST_READ, FEWEST, mostWords, only));
  }

  private static List<Collocate> rows(WordCounts found, long all) {
    List<Collocate> rows = new ArrayList<>();
    for (WordCount word : found.words()) {
      double share = Math.clamp((double) word.paragraphs() / all, 1.0 / all, 1);
      double strength = Keyness.beyond(word.reports(), found.reports(), share);
      double times = (double) word.reports() / found.reports() / share;
      add(row(word, word.paragraphs(), times, strength), rows);
    }
    return rows;
  }

  /**
   * Words that stand in some reports more often than in others which differ by one field alone.
   *
   * @param filters of what is looked at; has a choice in {@code by}
   * @param by the field by which the others differ
   * @param size how many at the most
   */
  public Collocates distinctive(Query query, Filters filters, FacetField by, int size) {
    MatchRequest asked = MatchRequest.of(query, Mode.EXACT, filters);
    MatchRequest rest = MatchRequest.of(query, Mode.EXACT, complement(filters, by));
    WordCounts own = counts(asked, FEWEST, null);
    WordCounts other = counts(rest, 1, new Only(texts(own), WordRequest.LONGEST_RUN));
    double byReports = share(own.reports(), other.reports());
    double byText = share(own.characters(), other.characters());
    // Whose texts are longer says more words a report; whose are shorter says more of the words
    // that every report has for each character. Only what is more by both is more.
    double share = Math.max(byReports, byText);
    More more =
        only -> {
          WordCounts longer = counts(asked, FEWEST, only);
          return longer.words().isEmpty()
              ? List.of()
              : rows(longer, counts(rest, 1, new Only(texts(longer), only.longestRun())), share);
        };
    return new Collocates(part(own), part(other), strongest(rows(own, other, share), size, more));
  }

  private static Set<String> texts(WordCounts counts) {
    return counts.words().stream().map(WordCount::text).collect(Collectors.toSet());
  }

  private static List<Collocate> rows(WordCounts own, WordCounts other, double share) {
    Map<String, Integer> others = new HashMap<>();
    other.words().forEach(word -> others.put(word.text(), word.reports()));
    List<Collocate> rows = new ArrayList<>();
    for (WordCount word : own.words()) {
      int elsewhere = others.getOrDefault(word.text(), 0);
      double strength = Keyness.apart(word.reports(), elsewhere, share);
      double times = (double) word.reports() / Math.max(0.5, elsewhere) * (1 - share) / share;
      add(row(word, elsewhere, times, strength), rows);
    }
    return rows;
  }

  private WordCounts counts(MatchRequest request, int fewest, @Nullable Only only) {
    return engine.wordCounts(
        new WordRequest(request, false, MOST_READ_WHOLE, fewest, mostWords, only));
  }

  /** What is left when one field has none of the values chosen, or one of those excluded. */
  static Filters complement(Filters filters, FacetField by) {
    Filters.Selection chosen = filters.on(by);
    return chosen.included().isEmpty()
        ? filters.only(by, chosen.excluded())
        : filters.without(by, chosen.included());
  }

  private static double share(long one, long other) {
    return one + other == 0 ? 1 : (double) one / (one + other);
  }

  private static Collocates.Part part(WordCounts counts) {
    return new Collocates.Part(
        counts.passages().matching(),
        counts.passages().shown(),
        counts.reports(),
        counts.complete());
  }

  private static Collocate row(WordCount word, long others, double times, double strength) {
    return new Collocate(
        word.text(), word.reports(), others, times, strength, word.first(), word.paragraphId());
  }

  private static void add(Collocate row, List<Collocate> rows) {
    if (row.strength() >= Keyness.LEAST) {
      rows.add(row);
    }
  }

  /** One for each thing: where terms may be cut out of longer ones, these are counted too. */
  private static List<Collocate> strongest(List<Collocate> rows, int size, More more) {
    List<Collocate> all = first(rows, MOST_CANDIDATES);
    List<Collocate> terms = Terms.of(all);
    for (int round = 1; round <= ROUNDS; round++) {
      Set<String> unions = Terms.unions(first(terms, MOST_JOINED));
      all.forEach(row -> unions.remove(row.text()));
      if (unions.isEmpty()) {
        break;
      }
      List<Collocate> longer = more.rows(new Only(unions, round * 2 * WordRequest.LONGEST_RUN));
      if (longer.isEmpty()) {
        break;
      }
      all = new ArrayList<>(all);
      all.addAll(longer);
      terms = Terms.of(first(all, all.size()));
    }
    return first(Terms.apart(terms), size);
  }

  private static List<Collocate> first(List<Collocate> rows, int size) {
    return rows.stream().sorted(STRONGEST).limit(size).toList();
  }
}
