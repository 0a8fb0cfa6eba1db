package govsearch.engine;

import govsearch.report.Paragraph;
import govsearch.report.ReportHead;
import govsearch.text.Range;
import java.util.List;

/**
 * A paragraph that matches, as far as all of many can be given: a {@link Hit} without what has to
 * be looked up elsewhere in the collection.
 *
 * @param ranges what matched, in the paragraph's text, ascending and disjoint
 * @param formulaShare which part of its text, 0 to 1, is sentences that several reports share
 */
public record Match(
    ReportHead report, Paragraph paragraph, List<Range> ranges, double formulaShare) {}
