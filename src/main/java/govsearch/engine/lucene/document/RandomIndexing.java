package govsearch.engine.lucene.document;

import java.util.Map;

/**
 * Random indexing (Kanerva and others 2000; Sahlgren 2005): every feature has a sparse vector of a
 * few ones and minus ones in random places, nearly at right angles to any other's; a text has the
 * sum. Places follow from a hash of the feature, so that no table is kept and the same text has the
 * same vector in every index.
 */
public final class RandomIndexing implements Embedder {

  /** How vectors are made of what is indexed. */
  public static final Embedder USUAL = new RandomIndexing();

  private static final int DIMENSIONS = 256;
  private static final int NON_ZERO = 8;

  @Override
  public int dimensions() {
    return DIMENSIONS;
  }

  @Override
  public float[] vector(Map<String, Double> features) {
    float[] sum = new float[DIMENSIONS];
    features.forEach((feature, weight) -> add(feature, weight.floatValue(), sum));
    Vectors.normalise(sum);
    return sum;
  }

  private static void add(String feature, float weight, float[] sum) {
    long state = hash(feature);
    for (int i = 0; i < NON_ZERO; i++) {
      state += 0x9E3779B97F4A7C15L;
      long bits = mixed(state);
      sum[(int) (bits & (DIMENSIONS - 1))] += bits < 0 ? -weight : weight;
    }
  }

  /** FNV-1a of 64 bits over UTF-16 units. */
  private static long hash(String text) {
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
    }
    return hash;
  }

  /** The output of SplitMix64 (Steele, Lea and Flood 2014). */
  private static long mixed(long state) {
    long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
