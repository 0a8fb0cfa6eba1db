package govsearch.engine.lucene.similar;

import govsearch.text.MatterSentences;
import org.jspecify.annotations.Nullable;

/**
 * What problems are about, each with what is planned against it: by which of the sentences in which
 * people tell of matters they are like. Looked at of the best found ones alone, so it costs nothing
 * in the index.
 */
public final class MatterLikeness {

  /** So many of the best found ones are looked at. */
  public static final int CANDIDATES = 100;

  /** What a plan counts beside its problem. */
  private static final double OF_MEASURE = 0.7;

  private MatterLikeness() {}

  /** What was asked for is about, of length one or nothing. */
  public static double[] of(AskedText asked) {
    AskedText.Measure measure = asked.measure();
    return of(asked.text(), measure == null ? "" : measure.text());
  }

  /** What a found one is about, likewise. */
  public static double[] of(SimilarChannels.Found found) {
    return of(found.text(), found.measure());
  }

  private static double[] of(String problem, String measure) {
    MatterSentences sentences = MatterSentences.builtIn();
    return together(
        tempered(sentences.about(problem)),
        measure.isEmpty() ? null : tempered(sentences.about(measure)));
  }

  /** A long text is like much: what it is about counts by the root of how much that is. */
  private static double[] tempered(double[] about) {
    double root = Math.pow(dot(about, about), 0.25);
    for (int i = 0; i < about.length && root > 0; i++) {
      about[i] /= root;
    }
    return about;
  }

  /**
   * What a problem and its plan are about as one, of length one.
   *
   * @param measure null where there is none
   */
  static double[] together(double[] problem, double @Nullable [] measure) {
    double[] both = problem.clone();
    double square = 0;
    for (int i = 0; i < both.length; i++) {
      both[i] += measure == null ? 0 : OF_MEASURE * measure[i];
      square += both[i] * both[i];
    }
    for (int i = 0; i < both.length && square > 0; i++) {
      both[i] /= Math.sqrt(square);
    }
    return both;
  }

  /** How much two are about the same, from 0 to 1. */
  public static double dot(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }
}
