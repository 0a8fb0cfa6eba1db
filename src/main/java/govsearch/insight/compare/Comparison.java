package govsearch.insight.compare;

import govsearch.report.Paragraph;
import govsearch.report.ReportHead;
import govsearch.report.Section;
import govsearch.text.Range;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What two reports have in common and what each says alone.
 *
 * @param whole of all sections
 * @param parts the sections that either report has, in the order of a report
 */
public record Comparison(ReportHead a, ReportHead b, Sums whole, List<Part> parts) {

  /** How a piece of one report is related to the other report. */
  public enum Kind {
    /** Both say it, word for word in literal form. */
    SAME,
    /** Both say it with other numbers, names or words. */
    CHANGED,
    ONLY_A,
    ONLY_B;

    /** The name that the API uses. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * A sentence of one report.
   *
   * @param at its range in the paragraph's text
   * @param changed ranges in the paragraph's text, inside of {@code at}, that the other report has
   *     not; empty where both say the same or only one says it
   */
  public record Side(Paragraph paragraph, Range at, List<Range> changed) {}

  /**
   * A sentence of either report, or of both.
   *
   * @param a null where only b has it
   * @param b null where only a has it
   */
  public record Piece(Kind kind, @Nullable Side a, @Nullable Side b) {}

  /**
   * A section.
   *
   * @param pieces in the order of b, with what only a has where it stands in a; a sentence that has
   *     changed its section stands in that of b
   */
  public record Part(Section section, Sums sums, List<Piece> pieces) {}

  /**
   * Lengths of literal texts in UTF-16 units.
   *
   * @param keptA how much of a's is in b as well: sentences that are the same, and what is not
   *     changed in the others that both have
   * @param keptB how much of b's is in a as well: what was copied forward if a is the earlier one
   */
  public record Sums(long lengthA, long keptA, long lengthB, long keptB) {

    static final Sums NONE = new Sums(0, 0, 0, 0);

    Sums plus(Sums other) {
      return new Sums(
          lengthA + other.lengthA,
          keptA + other.keptA,
          lengthB + other.lengthB,
          keptB + other.keptB);
    }

    /** Which part of a is kept, 0 to 1; null where a has nothing here. */
    public @Nullable Double shareA() {
      return lengthA == 0 ? null : (double) keptA / lengthA;
    }

    /** Which part of b is kept, 0 to 1; null where b has nothing here. */
    public @Nullable Double shareB() {
      return lengthB == 0 ? null : (double) keptB / lengthB;
    }
  }
}
