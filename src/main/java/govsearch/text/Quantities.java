package govsearch.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * Finds the figures of a text: counts with their measure words, rates, and sums of money. Years,
 * dates, ordinals, document numbers and numbers inside names (三项制度, “一站式”) are none.
 */
public final class Quantities {

  private Quantities() {}

  /**
   * Whether a part of a text can have a figure, at a glance.
   *
   * @param literal the text in literal form
   * @param part of it
   */
  public static boolean mayHave(String literal, Range part) {
    return FigureFinder.hasNumeral(literal, part);
  }

  /** All figures of a text, in order, disjoint. */
  public static List<Quantity> of(String text) {
    FoldedText folded = Literal.of(text);
    String literal = folded.text();
    List<Quantity> found = new ArrayList<>();
    FigureFinder rate = new FigureFinder(RateFigure.PATTERN, literal);
    FigureFinder count = new FigureFinder(CountFigure.PATTERN, literal);
    int at = 0;
    boolean moreRates = rate.find();
    boolean moreCounts = count.find();
    while (moreRates || moreCounts) {
      boolean takeRate =
          moreRates && (!moreCounts || rate.match().start() <= count.match().start());
      Matcher next = takeRate ? rate.match() : count.match();
      if (next.start() >= at) {
        Optional<Quantity> quantity =
            takeRate ? RateFigure.of(next, literal, folded) : CountFigure.of(next, literal, folded);
        if (quantity.isPresent()) {
          found.add(quantity.get());
          at = next.end();
        }
      }
      if (takeRate) {
        moreRates = rate.find();
      } else {
        moreCounts = count.find();
      }
    }
    return found;
  }
}
