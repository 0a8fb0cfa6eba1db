package govsearch.engine.lucene.similar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorSpaceTest {

  private static final int DIMENSION = 64;
  private static final int COUNT = 300;
  private static final String MODEL = "m".repeat(VectorLayout.ID_LENGTH);

  private final Random random = new Random(1);

  @TempDir private Path folder;

  @BeforeEach
  void fill() throws IOException {
    try (VectorFile file = open()) {
      for (int i = 0; i < COUNT; i++) {
        file.append(i + 1L, ofGenre(random.nextInt(DIMENSION)));
      }
    }
  }

  private VectorFile open() throws IOException {
    return VectorFile.open(folder.resolve("v"), MODEL, DIMENSION);
  }

  /** All say mostly the same, and a little of one matter of their own. */
  private float[] ofGenre(int matter) {
    float[] vector = new float[DIMENSION];
    for (int i = 0; i < DIMENSION; i++) {
      vector[i] = 1 + 0.02f * (float) random.nextGaussian();
    }
    vector[matter] += 1.5f;
    return VectorSpace.unit(vector);
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  @Test
  void whatAllHaveInCommonIsTakenAway() throws IOException {
    try (VectorFile file = open()) {
      VectorSpace space = VectorSpace.of(file);
      float[] one = ofGenre(40);
      float[] same = ofGenre(40);
      float[] other = ofGenre(50);
      assertThat(dot(one, other)).as("as they are").isGreaterThan(0.9);
      assertThat(dot(space.of(one), space.of(other))).isLessThan(0.2);
      assertThat(dot(space.of(one), space.of(same))).isGreaterThan(0.8);
      assertThat(dot(space.of(one), space.of(one))).isCloseTo(1, within(1e-5));
    }
  }

  @Test
  void aRowIsSeenAsItsVectorIs() throws IOException {
    try (VectorFile file = open()) {
      VectorSpace space = VectorSpace.of(file);
      float[] aim = space.of(ofGenre(40));
      Quantised to = Quantised.of(aim);
      for (int row = 0; row < COUNT; row += 17) {
        assertThat((double) space.dot(file.reader(), row, to, space.ofMean(aim)))
            .isCloseTo(dot(aim, space.of(file.vector(row))), within(0.05));
        float[] other = space.of(ofGenre(50));
        assertThat((double) space.dot(file.reader(), row, Quantised.of(other), space.ofMean(other)))
            .as("another, once the row's length is known")
            .isCloseTo(dot(other, space.of(file.vector(row))), within(0.05));
      }
    }
  }

  @Test
  void ofAFewThereIsNoMiddle() throws IOException {
    try (VectorFile file = VectorFile.open(folder.resolve("few"), MODEL, DIMENSION)) {
      float[] only = ofGenre(3);
      file.append(1, only);
      assertThat(VectorSpace.of(file).of(only)).containsExactly(only, within(1e-6f));
    }
  }

  @Test
  void isMadeAnewWhenThereAreMore() throws IOException {
    try (VectorFile file = open()) {
      VectorSpace space = VectorSpace.of(file);
      assertThat(space.isOf(COUNT)).isTrue();
      assertThat(space.isOf(COUNT + 5)).isTrue();
      assertThat(space.isOf(2 * COUNT)).isFalse();
    }
  }
}
