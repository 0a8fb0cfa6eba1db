package govsearch.engine.lucene.query;

import govsearch.engine.lucene.analysis.AskedWords;
import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.analysis.WordCutter;
import govsearch.query.FacetField;
import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.text.Literal;
import govsearch.text.Thesaurus;
import govsearch.text.Topics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** Turns a query's tree into Lucene's. What it matches is a paragraph, always. */
public final class QueryTranslator {

  private final WordCutter cutter;
  private final Supplier<Thesaurus> thesaurus;
  private final ScoringQueries scoring;

  private final RankingWeights weights;
  private final Width width;
  private final @Nullable MeantQuery near;

  private QueryTranslator(
      WordCutter cutter,
      Supplier<Thesaurus> thesaurus,
      RankingWeights weights,
      Width width,
      @Nullable MeantQuery near) {
    this.near = near;
    this.cutter = cutter;
    this.thesaurus = thesaurus;
    this.weights = weights;
    this.width = width;
    this.scoring = new ScoringQueries(cutter, thesaurus, weights, width, near);
  }

  /** A translator to queries that know no concept. */
  public QueryTranslator(WordCutter cutter) {
    this(cutter, () -> Thesaurus.NONE, RankingWeights.CHOSEN, Width.USUAL, null);
  }

  /** The same with the concepts of a collection. */
  public QueryTranslator with(Thesaurus concepts) {
    return withConcepts(() -> concepts);
  }

  /** The same with concepts that are read when they are needed, which they seldom are. */
  public QueryTranslator withConcepts(Supplier<Thesaurus> concepts) {
    return new QueryTranslator(cutter, concepts, weights, width, near);
  }

  /** The same with other weights. */
  public QueryTranslator with(RankingWeights others) {
    return new QueryTranslator(cutter, thesaurus, others, width, near);
  }

  /** The same that asks for less, or for more. */
  public QueryTranslator with(Width other) {
    return new QueryTranslator(cutter, thesaurus, weights, other, near);
  }

  /** The same to which, where words may be missing, what means nearly the same is a match too. */
  public QueryTranslator with(@Nullable MeantQuery others) {
    return new QueryTranslator(cutter, thesaurus, weights, width, others);
  }

  /** Whether a learnt model takes part. */
  public boolean knowsMeaning() {
    return near != null;
  }

  /** How much it asks for. */
  public Width width() {
    return width;
  }

  /** By which matches are put in order. */
  public RankingWeights weights() {
    return weights;
  }

  /** The words alone of what is asked for; see {@link ScoringQueries}. */
  public org.apache.lucene.search.Query scoringWords(Query query) {
    return scoring.words(query);
  }

  /**
   * A score by {@link #scoringWords} from which on a paragraph is a match, without being looked at:
   * BM25 gives each word less than its weight, and enough weight is all that is asked for where
   * words may be missing.
   *
   * @return infinity where something else is asked for as well, or counts in the score
   */
  public double enough(Query query, Mode mode, TermWeights of) throws IOException {
    List<Query> parts = query instanceof Query.And and ? and.parts() : List.of(query);
    boolean isPool = isOfMost(mode) && parts.stream().allMatch(Query.Words.class::isInstance);
    Optional<List<Term>> terms = isPool ? wordTerms(query) : Optional.empty();
    return terms.isEmpty()
        ? Double.POSITIVE_INFINITY
        : MostWordsQuery.enough(terms.get(), width.leastShare(), of);
  }

  /**
   * What the words of {@link #scoringWords} weigh together in a paragraph that matches, at the
   * least.
   *
   * @return 0 where other things make it a match too: where several terms are asked for, each of
   *     which may stand there in a text that is cut in another way, or one may name a setting
   */
  public double needed(Query query, Mode mode, TermWeights of) throws IOException {
    boolean isOfWords =
        mode == Mode.MOST
            && query instanceof Query.Words typed
            && SettingQueries.of(typed.text(), of.reader()).isEmpty();
    Optional<List<Term>> terms = isOfWords ? wordTerms(query) : Optional.empty();
    return terms.isEmpty() ? 0 : MostWordsQuery.needed(terms.get(), width.leastShare(), of);
  }

