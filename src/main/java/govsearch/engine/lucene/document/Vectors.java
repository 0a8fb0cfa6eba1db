package govsearch.engine.lucene.document;

import org.apache.lucene.util.VectorUtil;

/** Arithmetic of vectors. */
public final class Vectors {

  private Vectors() {}

  public static void add(float[] sum, float[] other, double factor) {
    float by = (float) factor;
    for (int i = 0; i < sum.length; i++) {
      sum[i] += by * other[i];
    }
  }

  public static boolean isZero(float[] vector) {
    for (float value : vector) {
      if (value != 0) {
        return false;
      }
    }
    return true;
  }

  /** To length 1; zero stays zero. */
  public static void normalise(float[] vector) {
    VectorUtil.l2normalize(vector, false);
  }

  /** Takes out of a vector what points in the direction of another of length 1. */
  public static void takeOut(float[] vector, float[] direction) {
    add(vector, direction, -VectorUtil.dotProduct(vector, direction));
  }
}
