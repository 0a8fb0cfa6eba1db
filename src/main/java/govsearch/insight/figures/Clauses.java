package govsearch.insight.figures;

import govsearch.text.Quantity;
import govsearch.text.Range;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The clauses of a text with the figures in them. The text is looked over once, for it may be one
 * paragraph of a hundred thousand characters with a phrase and a figure at every second of them.
 */
final class Clauses {

  private static final String SENTENCE_ENDS = "。！？!?；;\n";
  private static final String CLAUSE_ENDS = SENTENCE_ENDS + "，,：:";

  private final String text;
  private final List<Quantity> quantities;

  /** Where a clause ends: a comma inside a figure (1,200) ends nothing. */
  private final BitSet ends = new BitSet();

  /**
   * Of a text.
   *
   * @param quantities of that text, in order and disjoint
   */
  Clauses(String text, List<Quantity> quantities) {
    this.text = text;
    this.quantities = quantities;
    int next = 0;
    for (int at = 0; at < text.length(); at++) {
      while (next < quantities.size() && quantities.get(next).at().end() <= at) {
        next++;
      }
      boolean inFigure = next < quantities.size() && quantities.get(next).at().start() <= at;
      if (!inFigure && CLAUSE_ENDS.indexOf(text.charAt(at)) >= 0) {
        ends.set(at);
      }
    }
  }

  Range around(Range phrase) {
    int before = phrase.start() == 0 ? -1 : ends.previousSetBit(phrase.start() - 1);
    return new Range(before + 1, end(phrase.end()));
  }

  /** The next clause of the same sentence. */
  Optional<Range> next(Range clause) {
    int end = clause.end();
    if (end >= text.length() || SENTENCE_ENDS.indexOf(text.charAt(end)) >= 0) {
      return Optional.empty();
    }
    return Optional.of(new Range(end + 1, end(end + 1)));
  }

  private int end(int from) {
    int end = ends.nextSetBit(from);
    return end < 0 ? text.length() : end;
  }

  /** The figures that lie whole in a clause, in order. */
  List<Quantity> within(Range clause) {
    int first = firstFrom(clause.start());
    int behind = firstFrom(clause.end());
    while (behind > first && quantities.get(behind - 1).at().end() > clause.end()) {
      behind--;
    }
    return quantities.subList(first, Math.max(first, behind));
  }

  /** The first figure that lies whole in a clause. */
  Optional<Quantity> first(Range clause) {
    int first = firstFrom(clause.start());
    return first < quantities.size() && quantities.get(first).at().end() <= clause.end()
        ? Optional.of(quantities.get(first))
        : Optional.empty();
  }

  /** The last figure that ends at a place or before it. */
  Optional<Quantity> lastUpTo(int place) {
    int at = firstFrom(place);
    while (at > 0 && quantities.get(at - 1).at().end() > place) {
      at--;
    }
    return at == 0 ? Optional.empty() : Optional.of(quantities.get(at - 1));
  }

  /** Number of the first figure that begins at a place or behind it. */
  private int firstFrom(int place) {
    int low = 0;
    int high = quantities.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (quantities.get(middle).at().start() < place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
