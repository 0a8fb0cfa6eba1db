package govsearch.engine.lucene.similar;

import org.jspecify.annotations.Nullable;

/**
 * What a problem and its plan are held against, as seen in a {@link VectorSpace}: each of the two
 * against each of the asking ones, all four in one sum, since a plan names the matter where a
 * problem is told in anybody's words.
 *
 * @param problem as it is seen
 * @param measure what is planned against it; null where that is not known
 * @param ofPlans how much a comparison with a plan counts beside that of two problems
 */
@SuppressWarnings("ArrayRecordComponent") // never changed
record Aim(float[] problem, float @Nullable [] measure, double ofPlans) {

  /** That to which problems are to be near. */
  float[] atProblems() {
    return sum(problem, 1, ofPlans);
  }

  /** That to which plans are to be near. */
  float[] atMeasures() {
    return sum(problem, ofPlans, ofPlans);
  }

  private float[] sum(float[] first, double ofFirst, double ofSecond) {
    float[] sum = new float[first.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = (float) (ofFirst * first[i] + (measure == null ? 0 : ofSecond * measure[i]));
    }
    return sum;
  }
}
