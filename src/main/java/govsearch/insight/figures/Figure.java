package govsearch.insight.figures;

import govsearch.report.Paragraph;
import govsearch.report.ReportHead;
import govsearch.text.Quantity;
import govsearch.text.Range;

/**
 * A number that a paragraph attaches to a phrase.
 *
 * @param phrase where the phrase stands, in the paragraph's text
 * @param quantity the number, with its place in the same text
 * @param unchanged whether the town's report on the year before gives the same number of the same
 *     unit to the same phrase
 */
public record Figure(
    ReportHead report, Paragraph paragraph, Range phrase, Quantity quantity, boolean unchanged) {}
