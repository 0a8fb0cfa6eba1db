package govsearch.engine.lucene.similar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** At a glance the nearest vectors are among the first, and nothing is left behind. */
class VectorSketchesTest {

  private static final int DIMENSION = 192;
  private static final int COUNT = 6_000;
  private static final int KINDS = 60;
  private static final int NEAREST = 20;
  private static final int CLOSELY = 20;
  private static final String MODEL = "a".repeat(64);

  private final Random random = new Random(20_261_128);

  @TempDir private Path folder;

  /** Of some kinds, all with much in common, as a model's are. */
  private float[] vector(float[] kind) {
    float[] vector = new float[DIMENSION];
    double square = 0;
    for (int i = 0; i < DIMENSION; i++) {
      vector[i] = 1 + kind[i] + (float) random.nextGaussian();
      square += vector[i] * vector[i];
    }
    for (int i = 0; i < DIMENSION; i++) {
      vector[i] /= (float) Math.sqrt(square);
    }
    return vector;
  }

  private List<float[]> kinds() {
    return IntStream.range(0, KINDS)
        .mapToObj(
            one -> {
              float[] kind = new float[DIMENSION];
              for (int i = 0; i < DIMENSION; i++) {
                kind[i] = (float) random.nextGaussian();
              }
              return kind;
            })
        .toList();
  }

  private static double cosine(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  private static List<Integer> first(Comparator<Integer> order, int count) {
    return IntStream.range(0, COUNT).boxed().sorted(order).limit(count).toList();
  }

  @Test
  void theNearestAreAmongThoseThatAreLookedAtClosely() throws IOException {
    List<float[]> kinds = kinds();
    List<float[]> vectors = new ArrayList<>();
    Path file = folder.resolve("vectors.bin");
    try (VectorFile made = VectorFile.open(file, MODEL, DIMENSION)) {
      for (int row = 0; row < COUNT; row++) {
        vectors.add(vector(kinds.get(row % KINDS)));
        made.append(row + 1L, vectors.get(row));
      }
    }
    try (VectorFile again = VectorFile.open(file, MODEL, DIMENSION)) {
      VectorFile.Reader reader = again.reader();
      int found = 0;
      for (float[] kind : kinds) {
        float[] asked = vector(kind);
        long[] bits = reader.bits(asked);
        List<Integer> nearest =
            first(Comparator.comparingDouble(row -> -cosine(vectors.get(row), asked)), NEAREST);
        List<Integer> glanced =
            first(Comparator.comparingInt(row -> reader.distance(row, bits)), CLOSELY * NEAREST);
        found += (int) nearest.stream().filter(glanced::contains).count();
      }
      assertThat((double) found / (KINDS * NEAREST)).isGreaterThan(0.99);
    }
  }

  @Test
  void whatIsAddedIsComparedAtOnceAndTheFileOfBitsIsGoneAfterwards() throws IOException {
    Path file = folder.resolve("vectors.bin");
    try (VectorFile made = VectorFile.open(file, MODEL, DIMENSION)) {
      float[] one = vector(new float[DIMENSION]);
      float[] other = one.clone();
      for (int i = 0; i < 10; i++) {
        other[i] = -other[i];
      }
      made.append(1, one);
      VectorFile.Reader before = made.reader();
      made.append(2, other);
      VectorFile.Reader reader = made.reader();

      assertThat(before.count()).isEqualTo(1);
      assertThat(reader.distance(0, reader.bits(one))).isZero();
      assertThat(reader.distance(1, reader.bits(one))).isEqualTo(10);
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(path -> path.getFileName().toString())).containsExactly("vectors.bin");
    }
  }
}
