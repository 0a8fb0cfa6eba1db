package govsearch.evaluate;

import java.util.List;

/**
 * How far two graders agree, above what chance would have them (Cohen 1968).
 *
 * @param pairs how many things both have graded
 * @param same share of them with equal grades
 * @param linear kappa, a difference counting by how large it is
 * @param quadratic kappa, by its square
 * @param good kappa of whether the grade is 2 or more
 */
record GradeAgreement(int pairs, double same, double linear, double quadratic, double good) {

  private static final int GOOD = 2;

  private interface Distance {
    double of(int one, int other);
  }

  /** Of grades in the same order. */
  static GradeAgreement of(List<Integer> one, List<Integer> other) {
    int equal = 0;
    for (int i = 0; i < one.size(); i++) {
      equal += one.get(i).equals(other.get(i)) ? 1 : 0;
    }
    return new GradeAgreement(
        one.size(),
        (double) equal / one.size(),
        kappa(one, other, (a, b) -> Math.abs(a - b)),
        kappa(one, other, (a, b) -> (double) (a - b) * (a - b)),
        kappa(one, other, (a, b) -> a >= GOOD == b >= GOOD ? 0 : 1));
  }

  private static double kappa(List<Integer> one, List<Integer> other, Distance distance) {
    double seen = 0;
    double byChance = 0;
    for (int i = 0; i < one.size(); i++) {
      seen += distance.of(one.get(i), other.get(i));
      for (int grade : other) {
        byChance += distance.of(one.get(i), grade) / other.size();
      }
    }
    return byChance == 0 ? 1 : 1 - seen / byChance;
  }

  /** Two grades as one: the lower of neighbours, else the middle, rounded down. */
  static int together(int one, int other) {
    return (one + other) / 2;
  }
}
