package govsearch.engine.lucene.document;

import govsearch.report.Statement;
import govsearch.report.StatementTopics;
import govsearch.text.Topics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What a problem and the plan against it are about, as one: the plan names the matter where the
 * problem is told in anybody's words.
 */
public final class Matters {

  /** What a plan's words count beside the problem's own. */
  private static final double OF_MEASURE = 0.7;

  /** Below this it is but a word that goes with many matters. */
  private static final double LEAST = 0.4;

  /** The same in the index: half as many, and found as well. */
  private static final double LEAST_INDEXED = 0.8;

  /** Term frequencies are whole numbers: a fourth of a word that tells little. */
  private static final int UNITS = 4;

  private Matters() {}

  /**
   * What is asked, with how much it says of that.
   *
   * @param measure what is planned against it; null where that is not known
   */
  public static Map<String, Double> asked(
      List<String> headings, String text, @Nullable String measure) {
    double[] shares = shares(headings, text);
    if (measure != null) {
      addMeasure(shares(List.of(), measure), shares);
    }
    Map<String, Double> topics = new LinkedHashMap<>();
    each(shares, LEAST, topics::put);
    return topics;
  }

  /**
   * The same of a statement that is indexed, as term frequencies.
   *
   * @param known what the report's statements are about
   */
  public static Map<String, Integer> frequencies(
      Statement problem, @Nullable Statement measure, StatementTopics known) {
    double[] shares = known.of(problem).clone();
    if (measure != null) {
      addMeasure(known.of(measure), shares);
    }
    Map<String, Integer> frequencies = new LinkedHashMap<>();
    each(
        shares,
        LEAST_INDEXED,
        (topic, sum) -> frequencies.put(topic, (int) Math.max(1, Math.round(UNITS * sum))));
    return frequencies;
  }

  private static void each(double[] shares, double least, BiConsumer<String, Double> found) {
    List<String> names = Topics.asTold().names();
    for (int topic = 0; topic < shares.length; topic++) {
      if (shares[topic] >= least) {
        found.accept(names.get(topic), shares[topic]);
      }
    }
  }

  private static void addMeasure(double[] measure, double[] topics) {
    for (int topic = 0; topic < topics.length; topic++) {
      topics[topic] += OF_MEASURE * measure[topic];
    }
  }

  private static double[] shares(List<String> headings, String text) {
    StringBuilder whole = new StringBuilder();
    headings.forEach(heading -> whole.append(heading).append('\n'));
    return Topics.asTold().shares(whole.append(text).toString());
  }
}
