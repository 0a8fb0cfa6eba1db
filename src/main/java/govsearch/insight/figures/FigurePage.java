package govsearch.insight.figures;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of figures.
 *
 * @param total how many figures there are in the paragraphs that were read, of all units
 * @param paragraphs how many paragraphs match
 * @param read how many of them were read to count: fewer where there are very many, those of evenly
 *     spread reports
 * @param withoutFigure how many of those attach no number to the phrase
 * @param otherNames what was looked for besides what was asked for
 * @param units what the figures count, the most frequent first; on the first page alone
 * @param chart of the unit that is asked for, else of the most frequent; null on other pages than
 *     the first, and where there is nothing to draw
 * @param figures of the unit that is asked for, in order; a page that is not the last may be short,
 *     or empty, where figures are rare
 * @param nextCursor where the next page begins; null when there is none
 */
public record FigurePage(
    long total,
    long paragraphs,
    long read,
    long withoutFigure,
    List<String> otherNames,
    List<FigureUnit> units,
    @Nullable FigureChart chart,
    List<Figure> figures,
    @Nullable String nextCursor) {

  /** What a query without text finds. */
  public static final FigurePage NOTHING =
      new FigurePage(0, 0, 0, 0, List.of(), List.of(), null, List.of(), null);
}
