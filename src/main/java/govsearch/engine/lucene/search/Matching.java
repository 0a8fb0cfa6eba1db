package govsearch.engine.lucene.search;

import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.count.FilteredMatches;
import govsearch.engine.lucene.count.MatchFinder;
import govsearch.engine.lucene.count.MatchSet;
import govsearch.engine.lucene.count.Membership;
import govsearch.engine.lucene.document.SentenceValues;
import govsearch.engine.lucene.query.FilterQueries;
import govsearch.engine.lucene.query.QueryTranslator;
import govsearch.engine.lucene.query.TermWeights;
import govsearch.engine.lucene.query.Width;
import govsearch.engine.lucene.snapshot.LimitedSearcher;
import govsearch.engine.lucene.snapshot.Snapshot;
import govsearch.query.FacetField;
import govsearch.query.Filters;
import govsearch.query.Mode;
import govsearch.query.Presentation;
import govsearch.query.Query;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.SortedNumericDocValues;

/**
 * What a query matches on one snapshot, in whichever mode is asked for. Each of the engine's
 * queries is made and passed over once, however many modes, facets and counts need it.
 */
public final class Matching {

  private final Snapshot snapshot;
  private final LimitedSearcher searcher;
  private final QueryTranslator translator;
  private final Query query;
  private final Filters filters;
  private final Presentation presentation;
  private final Map<org.apache.lucene.search.Query, MatchSet> found = new HashMap<>();
  private final Map<Mode, FilteredMatches> filtered = new EnumMap<>(Mode.class);

  /**
   * Matches of a query.
   *
   * @param searcher of one request, with its time limit
   */
  public Matching(
      Snapshot snapshot,
      LimitedSearcher searcher,
      QueryTranslator translator,
      Query query,
      Filters filters,
      Presentation presentation) {
    this.snapshot = snapshot;
    this.searcher = searcher;
    this.translator = translator;
    this.query = query;
    this.filters = filters;
    this.presentation = presentation;
  }

  /** What matches in a mode, with and without filters. */
  FilteredMatches filtered(Mode mode) throws IOException {
    FilteredMatches known = filtered.get(mode);
    if (known == null) {
      known = new FilteredMatches(unfiltered(mode), filters);
      filtered.put(mode, known);
    }
    return known;
  }

  /** What is shown of what matches in a mode. */
  public MatchSet shown(Mode mode) throws IOException {
    return filtered(mode).shown();
  }

  /**
   * Tells of single paragraphs whether they are shown in a mode.
   *
   * @param without none of these are
   */
  Membership membership(Mode mode, MatchSet without) throws IOException {
    return new Membership(
        snapshot,
        translator.translate(query, mode),
        filters,
        presentation.substanceOnly(),
        without);
  }

  /**
   * The same as {@link #shown}, where nothing else is wanted: among the reports of a place it is
   * looked for there alone.
   */
  MatchSet counted(Mode mode) throws IOException {
    boolean isOfPlaces =
        !filters.on(FacetField.REGION).included().isEmpty()
            || !filters.on(FacetField.TOWN).included().isEmpty();
    if (!isOfPlaces || filtered.containsKey(mode)) {
      return shown(mode);
    }
    MatchSet there =
        MatchFinder.find(
            snapshot,
            searcher,
            FilterQueries.behindHeads(translator.translate(query, mode), filters));
    return presentation.substanceOnly() ? withSubstance(there) : there;
  }

  private MatchSet unfiltered(Mode mode) throws IOException {
    if (mode == Mode.WORDS && query instanceof Query.Words typed) {
      return literalOrAllWords(typed);
    }
    org.apache.lucene.search.Query translated = translator.translate(query, mode);
    MatchSet known = found.get(translated);
    if (known == null) {
      known = find(translated);
      found.put(translated, known);
    }
    return known;
  }

  private MatchSet find(org.apache.lucene.search.Query translated) throws IOException {
    MatchSet all =
        query instanceof Query.Everything
            ? MatchSet.all(snapshot)
            : MatchFinder.find(snapshot, searcher, translated);
    return presentation.substanceOnly() ? withSubstance(all) : all;
  }

  /** Two quick passes, at once where a core is idle, instead of one over either. */
  private MatchSet literalOrAllWords(Query.Words typed) throws IOException {
    Optional<org.apache.lucene.search.Query> all = translator.allWords(typed.text());
    if (all.isEmpty()) {
      return unfiltered(Mode.EXACT);
    }
    MatchSet known = found.get(all.get());
    if (known == null) {
      org.apache.lucene.search.Query literal = translator.translate(query, Mode.EXACT);
      MatchSet literally = found.get(literal);
      if (literally == null) {
        List<MatchSet> both = searcher.atOnce(List.of(() -> find(literal), () -> find(all.get())));
        found.put(literal, both.getFirst());
        known = both.getFirst().or(both.getLast());
      } else {
        known = literally.or(find(all.get()));
      }
      found.put(all.get(), known);
    }
    return known;
  }

  /** Those with a sentence that is no formula. */
  private MatchSet withSubstance(MatchSet all) throws IOException {
    return all.filtered(
        leaf -> {
          SortedNumericDocValues sentences =
              DocValues.getSortedNumeric(leaf.reader(), Fields.SENTENCE);
          return doc ->
              searcher.isOver() || SentenceValues.hasSubstance(sentences, doc, snapshot.formula());
        });
  }

  /**
   * What is shown, in tiers that have nothing in common, the best first: literal matches before
   * those with all the words in one, and these before those with most of them; whether most words
   * tell more than a concept is left to the score.
   */
  List<MatchSet> tiers(Mode mode) throws IOException {
    List<MatchSet> tiers = new ArrayList<>();
    MatchSet left = shown(mode);
    for (Mode stricter : Mode.values()) {
      if (stricter.compareTo(mode) < 0 && stricter != Mode.MOST) {
        MatchSet strict = unfiltered(stricter);
        tiers.add(left.and(strict));
        left = left.andNot(strict);
      }
    }
    tiers.add(left);
    return tiers;
  }

  /** How well a match fits, whatever it is that makes it one; nothing where only fields do. */
  org.apache.lucene.search.Query scoring(Mode mode) throws IOException {
    return translator.scoring(query, mode, new TermWeights(searcher));
  }

  /** Scores by one of these. */
  FullScores scores(org.apache.lucene.search.Query by) {
    return new FullScores(snapshot, searcher, by);
  }

  /** What a match's score is weighed by. */
  Substance substance() {
    return new Substance(snapshot, translator.weights().ofFormula());
  }

  /** Whether a learnt model takes part. */
  boolean knowsMeaning() {
    return translator.knowsMeaning();
  }

  /** How little of what is asked for has to be there. */
  Width width() {
    return translator.width();
  }

  /** By which the best of many literal matches are found. */
  Optional<org.apache.lucene.search.Query> literalScore() throws IOException {
    return translator.literalScore(query, searcher);
  }

  /** A score by {@link #words} from which on a paragraph matches, whatever words it has. */
  double enough(Mode mode) throws IOException {
    return translator.enough(query, mode, new TermWeights(searcher));
  }

  /** What the words of a match weigh at the least; 0 where that is not known. */
  double needed(Mode mode) throws IOException {
    return translator.needed(query, mode, new TermWeights(searcher));
  }

  /** The searcher of this request, which ends by its deadline. */
  LimitedSearcher searcher() {
    return searcher;
  }

  /** The words of what is asked for, by which the best of many matches are found. */
  org.apache.lucene.search.Query words() {
    return translator.scoringWords(query);
  }
}
