package govsearch.insight.figures;

import govsearch.report.Paragraph;
import govsearch.report.ReportHead;
import govsearch.text.Quantity;
import govsearch.text.Range;
import org.jspecify.annotations.Nullable;

/**
 * A number that a paragraph attaches to a phrase.
 *
 * @param name by which it was found: another name of what was asked for, or what stands at {@code
 *     phrase}
 * @param phrase where the phrase stands, in the paragraph's text
 * @param quantity the number, with its place in the same text
 * @param before what the number was, where the text says so: 58 of 由58名增加到63名; else null
 * @param target whether it is aimed at and not reached: 计划新增39名, and what stands under plans
 * @param unchanged whether the town's report on the year before gives the same number of the same
 *     unit to the same phrase
 */
public record Figure(
    ReportHead report,
    Paragraph paragraph,
    String name,
    Range phrase,
    Quantity quantity,
    @Nullable Quantity before,
    boolean target,
    boolean unchanged) {

  Figure unchanged(boolean same) {
    return new Figure(report, paragraph, name, phrase, quantity, before, target, same);
  }
}
