package govsearch.engine.lucene.similar;

import java.util.Arrays;
import java.util.List;

/**
 * What each of some found ones gets from those that are most like it: what is like many good ones
 * is good, though it may have little of what was asked for itself (Diaz 2005).
 */
public final class Neighbours {

  /** Each is held to be like so many others. */
  private static final int NEAREST = 3;

  private Neighbours() {}

  /**
   * From those that are like each.
   *
   * @param scores of each so far, none below 0
   * @param about what each is about by one kind of evidence, of length one or nothing, in the order
   *     of the scores; several kinds add up
   * @return for each, in the same order
   */
  public static double[] of(double[] scores, List<double[][]> about) {
    int count = scores.length;
    double[][] like = new double[count][count];
    for (double[][] kind : about) {
      for (int i = 0; i < count; i++) {
        for (int j = 0; j < i; j++) {
          double both = MatterLikeness.dot(kind[i], kind[j]);
          like[i][j] += both;
          like[j][i] += both;
        }
      }
    }
    double[][] near = nearest(like);
    double[] sums = new double[count];
    for (int i = 0; i < count; i++) {
      sums[i] = Math.sqrt(Arrays.stream(near[i]).sum());
    }
    double[] got = new double[count];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < count; j++) {
        got[i] += near[i][j] > 0 ? scores[j] * near[i][j] / (sums[i] * sums[j]) : 0;
      }
    }
    return got;
  }

  /** The same where one is among the nearest of the other; nothing elsewhere. */
  private static double[][] nearest(double[][] like) {
    int count = like.length;
    double[] least = new double[count];
    for (int i = 0; i < count; i++) {
      double[] row = like[i].clone();
      Arrays.sort(row);
      least[i] = row[Math.max(0, count - NEAREST)];
    }
    double[][] near = new double[count][count];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < count; j++) {
        near[i][j] = like[i][j] >= Math.min(least[i], least[j]) ? like[i][j] : 0;
      }
    }
    return near;
  }
}
