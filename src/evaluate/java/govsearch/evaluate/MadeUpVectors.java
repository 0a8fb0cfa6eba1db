package govsearch.evaluate;

import govsearch.engine.Embedder;
import java.util.Random;

/**
 * Vectors that mean nothing, in the place of a model's: what it costs to look through a
 * collection's is the same, and they are made at once, where a model would read for an hour.
 */
record MadeUpVectors(String id, int dimension) implements Embedder {

  @Override
  public float[] embed(String text) {
    Random random = new Random(text.hashCode());
    float[] vector = new float[dimension];
    double square = 0;
    for (int i = 0; i < dimension; i++) {
      vector[i] = (float) random.nextGaussian() + 1; // so that some are near each other
      square += vector[i] * vector[i];
    }
    for (int i = 0; i < dimension; i++) {
      vector[i] /= (float) Math.sqrt(square);
    }
    return vector;
  }

  @Override
  public float[] embedQuestion(String text) {
    return embed(text);
  }

  @Override
  public void close() {}
}
