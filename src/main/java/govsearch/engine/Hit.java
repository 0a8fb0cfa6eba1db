package govsearch.engine;

import govsearch.report.Paragraph;
import govsearch.report.ReportHead;
import govsearch.text.Range;
import java.util.List;

/**
 * A paragraph found.
 *
 * @param ranges what matched, in the paragraph's text, ascending and disjoint
 * @param concepts what it says in other words, in loose mode; their ranges are among {@code ranges}
 * @param score of no meaning outside one result
 * @param inReport how many paragraphs of its report match, itself included; 0 where nothing was
 *     searched for
 * @param formulaShare which part of its text, 0 to 1, is sentences that several reports share
 */
public record Hit(
    ReportHead report,
    Paragraph paragraph,
    List<Range> ranges,
    List<SharedConcept> concepts,
    float score,
    int inReport,
    double formulaShare,
    NearIdentical nearIdentical) {}
