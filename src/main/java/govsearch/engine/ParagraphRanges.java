package govsearch.engine;

import govsearch.text.Range;
import java.util.List;

/** Where a query matches in a paragraph; a match by fields alone has no ranges. */
public record ParagraphRanges(String paragraphId, List<Range> ranges) {}
