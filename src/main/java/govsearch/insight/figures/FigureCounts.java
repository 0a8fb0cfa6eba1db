package govsearch.insight.figures;

/**
 * How many figures there are in the paragraphs that were read.
 *
 * @param total of all units
 * @param paragraphs how many paragraphs match
 * @param read how many of them were read
 * @param withoutFigure how many of those have no figure
 */
record FigureCounts(long total, long paragraphs, long read, long withoutFigure) {}
