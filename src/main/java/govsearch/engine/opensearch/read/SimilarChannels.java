package govsearch.engine.opensearch.read;

import govsearch.engine.SimilarHit.Evidence;
import govsearch.engine.lucene.analysis.WordCutter;
import govsearch.engine.lucene.document.StatementDocuments;
import govsearch.engine.lucene.similar.AskedText;
import govsearch.engine.lucene.similar.SimilarWeights;
import govsearch.engine.opensearch.layout.Columns;
import govsearch.engine.opensearch.layout.Indices;
import govsearch.engine.opensearch.layout.StatementColumns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Each kind of evidence as a query of its own, the same ones as in the embedded engine. */
final class SimilarChannels {
  private static final int MOST_WORDS = 25;
  private static final int MOST_BIGRAMS = 60;

  /**
   * Evidence to look for.
   *
   * @param weight in the fusion
   * @param any clauses of which a match has any
   */
  record Channel(Evidence evidence, double weight, List<Object> any) {}

  /**
   * A statement that was found, to ask on with.
   *
   * @param measure what its report plans to do about it; empty where that is not known
   */
  record Found(String text, String measure) {}

  /** Where is looked, by the fields that say the same there. */
  enum In {
    STATEMENTS(
        Indices.Kind.STATEMENTS,
        StatementColumns.WORDS,
        StatementColumns.BIGRAMS,
        StatementColumns.CONCEPTS,
        StatementColumns.HEADINGS),
    PARAGRAPHS(
        Indices.Kind.PARAGRAPHS,
        Columns.WORDS,
        Columns.LITERAL,
        Columns.CONCEPTS,
        Columns.HEADINGS);

    private final Indices.Kind kind;
    private final String words;
    private final String bigrams;
    private final String concepts;
    private final String headings;

    In(Indices.Kind kind, String words, String bigrams, String concepts, String headings) {
      this.kind = kind;
      this.words = words;
      this.bigrams = bigrams;
      this.concepts = concepts;
      this.headings = headings;
    }

    Indices.Kind kind() {
      return kind;
    }
  }

  private final In in;
  private final SimilarWeights weights;
  private final SimilarTerms terms;
  private final AskedText asked;
  private final Map<String, Double> words;
  private final Map<String, Double> bigrams;
  private final Map<String, Double> concepts;

  SimilarChannels(SimilarTerms terms, AskedText asked, SimilarWeights weights, In in) {
    this.weights = weights;
    this.in = in;
    this.terms = terms;
    this.asked = asked;
    this.words =
        SimilarTerms.counted(asked.words().stream().filter(SimilarChannels::tells).toList());
    this.bigrams = SimilarTerms.counted(asked.bigrams());
    this.concepts = SimilarTerms.counted(asked.wordings().keySet());
  }

  /** One character says nothing by itself: enumerators, 说, 很, and halves of words. */
  private static boolean tells(String word) {
    return word.codePointCount(0, word.length()) > 1 && !WordCutter.isFunctionWord(word);
  }

  /** The words that tell most of what was asked for, best first. */
  List<String> tellingWords() {
    return terms.best(in.words, words, MOST_WORDS);
  }

  /** What to look for; nothing where there is nothing to look for. */
  List<Channel> channels() {
    AskedText.Measure measure = asked.measure();
    Map<String, Double> own = measure == null ? Map.of() : bigramsOf(measure.text());
    if (in == In.STATEMENTS) {
      Set<String> all = new HashSet<>(bigrams.keySet());
      all.addAll(own.keySet());
      terms.prepare(List.of(in.bigrams, StatementColumns.MEASURE_BIGRAMS, in.headings), all);
    }
    List<Channel> channels = new ArrayList<>();
    add(channels, Evidence.WORDS, weights.words(), terms.any(in.words, words, MOST_WORDS));
    add(channels, Evidence.BIGRAMS, weights.bigrams(), grams(in.bigrams, bigrams));
    add(
        channels,
        Evidence.CONCEPTS,
        weights.concepts(),
        terms.any(in.concepts, concepts, MOST_WORDS));
    add(channels, Evidence.HEADING, weights.headings(), grams(in.headings, bigrams));
    if (in == In.STATEMENTS) {
      add(channels, Evidence.TOPICS, weights.topics(), topics());
      add(channels, Evidence.MEASURE, weights.joined(), joined(own));
      List<Object> planned = grams(StatementColumns.MEASURE_BIGRAMS, bigrams);
      planned.addAll(terms.any(StatementColumns.MEASURE_CONCEPTS, concepts, MOST_WORDS));
      add(channels, Evidence.MEASURE, weights.measure(), planned);
      add(
          channels,
          Evidence.MEASURE,
          weights.ownMeasure(),
          grams(StatementColumns.MEASURE_BIGRAMS, own));
    }
    add(channels, Evidence.MEASURE, weights.ownMeasureSaid(), grams(in.bigrams, own));
    return channels;
  }

  /** What is about the same, by the problem or by what is planned against it. */
  private List<Object> topics() {
    List<Object> any = new ArrayList<>();
    for (String field : List.of(StatementColumns.TOPICS, StatementColumns.MEASURE_TOPICS)) {
      any.addAll(terms.any(field, asked.topics(), MOST_WORDS));
    }
    return any;
  }

  /** Problems and their plans as one text, held against the asking problem and plan as one. */
  private List<Object> joined(Map<String, Double> own) {
    Map<String, Double> both = new HashMap<>(bigrams);
    own.forEach((gram, count) -> both.merge(gram, count, Math::max));
    List<Object> any = new ArrayList<>();
    for (String field : List.of(in.bigrams, StatementColumns.MEASURE_BIGRAMS)) {
      any.addAll(grams(field, both));
    }
    return any;
  }

  /**
   * What to look for when some were found: plans in the words of these problems, and problems in
   * the words of their plans.
   *
   * @param found best first
   */
  List<Channel> following(List<Found> found) {
    Map<String, Double> said = new HashMap<>();
    Map<String, Double> planned = new HashMap<>();
    for (int i = 0; i < found.size(); i++) {
      addShare(found.get(i).text(), i + 1, said);
      addShare(found.get(i).measure(), i + 1, planned);
    }
    List<Channel> channels = new ArrayList<>();
    if (in == In.STATEMENTS) {
      add(
          channels,
          Evidence.MEASURE,
          weights.followedProblems(),
          grams(StatementColumns.MEASURE_BIGRAMS, said));
    }
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
    return SimilarTerms.counted(grams);
  }

  private List<Object> grams(String field, Map<String, Double> of) {
    return terms.any(field, of, MOST_BIGRAMS);
  }

  private static void add(
      List<Channel> channels, Evidence evidence, double weight, List<Object> any) {
    if (weight > 0 && !any.isEmpty()) {
      channels.add(new Channel(evidence, weight, any));
    }
  }
}
