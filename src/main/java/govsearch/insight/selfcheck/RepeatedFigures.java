package govsearch.insight.selfcheck;

import govsearch.text.Quantities;
import govsearch.text.Quantity;
import govsearch.text.Range;
import java.util.ArrayList;
import java.util.List;

/**
 * The figures of a sentence that last year's sentence has at the same place: where both have as
 * many of the same units, those of the same rank; else those before which the same words stand.
 */
final class RepeatedFigures {

  /** So many characters before a figure tell what it is of. */
  private static final int CONTEXT = 4;

  private RepeatedFigures() {}

  /** Those that are the same. */
  static List<SelfChecked.RepeatedFigure> of(SelfChecked.Spot now, SelfChecked.Spot before) {
    List<Quantity> ours = Quantities.of(now.text());
    List<Quantity> theirs = Quantities.of(before.text());
    boolean inOrder = units(ours).equals(units(theirs));
    List<SelfChecked.RepeatedFigure> found = new ArrayList<>();
    for (int i = 0; i < ours.size(); i++) {
      Quantity one = ours.get(i);
      for (int j = 0; j < theirs.size(); j++) {
        Quantity other = theirs.get(j);
        boolean samePlace =
            inOrder ? i == j : context(one, now.text()).equals(context(other, before.text()));
        if (samePlace && isSame(one, other)) {
          found.add(new SelfChecked.RepeatedFigure(spot(now, one.at()), spot(before, other.at())));
          break;
        }
      }
    }
    return found;
  }

  private static List<String> units(List<Quantity> quantities) {
    return quantities.stream().map(Quantity::normalUnit).toList();
  }

  private static boolean isSame(Quantity one, Quantity other) {
    return one.normalUnit().equals(other.normalUnit())
        && one.value().compareTo(other.value()) == 0
        && one.upTo().compareTo(other.upTo()) == 0;
  }

  private static String context(Quantity quantity, String text) {
    int start = quantity.at().start();
    return text.substring(Math.max(0, start - CONTEXT), start);
  }

  private static SelfChecked.Spot spot(SelfChecked.Spot sentence, Range at) {
    return new SelfChecked.Spot(sentence.paragraph(), at.shifted(sentence.at().start()));
  }
}
