package govsearch.evaluate;

import java.util.List;
import java.util.Random;

/**
 * Whether one ranking is better than another by more than chance, question by question: Fisher's
 * randomisation test, which assumes nothing about how scores are distributed (Smucker, Allan and
 * Carterette 2007).
 */
final class PairedTest {

  private static final int ROUNDS = 20_000;

  /** Fixed, so that the same rankings always give the same figure. */
  private static final long SEED = 20_261_121L;

  private PairedTest() {}

  /**
   * How likely a mean difference at least as large, either way, would be if it were a matter of
   * chance which of the two rankings a score belongs to.
   *
   * @param one scores of the one, a question each
   * @param other scores of the other, in the same order
   */
  static double chance(List<Double> one, List<Double> other) {
    double[] differences = new double[one.size()];
    double observed = 0;
    for (int i = 0; i < differences.length; i++) {
      differences[i] = one.get(i) - other.get(i);
      observed += differences[i];
    }
    Random random = new Random(SEED);
    int asLarge = 1; // what was observed is one of the ways
    for (int round = 0; round < ROUNDS; round++) {
      double sum = 0;
      for (double difference : differences) {
        sum += random.nextBoolean() ? difference : -difference;
      }
      if (Math.abs(sum) >= Math.abs(observed) - 1e-12) {
        asLarge++;
      }
    }
    return asLarge / (ROUNDS + 1.0);
  }
}