  /** The words of {@link #scoringWords}; empty where anything else counts in the score. */
  private Optional<List<Term>> wordTerms(Query query) {
    if (!(scoringWords(query) instanceof BooleanQuery words)) {
      return Optional.empty();
    }
    List<Term> terms = new ArrayList<>();
    for (BooleanClause clause : words) {
      if (!(clause.query() instanceof TermQuery word)) {
        return Optional.empty();
      }
      terms.add(word.getTerm());
    }
    return Optional.of(terms);
  }

  /** By which the best literal matches are found; see {@link LiteralScore}. */
  public Optional<org.apache.lucene.search.Query> literalScore(Query query, IndexSearcher searcher)
      throws IOException {
    return LiteralScore.of(query, searcher);
  }

  /** How well a match fits, in a collection with such weights; see {@link ScoringQueries}. */
  public org.apache.lucene.search.Query scoring(Query query, Mode mode, TermWeights weights)
      throws IOException {
    return scoring.of(query, mode, weights);
  }

  public org.apache.lucene.search.Query translate(Query query, Mode mode) {
    return switch (query) {
      case Query.Everything e ->
          new ConstantScoreQuery(new TermQuery(new Term(Fields.TYPE, Fields.PARAGRAPH)));
      case Query.Words words ->
          isOfMost(mode) ? pooled(List.of(words), mode) : words(words.text(), mode);
      case Query.Phrase phrase -> LiteralQueries.inText(Literal.literal(phrase.text()));
      case Query.Gapped gapped -> LiteralQueries.gapped(gapped.parts(), Query.Gapped.MAX_GAP);
      case Query.Near near -> LiteralQueries.near(near.parts(), near.distance());
      case Query.FieldIs field -> field(field);
      case Query.Years years -> years(years);
      case Query.And and -> all(and.parts(), mode);
      case Query.Or or -> any(or.parts(), mode);
      case Query.Not not -> all(List.of(not), mode);
    };
  }

  /** Whether words may be missing. */
  private static boolean isOfMost(Mode mode) {
    return mode.compareTo(Mode.MOST) >= 0;
  }

  private org.apache.lucene.search.Query words(String text, Mode mode) {
    org.apache.lucene.search.Query literal = LiteralQueries.inText(Literal.literal(text));
    Optional<org.apache.lucene.search.Query> all =
        mode == Mode.EXACT ? Optional.empty() : allWords(text);
    return all.isEmpty()
        ? literal
        : new BooleanQuery.Builder()
            .add(literal, Occur.SHOULD)
            .add(all.get(), Occur.SHOULD)
            .build();
  }

  /**
   * What has all the words of a text, wherever they stand, and its single characters with what
   * stands beside them; empty where it has no words.
   */
  public Optional<org.apache.lucene.search.Query> allWords(String text) {
    AskedWords asked = cutter.asked(text);
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    asked.words().forEach(word -> all.add(word(word), Occur.MUST));
    asked.together().forEach(run -> all.add(LiteralQueries.inText(run), Occur.MUST));
    return Optional.of(all.build());
  }

