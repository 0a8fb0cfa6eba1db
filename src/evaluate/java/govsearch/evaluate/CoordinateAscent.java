package govsearch.evaluate;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/**
 * Looks for weights with a higher score, one weight at a time (Metzler and Croft 2007): each is
 * made larger and smaller for as long as that helps, by ever smaller steps. Finds a hill, not the
 * highest.
 *
 * @param <W> weights: a record of nothing but doubles
 */
final class CoordinateAscent<W extends Record> {

  /** What each round multiplies and divides by. */
  private static final double[] STEPS = {2, 1.4, 1.2};

  /** What is less is chance: a single answer moves the score by more. */
  private static final double LEAST_GAIN = 0.0005;

  private final Class<W> kind;
  private final RecordComponent[] components;
  private final Set<String> only;
  private final ToDoubleFunction<W> score;
  private final Consumer<String> told;

  /**
   * A climber.
   *
   * @param only names of weights that may change; all where there are none
   * @param told is told each step, in Chinese
   */
  CoordinateAscent(
      Class<W> kind, Set<String> only, ToDoubleFunction<W> score, Consumer<String> told) {
    this.only = Set.copyOf(only);
    this.kind = kind;
    this.components = kind.getRecordComponents();
    this.score = score;
    this.told = told;
  }

  /** The best weights that were found from some on; these themselves where none is better. */
  W from(W start) {
    double[] best = values(start);
    double reached = score.applyAsDouble(start);
    told.accept(String.format(Locale.ROOT, "开始 %.4f", reached));
    for (double step : STEPS) {
      for (int i = 0; i < best.length; i++) {
        if (!only.isEmpty() && !only.contains(components[i].getName())) {
          continue;
        }
        for (double factor : new double[] {step, 1 / step}) {
          double before = reached;
          reached = along(i, factor, best, reached);
          if (reached > before) {
            break; // the other way leads back
          }
        }
      }
    }
    return weights(best);
  }

  /** Goes on in one direction while it helps. */
  private double along(int place, double factor, double[] best, double reached) {
    double so = reached;
    while (true) {
      double[] other = best.clone();
      other[place] *= factor;
      double tried = score.applyAsDouble(weights(other));
      if (tried < so + LEAST_GAIN) {
        return so;
      }
      so = tried;
      best[place] = other[place];
      told.accept(
          String.format(
              Locale.ROOT, "%.4f  %s = %.3g", so, components[place].getName(), best[place]));
    }
  }

  private double[] values(W weights) {
    return Arrays.stream(components).mapToDouble(component -> value(component, weights)).toArray();
  }

  private double value(RecordComponent component, W weights) {
    try {
      return (double) component.getAccessor().invoke(weights);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private W weights(double[] values) {
    try {
      Class<?>[] types = Arrays.stream(components).map(c -> double.class).toArray(Class<?>[]::new);
      Object[] arguments = Arrays.stream(values).boxed().toArray();
      return kind.getDeclaredConstructor(types).newInstance(arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
