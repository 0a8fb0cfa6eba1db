package govsearch.http;

import govsearch.engine.SearchEngine;
import govsearch.insight.concordance.Concordance;
import govsearch.insight.concordance.ConcordanceGroup;
import govsearch.insight.concordance.ConcordanceLine;
import govsearch.insight.concordance.ConcordancePage;
import govsearch.query.Notice;
import govsearch.query.ParsedQuery;
import govsearch.query.Understood;
import govsearch.report.ReportHead;
import govsearch.report.YearDoubt;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** {@code GET concordance}. */
final class ConcordanceRoutes {

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
          "context",
          "whole",
          "size",
          "cursor");

  /** Of one page: a person waits for it. Exports have all the time they need. */
  private static final Duration TIME_LIMIT = Duration.ofSeconds(20);

  private final SearchEngine engine;
  private final Concordance concordance;

  ConcordanceRoutes(SearchEngine engine) {
    this.engine = engine;
    concordance = new Concordance(engine, TIME_LIMIT);
  }

  /** A page of lines. */
  record View(
      long totalLines,
      long paragraphs,
      long readParagraphs,
      List<ConcordanceGroup> groups,
      long otherGroups,
      long otherLines,
      List<LineView> lines,
      List<Understood> understood,
      List<Notice> notices,
      @Nullable String nextCursor,
      long tookMillis) {}

  /** A line; {@code start} and {@code end} are of the match in the paragraph's text. */
  record LineView(
      String left,
      String match,
      String right,
      String reportId,
      String paragraphId,
      int ordinal,
      int start,
      int end,
      List<String> headingPath,
      String section,
      @Nullable String title,
      @Nullable String town,
      @Nullable String county,
      @Nullable String city,
      @Nullable String province,
      @Nullable Integer year,
      boolean yearDoubtful) {}

  void page(Context context) {
    long start = System.nanoTime();
    Parameters parameters = Parameters.of(context, ALLOWED);
    ParsedQuery query = parameters.queryOfText(engine);
    int around = parameters.context();
    ConcordancePage page =
        concordance.page(
            parameters.matches(query),
            parameters.concordanceOrder(),
            parameters.isTrue("whole", false),
            parameters.size(),
            parameters.cursor());
    context.json(
        new View(
            page.totalLines(),
            page.paragraphs(),
            page.read(),
            page.groups(),
            page.otherGroups(),
            page.otherLines(),
            page.lines().stream().map(line -> view(line, around)).toList(),
            query.understood(),
            notices(query),
            page.nextCursor(),
            TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)));
  }

  private static List<Notice> notices(ParsedQuery query) {
    List<Notice> notices = new ArrayList<>(query.notices());
    if (!Concordance.hasText(query.query())) {
      notices.add(new Notice("no-text", "检索式里没有要找的文字，所以没有可以排列的行；请加上词或短语", 0, 0));
    }
    return notices;
  }

  private static LineView view(ConcordanceLine line, int around) {
    ReportHead report = line.report();
    return new LineView(
        line.left(around),
        line.match(),
        line.right(around),
        report.id(),
        line.paragraph().id(),
        line.paragraph().ordinal(),
        line.at().start(),
        line.at().end(),
        line.paragraph().headingPath(),
        line.paragraph().section().code(),
        report.title(),
        report.town(),
        report.county(),
        report.city(),
        report.province(),
        report.year(),
        YearDoubt.isToCome(report.year()));
  }
}
