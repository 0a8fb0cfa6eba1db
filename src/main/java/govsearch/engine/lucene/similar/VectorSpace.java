package govsearch.engine.lucene.similar;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A collection's vectors as seen from their middle. What all of them have in common says only that
 * they are of one genre (存在…不足, 有待加强): the mean and the directions in which they differ most are
 * taken away (Mu and Viswanath 2018), so that what is left is about the matter.
 */
final class VectorSpace {

  /** One tells problems from plans, one short texts from long ones. */
  private static final int COMMON = 2;

  /** Of so many vectors mean and directions are known well enough. */
  private static final int SAMPLE = 2048;

  private static final int ROUNDS = 12;

  /** It is that of more vectors too, up to one in so many. */
  private static final int GROWTH = 10;

  /** Of fewer there is no middle. */
  private static final int LEAST = 20;

  private final float[] mean;
  private final List<float[]> common = new ArrayList<>();

  /** As many as there were when it was made. */
  private final int count;

  /**
   * How long rows are as they are seen here, 0 where that was not asked yet: it takes far longer to
   * find than what is asked of a row with it.
   */
  private final float[] lengths;

  private VectorSpace(List<float[]> some, int dimension, int count) {
    this.count = count;
    this.lengths = new float[count + count / GROWTH];
    this.mean = new float[dimension];
    for (float[] vector : some) {
      for (int i = 0; i < dimension; i++) {
        mean[i] += vector[i] / some.size();
      }
    }
    List<float[]> left = some.stream().map(this::minusMean).toList();
    for (int i = 0; i < COMMON && some.size() >= LEAST; i++) {
      float[] direction = direction(left, i);
      left.forEach(vector -> takeAway(direction, vector));
      common.add(direction);
    }
  }

  /** The space of what a file has by now. */
  static VectorSpace of(VectorFile file) throws IOException {
    int count = file.count();
    int step = Math.max(1, count / SAMPLE);
    List<float[]> some = new ArrayList<>();
    for (int row = 0; row < count; row += step) {
      some.add(file.vector(row));
    }
    List<float[]> enough = some.size() < LEAST ? List.of() : some;
    return new VectorSpace(enough, file.dimension(), count);
  }

  /** Whether it is still that of so many, nearly. */
  boolean isOf(int many) {
    return many == count || (count >= LEAST && many - count < count / GROWTH);
  }

  /** A vector as it is seen here, of length one. */
  float[] of(float[] vector) {
    float[] seen = minusMean(vector);
    common.forEach(direction -> takeAway(direction, seen));
    return unit(seen);
  }

  /**
   * A row as it is seen here, held against what is seen here too.
   *
   * @param aim quantised, and how much of it the mean has
   */
  float dot(VectorFile.Reader reader, int row, Quantised aim, float ofMean) {
    return (reader.cosine(row, aim) - ofMean) / length(reader, row);
  }

  private float length(VectorFile.Reader reader, int row) {
    float known = row < lengths.length ? lengths[row] : 0;
    if (known == 0) {
      float[] seen = minusMean(reader.vector(row));
      common.forEach(direction -> takeAway(direction, seen));
      known = (float) Math.sqrt(Math.max(dot(seen, seen), 1e-6));
      if (row < lengths.length) {
        lengths[row] = known; // whoever else finds it finds the same
      }
    }
    return known;
  }

  float ofMean(float[] aim) {
    return (float) dot(aim, mean);
  }

  static float[] unit(float[] vector) {
    double square = dot(vector, vector);
    if (square == 0) {
      return vector;
    }
    float[] unit = new float[vector.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = (float) (vector[i] / Math.sqrt(square));
    }
    return unit;
  }

  private float[] minusMean(float[] vector) {
    float[] left = new float[vector.length];
    for (int i = 0; i < left.length; i++) {
      left[i] = vector[i] - mean[i];
    }
    return left;
  }

  /** The direction in which vectors around zero differ most, by powers of their spread. */
  private static float[] direction(List<float[]> vectors, int seed) {
    Random random = new Random(seed);
    float[] direction = new float[vectors.getFirst().length];
    for (int i = 0; i < direction.length; i++) {
      direction[i] = (float) random.nextGaussian();
    }
    for (int round = 0; round < ROUNDS; round++) {
      float[] next = new float[direction.length];
      for (float[] vector : vectors) {
        double along = dot(vector, direction);
        for (int i = 0; i < next.length; i++) {
          next[i] += (float) (along * vector[i]);
        }
      }
      direction = unit(next);
    }
    return direction;
  }

  private static void takeAway(float[] direction, float[] from) {
    double along = dot(direction, from);
    for (int i = 0; i < from.length; i++) {
      from[i] -= (float) (along * direction[i]);
    }
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }
}
