package govsearch.engine.lucene.similar;

import govsearch.engine.SimilarHit.Evidence;
import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.analysis.WordCutter;
import govsearch.engine.lucene.document.StatementDocuments;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/**
 * Each kind of evidence as a query of its own. What goes furthest past words is the measure: a
 * problem may be told in anybody's words, while what its report plans to do about it names it in
 * those of the genre.
 */
final class SimilarChannels {

  /** As many as Lucene's MoreLikeThis takes. */
  private static final int MOST_WORDS = 25;

  private static final int MOST_BIGRAMS = 60;

  /**
   * Evidence to look for.
   *
   * @param weight in the fusion
   */
  record Channel(Evidence evidence, double weight, Query query) {}

  /**
   * A statement that was found, to ask on with.
   *
   * @param measure what its report plans to do about it; empty where that is not known
   */
  record Found(String text, String measure) {}

  /** Where is looked, by the fields that say the same there. */
  enum In {
    STATEMENTS(
        Fields.STATEMENT_WORDS,
        Fields.STATEMENT_BIGRAMS,
        Fields.STATEMENT_CONCEPTS,
        Fields.STATEMENT_HEADINGS),
    PARAGRAPHS(Fields.WORDS, Fields.LITERAL, Fields.CONCEPTS, Fields.HEADINGS);

    private final String words;
    private final String bigrams;
    private final String concepts;
    private final String headings;

    In(String words, String bigrams, String concepts, String headings) {
      this.words = words;
      this.bigrams = bigrams;
      this.concepts = concepts;
      this.headings = headings;
    }
  }

  private final In in;
  private final SimilarWeights weights;
  private final ChosenTerms terms;
  private final AskedText asked;
  private final Query filter;
  private final Map<String, Double> words;
  private final Map<String, Double> bigrams;
  private final Map<String, Double> concepts;

  /**
   * Evidence for a text.
   *
   * @param filter what hits must be
   */
  SimilarChannels(
      IndexSearcher searcher, AskedText asked, Query filter, SimilarWeights weights, In in) {
    this.weights = weights;
    this.in = in;
    this.terms = new ChosenTerms(searcher);
    this.asked = asked;
    this.filter = filter;
    this.words =
        ChosenTerms.counted(asked.words().stream().filter(SimilarChannels::tells).toList());
    this.bigrams = ChosenTerms.counted(asked.bigrams());
    this.concepts = ChosenTerms.counted(asked.wordings().keySet());
  }

  /** One character says nothing by itself: enumerators, 说, 很, and halves of words. */
  private static boolean tells(String word) {
    return word.codePointCount(0, word.length()) > 1 && !WordCutter.isFunctionWord(word);
  }

  /** The words that tell most of what was asked for, best first. */
  List<String> tellingWords() throws IOException {
    return List.copyOf(terms.best(in.words, words, MOST_WORDS).keySet());
  }

  /** What to look for; nothing where there is nothing to look for. */
  List<Channel> channels() throws IOException {
    List<Channel> channels = new ArrayList<>();
    add(channels, Evidence.WORDS, weights.words(), terms.any(in.words, words, MOST_WORDS));
    add(channels, Evidence.BIGRAMS, weights.bigrams(), grams(in.bigrams, bigrams));
    add(
        channels,
        Evidence.CONCEPTS,
        weights.concepts(),
        terms.any(in.concepts, concepts, MOST_WORDS));
    if (in == In.STATEMENTS) {
      add(channels, Evidence.TOPICS, weights.topics(), topics());
      add(channels, Evidence.MEASURE, weights.joined(), joined());
    }
    add(channels, Evidence.HEADING, weights.headings(), grams(in.headings, bigrams));
    BooleanQuery.Builder planned = new BooleanQuery.Builder();
    grams(Fields.MEASURE_BIGRAMS, bigrams).forEach(planned::add);
    terms.any(Fields.MEASURE_CONCEPTS, concepts, MOST_WORDS).forEach(planned::add);
    add(channels, Evidence.MEASURE, weights.measure(), planned.build());
    if (asked.measure() != null) {
      Map<String, Double> own = bigramsOf(asked.measure().text());
      add(channels, Evidence.MEASURE, weights.ownMeasure(), grams(Fields.MEASURE_BIGRAMS, own));
      add(channels, Evidence.MEASURE, weights.ownMeasureSaid(), grams(in.bigrams, own));
    }
    return channels;
  }

  /** What is about the same, by the problem or by what is planned against it. */
  private BooleanQuery topics() throws IOException {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (String field : List.of(Fields.STATEMENT_TOPICS, Fields.MEASURE_TOPICS)) {
      terms.any(field, asked.topics(), MOST_WORDS).forEach(any::add);
    }
    return any.build();
  }

  /** Problems and their plans as one text, held against the asking problem and plan as one. */
  private BooleanQuery joined() throws IOException {
    Map<String, Double> both = new HashMap<>(bigrams);
    if (asked.measure() != null) {
      bigramsOf(asked.measure().text())
          .forEach((gram, count) -> both.merge(gram, count, Math::max));
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (String field : List.of(in.bigrams, Fields.MEASURE_BIGRAMS)) {
      grams(field, both).forEach(any::add);
    }
    return any.build();
  }

  /**
   * What to look for when some were found: plans in the words of these problems, and problems in
   * the words of their plans (relevance models; Lavrenko and Croft 2001).
   *
   * @param found best first
   */
  List<Channel> following(List<Found> found) throws IOException {
    Map<String, Double> said = new HashMap<>();
    Map<String, Double> planned = new HashMap<>();
    for (int i = 0; i < found.size(); i++) {
      addShare(found.get(i).text(), i + 1, said);
      addShare(found.get(i).measure(), i + 1, planned);
    }
    List<Channel> channels = new ArrayList<>();
    add(
        channels,
        Evidence.MEASURE,
        weights.followedProblems(),
        grams(Fields.MEASURE_BIGRAMS, said));
    add(channels, Evidence.MEASURE, weights.followedMeasures(), grams(in.bigrams, planned));
    return channels;
  }

  private static void addShare(String text, int rank, Map<String, Double> sum) {
    Set<String> grams = new LinkedHashSet<>(bigramsOf(text).keySet());
    double share = 1 / (rank * Math.sqrt(Math.max(1, grams.size())));
    grams.forEach(gram -> sum.merge(gram, share, Double::sum));
  }

  private static Map<String, Double> bigramsOf(String text) {
    List<String> grams = new ArrayList<>();
    StatementDocuments.addBigrams(text, grams);
    return ChosenTerms.counted(grams);
  }

  private BooleanQuery grams(String field, Map<String, Double> of) throws IOException {
    return terms.any(field, of, MOST_BIGRAMS);
  }

  private void add(List<Channel> channels, Evidence evidence, double weight, BooleanQuery any) {
    if (weight > 0 && !any.clauses().isEmpty()) {
      Query query =
          new BooleanQuery.Builder().add(any, Occur.MUST).add(filter, Occur.FILTER).build();
      channels.add(new Channel(evidence, weight, query));
    }
  }
}
