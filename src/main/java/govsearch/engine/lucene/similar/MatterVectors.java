package govsearch.engine.lucene.similar;

import govsearch.engine.Embedder;
import govsearch.text.Fingerprints;
import govsearch.text.MatterSentences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/**
 * The sentences in which people tell of matters, as a learnt model takes them: what a text is about
 * is told by which of them it is near to, as seen from their middle.
 */
final class MatterVectors {

  /** The smaller, the more the nearest matter alone counts. */
  private static final double SOFTNESS = 0.05;

  /** The sentences from the middle, each of length one. */
  private final SentenceMatrix aims;

  /** Of each sentence its matter, and what the middle has of it. */
  private final int[] matterOf;

  private final double[] ofMean;
  private final int matters;
  private final Quantised mean;
  private final double meanSquare;

  private MatterVectors(MatterSentences sentences, List<float[]> vectors) {
    float[] middle = new float[vectors.getFirst().length];
    for (float[] vector : vectors) {
      for (int i = 0; i < middle.length; i++) {
        middle[i] += vector[i] / vectors.size();
      }
    }
    matters = sentences.matters();
    mean = Quantised.of(middle);
    meanSquare = dot(middle, middle);
    matterOf = sentences.all().stream().mapToInt(MatterSentences.Sentence::matter).toArray();
    List<float[]> seen = vectors.stream().map(vector -> minus(vector, middle)).toList();
    ofMean = seen.stream().mapToDouble(one -> dot(one, middle)).toArray();
    aims = new SentenceMatrix(seen);
  }

  private static float[] minus(float[] vector, float[] middle) {
    float[] from = vector.clone();
    for (int i = 0; i < from.length; i++) {
      from[i] -= middle[i];
    }
    return VectorSpace.unit(from);
  }

  /**
   * Has the model read them, each once for as long as the file is there; null if it was stopped.
   *
   * @param stop asked before each
   */
  static @Nullable MatterVectors of(Path file, Embedder embedder, BooleanSupplier stop)
      throws IOException {
    try {
      return read(file, embedder, stop);
    } catch (VectorFile.OtherModelException | VectorLayout.DamagedException e) {
      Files.delete(file); // they are soon read again
      return read(file, embedder, stop);
    }
  }

  private static @Nullable MatterVectors read(Path file, Embedder embedder, BooleanSupplier stop)
      throws IOException {
    MatterSentences sentences = MatterSentences.builtIn();
    Fingerprints prints = new Fingerprints(List.of());
    List<float[]> vectors = new ArrayList<>();
    try (VectorFile known = VectorFile.open(file, embedder.id(), embedder.dimension())) {
      for (MatterSentences.Sentence sentence : sentences.all()) {
        long key = prints.of(sentence.text()).whole();
        if (!known.has(key)) {
          if (stop.getAsBoolean()) {
            return null;
          }
          known.append(key, embedder.embed(sentence.text()));
        }
        vectors.add(known.vector(known.row(key)));
      }
      known.force();
    }
    return new MatterVectors(sentences, vectors);
  }

  /**
   * How much a text is about each of the matters, all together one; by its vector of length one.
   */
  double[] about(Quantised text) {
    double square = 1 - 2 * dot(text, mean) + meanSquare;
    double length = Math.sqrt(Math.max(square, 1e-6));
    double[] about = new double[matters];
    Arrays.fill(about, -1);
    double most = -1;
    float[] products = aims.products(text);
    for (int i = 0; i < products.length; i++) {
      double near = (products[i] - ofMean[i]) / length;
      about[matterOf[i]] = Math.max(about[matterOf[i]], near);
      most = Math.max(most, near);
    }
    double sum = 0;
    for (int i = 0; i < matters; i++) {
      about[i] = Math.exp((about[i] - most) / SOFTNESS);
      sum += about[i];
    }
    for (int i = 0; i < matters; i++) {
      about[i] /= sum;
    }
    return about;
  }

  private static double dot(Quantised one, Quantised other) {
    return one.scale() * other.scale() * VectorUtil.dotProduct(one.bytes(), other.bytes());
  }

  private static double dot(float[] one, float[] other) {
    return VectorUtil.dotProduct(one, other);
  }
}
