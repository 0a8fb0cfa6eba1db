package govsearch.http;

import govsearch.engine.Match;
import govsearch.engine.MatchingReport;
import govsearch.engine.MatchingReportOrder;
import govsearch.engine.MatchingReportPage;
import govsearch.engine.SearchEngine;
import govsearch.query.Notice;
import govsearch.query.ParsedQuery;
import govsearch.query.Understood;
import govsearch.report.Paragraph;
import govsearch.text.Range;
import io.javalin.http.Context;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** {@code GET search/reports}. */
final class MatchingReportRoutes {

  private static final Set<String> ALLOWED =
      Set.of(
          "q",
          "mode",
          "region",
          "town",
          "year",
          "section",
          "fold",
          "substance",
          "sort",
          "size",
          "cursor");

  private final SearchEngine engine;

  MatchingReportRoutes(SearchEngine engine) {
    this.engine = engine;
  }

  /** A page of reports. */
  record View(
      long total,
      long paragraphs,
      List<ReportView> reports,
      List<Understood> understood,
      List<Notice> notices,
      @Nullable String nextCursor,
      long tookMillis) {}

  /** A report and how often it matches. */
  record ReportView(ReportViews.Head report, long paragraphs, long places, Example example) {}

  /** A paragraph that matches; {@code ranges} are of its text. */
  record Example(
      String paragraphId,
      int ordinal,
      String text,
      List<Range> ranges,
      List<String> headingPath,
      String section) {}

  void page(Context context) {
    long start = System.nanoTime();
    Parameters parameters = Parameters.of(context, ALLOWED);
    ParsedQuery query = parameters.query(engine);
    MatchingReportPage page =
        engine.matchingReports(
            parameters.matches(query),
            parameters.choice(
                "sort",
                MatchingReportOrder.values(),
                MatchingReportOrder::code,
                MatchingReportOrder.MOST),
            parameters.size(),
            parameters.cursor());
    context.json(
        new View(
            page.total(),
            page.paragraphs(),
            page.reports().stream().map(MatchingReportRoutes::view).toList(),
            query.understood(),
            query.notices(),
            page.nextCursor(),
            TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)));
  }

  private static ReportView view(MatchingReport matching) {
    Match example = matching.example();
    Paragraph paragraph = example.paragraph();
    return new ReportView(
        ReportViews.Head.of(matching.report()),
        matching.matches().size(),
        matching.places(),
        new Example(
            paragraph.id(),
            paragraph.ordinal(),
            paragraph.text(),
            example.ranges(),
            paragraph.headingPath(),
            paragraph.section().code()));
  }
}
