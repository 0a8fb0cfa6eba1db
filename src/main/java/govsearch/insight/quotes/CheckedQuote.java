package govsearch.insight.quotes;

import govsearch.report.Paragraph;
import govsearch.report.ReportHead;
import govsearch.text.Range;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A quotation with what the collection has of it.
 *
 * @param at in the text
 * @param quoted what stands there
 * @param town whose words they are said to be; null where nothing is said
 * @param year of which year they are said to be; null where nothing is said
 * @param found where it stands, or what is nearest; the oldest first, not all of many
 * @param changed in {@code quoted}, what the nearest wording has not
 */
public record CheckedQuote(
    Range at,
    String quoted,
    Outcome outcome,
    @Nullable String town,
    @Nullable Integer year,
    List<Found> found,
    List<Range> changed) {

  /** What became of it. */
  public enum Outcome {
    /** Word for word, where it is said to be if that is said. */
    VERBATIM,
    /** Word for word, but of another town or year than is said. */
    ELSEWHERE,
    /** Nowhere word for word; there is one that is worded like it. */
    CHANGED,
    /** Not held here, which tells nothing of whether it was said. */
    UNSEEN;

    /** The name that the API uses. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Where it stands.
   *
   * @param at in the paragraph's text
   * @param changed in the paragraph's text, what the quotation has not
   */
  public record Found(ReportHead report, Paragraph paragraph, Range at, List<Range> changed) {}
}
