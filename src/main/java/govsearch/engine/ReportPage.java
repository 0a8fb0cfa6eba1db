package govsearch.engine;

import govsearch.report.ReportHead;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of a list of reports, with how many there are in all. */
public record ReportPage(long total, List<ReportHead> reports, @Nullable String nextCursor) {}
