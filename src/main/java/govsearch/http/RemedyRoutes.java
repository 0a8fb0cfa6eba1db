package govsearch.http;

import govsearch.engine.SearchEngine;
import govsearch.insight.remedies.Remedies;
import govsearch.insight.remedies.Remedy;
import govsearch.report.Paragraph;
import govsearch.report.Report;
import govsearch.text.Range;
import io.javalin.http.Context;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code GET paragraphs/{id}/remedies}. */
final class RemedyRoutes {

  private static final Set<String> ALLOWED = Set.of("statement", "size");
  private static final int MOST = 20;
  private static final int DEFAULT = 3;

  private final SearchEngine engine;
  private final Remedies remedies;

  RemedyRoutes(SearchEngine engine) {
    this.engine = engine;
    this.remedies = new Remedies(engine);
  }

  /** What is done about a problem; {@code at} is of the paragraph's text. */
  record View(
      ReportViews.Head report,
      String paragraphId,
      Range at,
      List<RemedyView> measures,
      ReportViews.@Nullable Head nextYear,
      List<RemedyView> achievements) {

    static View of(Report report, Paragraph problem, Range at, Remedy.Found found) {
      return new View(
          ReportViews.Head.of(report.head()),
          problem.id(),
          at,
          found.measures().stream().map(RemedyView::of).toList(),
          found.nextYear() == null ? null : ReportViews.Head.of(found.nextYear()),
          found.achievements().stream().map(RemedyView::of).toList());
    }
  }

  /**
   * A measure or achievement; {@code at} and {@code ranges} are of the paragraph's {@code text}.
   */
  record RemedyView(
      String paragraphId,
      int ordinal,
      String section,
      List<String> headingPath,
      String text,
      Range at,
      double score,
      List<String> terms,
      List<Range> ranges) {

    static RemedyView of(Remedy remedy) {
      Paragraph paragraph = remedy.paragraph();
      return new RemedyView(
          paragraph.id(),
          paragraph.ordinal(),
          paragraph.section().code(),
          paragraph.headingPath(),
          paragraph.text(),
          remedy.statement(),
          remedy.score(),
          remedy.terms(),
          remedy.ranges());
    }
  }

  void remedies(Context context) {
    Parameters parameters = Parameters.of(context, ALLOWED);
    CopyRoutes.Id id = CopyRoutes.Id.of(context);
    int size = parameters.integer("size", 1, MOST, DEFAULT);
    Report report = engine.report(id.report()).orElseThrow(RemedyRoutes::missing);
    Paragraph problem =
        report.paragraphs().stream()
            .filter(paragraph -> paragraph.id().equals(id.paragraph()))
            .findFirst()
            .orElseThrow(RemedyRoutes::missing);
    Range at = statement(parameters, problem);
    context.json(View.of(report, problem, at, remedies.of(report, problem, at, size)));
  }

  /** The statement of a number, from 1; the whole paragraph where none is given. */
  private static Range statement(Parameters parameters, Paragraph problem) {
    int most = problem.statements().size();
    int number = parameters.integer("statement", 0, most, 0);
    return number == 0
        ? new Range(0, problem.text().length())
        : problem.statements().get(number - 1);
  }

  private static ProblemException missing() {
    return ProblemException.notFound("没有这一段，原文可能已更新");
  }
}
