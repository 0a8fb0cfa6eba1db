package govsearch.engine.lucene.similar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SentenceMatrixTest {

  private static final int DIMENSION = 96;

  private final Random random = new Random(3);

  private float[] vector() {
    float[] vector = new float[DIMENSION];
    for (int i = 0; i < DIMENSION; i++) {
      vector[i] = (float) random.nextGaussian();
    }
    return VectorSpace.unit(vector);
  }

  @Test
  void givesTheProductWithEach() {
    List<float[]> vectors = new ArrayList<>();
    for (int i = 0; i < 37; i++) {
      vectors.add(vector());
    }
    float[] text = vector();
    float[] products = new SentenceMatrix(vectors).products(Quantised.of(text));
    assertThat(products).hasSize(37);
    for (int i = 0; i < products.length; i++) {
      double exact = 0;
      for (int j = 0; j < DIMENSION; j++) {
        exact += text[j] * vectors.get(i)[j];
      }
      assertThat((double) products[i]).isCloseTo(exact, within(0.01));
    }
  }
}