  /** All terms as in words mode, or what weighs most in all of them together. */
  private org.apache.lucene.search.Query pooled(List<Query.Words> terms, Mode mode) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    List<MostWordsQuery.Part> parts = new ArrayList<>();
    for (Query.Words term : terms) {
      all.add(words(term.text(), Mode.WORDS), Occur.MUST);
      AskedWords asked = cutter.asked(term.text());
      if (!asked.isEmpty()) {
        parts.add(
            new MostWordsQuery.Part(
                WeighedWordsQuery.terms(asked),
                LiteralQueries.inText(Literal.literal(term.text())),
                SettingQueries.of(term.text())));
      }
    }
    if (parts.isEmpty()) {
      return all.build();
    }
    BooleanQuery.Builder ways =
        new BooleanQuery.Builder()
            .add(all.build(), Occur.SHOULD)
            .add(
                new MostWordsQuery(parts, concepts(terms, mode), width.leastShare(), topics(terms)),
                Occur.SHOULD);
    if (near != null) {
      ways.add(near, Occur.SHOULD);
    }
    return ways.build();
  }

  private Set<String> topics(List<Query.Words> terms) {
    String text = terms.stream().map(Query.Words::text).collect(Collectors.joining(" "));
    return width.byTopic() ? Topics.builtIn().of(text).keySet() : Set.of();
  }

  private List<MostWordsQuery.Concept> concepts(List<Query.Words> terms, Mode mode) {
    if (mode != Mode.LOOSE) {
      return List.of();
    }
    List<MostWordsQuery.Concept> concepts = new ArrayList<>();
    TypedConcepts.of(thesaurus.get(), terms)
        .forEach(
            (name, part) ->
                concepts.add(
                    new MostWordsQuery.Concept(name, WeighedWordsQuery.terms(cutter.asked(part)))));
    return concepts;
  }

  private static org.apache.lucene.search.Query word(String word) {
    return new TermQuery(new Term(Fields.WORDS, word));
  }

  private org.apache.lucene.search.Query all(List<Query> parts, Mode mode) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    List<Query.Words> pool = new ArrayList<>();
    boolean positive = false;
    for (Query part : parts) {
      switch (part) {
        case Query.Not not ->
            // What is excluded is meant literally in every mode: -处理 must not drop paragraphs that
            // merely share a word with it.
            all.add(translate(not.part(), Mode.EXACT), Occur.MUST_NOT);
        case Query.Words words when isOfMost(mode) -> pool.add(words);
        case Query.FieldIs field -> {
          all.add(field(field), Occur.FILTER);
          positive = true;
        }
        case Query.Years years -> {
          all.add(years(years), Occur.FILTER);
          positive = true;
        }
        default -> {
          all.add(translate(part, mode), Occur.MUST);
          positive = true;
        }
      }
    }
    if (!pool.isEmpty()) {
      all.add(pooled(pool, mode), Occur.MUST);
    } else if (!positive) {
      all.add(translate(new Query.Everything(), mode), Occur.MUST);
    }
    return all.build();
  }

  private org.apache.lucene.search.Query any(List<Query> parts, Mode mode) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    parts.forEach(part -> any.add(translate(part, mode), Occur.SHOULD));
    return any.build();
  }

  private static org.apache.lucene.search.Query field(Query.FieldIs field) {
    String value = Literal.literal(field.value());
    return switch (field.field()) {
      case TOWN -> reports(new PrefixQuery(new Term(Fields.TOWN, value)));
      case COUNTY -> reports(region(Fields.COUNTY, value));
      case CITY -> reports(region(Fields.CITY, value));
      case PROVINCE -> reports(region(Fields.PROVINCE, value));
      case SECTION -> paragraphs(new TermQuery(new Term(Fields.SECTION, value)));
      case TITLE -> reports(LiteralQueries.inTitle(value));
      case YEAR -> reports(new TermQuery(new Term(Fields.YEAR, value)));
    };
  }

  /** By a name's beginning, or reports that give none: a level without a name has no term. */
  private static org.apache.lucene.search.Query region(String field, String value) {
    return value.equals(FacetField.UNSTATED)
        ? new BooleanQuery.Builder()
            .add(new TermQuery(new Term(Fields.TYPE, Fields.HEAD)), Occur.FILTER)
            .add(new PrefixQuery(new Term(field, "")), Occur.MUST_NOT)
            .build()
        : new PrefixQuery(new Term(field, value));
  }

  private static org.apache.lucene.search.Query years(Query.Years years) {
    int from = years.from() == null ? Integer.MIN_VALUE : years.from();
    int to = years.to() == null ? Integer.MAX_VALUE : years.to();
    return reports(IntPoint.newRangeQuery(Fields.YEAR_NUMBER, from, to));
  }

  private static org.apache.lucene.search.Query reports(org.apache.lucene.search.Query heads) {
    return paragraphs(new ReportsQuery(heads));
  }

  /** Heads and statements have fields of the same names; they are no hits. */
  private static org.apache.lucene.search.Query paragraphs(org.apache.lucene.search.Query query) {
    return new ConstantScoreQuery(
        new BooleanQuery.Builder()
            .add(query, Occur.FILTER)
            .add(new TermQuery(new Term(Fields.TYPE, Fields.PARAGRAPH)), Occur.FILTER)
            .build());
  }
}
