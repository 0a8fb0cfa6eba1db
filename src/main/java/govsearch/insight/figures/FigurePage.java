package govsearch.insight.figures;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of figures.
 *
 * @param total how many figures there are
 * @param paragraphs how many paragraphs match
 * @param withoutFigure how many of them attach no number to the phrase
 * @param otherNames what was looked for besides what was asked for
 * @param figures newest first, those of a year by town
 * @param nextCursor where the next page begins; null when there is none
 */
public record FigurePage(
    long total,
    long paragraphs,
    long withoutFigure,
    List<String> otherNames,
    List<Figure> figures,
    @Nullable String nextCursor) {}
