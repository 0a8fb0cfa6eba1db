package govsearch.engine.lucene.similar;

import govsearch.engine.SimilarHit.Evidence;
import govsearch.engine.lucene.analysis.WordCutter;
import govsearch.engine.lucene.document.StatementDocuments;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Each kind of evidence as something to look for of its own, in whichever engine. What goes
 * furthest past words is the measure: a problem may be told in anybody's words, while what its
 * report plans to do about it names it in those of the genre.
 *
 * @param <C> a clause of the engine's
 */
public final class SimilarChannels<C> {

  /** As many as Lucene's MoreLikeThis takes. */
  private static final int MOST_WORDS = 25;

  private static final int MOST_BIGRAMS = 60;

  /** What is looked at of what may be similar. */
  public enum Field {
    WORDS,
    BIGRAMS,
    CONCEPTS,
    HEADINGS,
    TOPICS,
    MEASURE_BIGRAMS,
    MEASURE_CONCEPTS
  }

  /**
   * What an engine knows of terms, and how it looks for them.
   *
   * @param <C> a clause of its own
   */
  public interface Terms<C> {

    /** Whether statements are looked for, which alone have topics and measures. */
    boolean areOfStatements();

    /** The terms of the collection that tell most, best first. */
    List<String> best(Field field, Map<String, Double> terms, int most) throws IOException;

    /** Clauses of these, of which a match has any; none where there are none. */
    List<C> any(Field field, Map<String, Double> terms, int most) throws IOException;

    /** Says which terms will be asked for, for whoever had better look them up at once. */
    default void prepare(Set<Field> fields, Collection<String> terms) {}
  }

  /**
   * Evidence to look for.
   *
   * @param weight in the fusion
   * @param any clauses of which a match has any
   */
  public record Channel<C>(Evidence evidence, double weight, List<C> any) {}

  /**
   * A statement that was found, to ask on with.
   *
   * @param measure what its report plans to do about it; empty where that is not known
   */
  public record Found(String text, String measure) {}

  private final Terms<C> terms;
  private final SimilarWeights weights;
  private final AskedText asked;
  private final Map<String, Double> words;
  private final Map<String, Double> bigrams;
  private final Map<String, Double> concepts;

  /** Evidence for a text. */
  public SimilarChannels(Terms<C> terms, AskedText asked, SimilarWeights weights) {
    this.terms = terms;
    this.weights = weights;
    this.asked = asked;
    this.words =
        TellingTerms.counted(asked.words().stream().filter(SimilarChannels::tells).toList());
    this.bigrams = TellingTerms.counted(asked.bigrams());
    this.concepts = TellingTerms.counted(asked.wordings().keySet());
  }

  /** One character says nothing by itself: enumerators, 说, 很, and halves of words. */
  private static boolean tells(String word) {
    return word.codePointCount(0, word.length()) > 1 && !WordCutter.isFunctionWord(word);
  }

  /** The words that tell most of what was asked for, best first. */
  public List<String> tellingWords() throws IOException {
    return terms.best(Field.WORDS, words, MOST_WORDS);
  }

  /** What to look for; nothing where there is nothing to look for. */
  public List<Channel<C>> channels() throws IOException {
    AskedText.Measure measure = asked.measure();
    Map<String, Double> own = measure == null ? Map.of() : bigramsOf(measure.text());
    boolean ofStatements = terms.areOfStatements();
    Set<String> all = new HashSet<>(bigrams.keySet());
    all.addAll(own.keySet());
    terms.prepare(
        ofStatements
            ? EnumSet.of(Field.BIGRAMS, Field.MEASURE_BIGRAMS, Field.HEADINGS)
            : EnumSet.of(Field.BIGRAMS, Field.HEADINGS),
        all);
    List<Channel<C>> channels = new ArrayList<>();
    add(channels, Evidence.WORDS, weights.words(), terms.any(Field.WORDS, words, MOST_WORDS));
    add(channels, Evidence.BIGRAMS, weights.bigrams(), grams(Field.BIGRAMS, bigrams));
    add(
        channels,
        Evidence.CONCEPTS,
        weights.concepts(),
        terms.any(Field.CONCEPTS, concepts, MOST_WORDS));
    if (ofStatements) {
      add(channels, Evidence.TOPICS, weights.topics(), topics());
      add(channels, Evidence.MEASURE, weights.joined(), joined(own));
    }
    add(channels, Evidence.HEADING, weights.headings(), grams(Field.HEADINGS, bigrams));
    if (ofStatements) {
      List<C> planned = new ArrayList<>(grams(Field.MEASURE_BIGRAMS, bigrams));
      planned.addAll(terms.any(Field.MEASURE_CONCEPTS, concepts, MOST_WORDS));
      add(channels, Evidence.MEASURE, weights.measure(), planned);
      add(channels, Evidence.MEASURE, weights.ownMeasure(), grams(Field.MEASURE_BIGRAMS, own));
    }
    add(channels, Evidence.MEASURE, weights.ownMeasureSaid(), grams(Field.BIGRAMS, own));
    return channels;
  }

  /** What is about the same, by the problem or by what is planned against it. */
  private List<C> topics() throws IOException {
    return terms.any(Field.TOPICS, asked.topics(), MOST_WORDS);
  }

  /** Problems and their plans as one text, held against the asking problem and plan as one. */
  private List<C> joined(Map<String, Double> own) throws IOException {
    Map<String, Double> both = new HashMap<>(bigrams);
    own.forEach((gram, count) -> both.merge(gram, count, Math::max));
    List<C> any = new ArrayList<>();
    for (Field field : List.of(Field.BIGRAMS, Field.MEASURE_BIGRAMS)) {
      any.addAll(grams(field, both));
    }
    return any;
  }

  /**
   * How many of those that are found first are worth asking on with: none where the matter is
   * known, of which their words then tell nothing new.
   */
  public int followed() {
    boolean isKnown = terms.areOfStatements() && !asked.topics().isEmpty();
    return isKnown ? 0 : (int) Math.round(weights.followed());
  }

  /**
   * What to look for when some were found: plans in the words of these problems, and problems in
   * the words of their plans (relevance models; Lavrenko and Croft 2001).
   *
   * @param found best first
   */
  public List<Channel<C>> following(List<Found> found) throws IOException {
    Map<String, Double> said = new HashMap<>();
    Map<String, Double> planned = new HashMap<>();
    for (int i = 0; i < found.size(); i++) {
      addShare(found.get(i).text(), i + 1, said);
      addShare(found.get(i).measure(), i + 1, planned);
    }
    List<Channel<C>> channels = new ArrayList<>();
    if (terms.areOfStatements()) {
      add(
          channels,
          Evidence.MEASURE,
          weights.followedProblems(),
          grams(Field.MEASURE_BIGRAMS, said));
    }
    add(channels, Evidence.MEASURE, weights.followedMeasures(), grams(Field.BIGRAMS, planned));
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
    return TellingTerms.counted(grams);
  }

  private List<C> grams(Field field, Map<String, Double> of) throws IOException {
    return terms.any(field, of, MOST_BIGRAMS);
  }

  private void add(List<Channel<C>> channels, Evidence evidence, double weight, List<C> any) {
    if (weight > 0 && !any.isEmpty()) {
      channels.add(new Channel<>(evidence, weight, any));
    }
  }
}
