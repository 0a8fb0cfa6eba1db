package govsearch.http;

import govsearch.engine.SearchEngine;
import govsearch.insight.compare.Comparer;
import govsearch.insight.compare.Comparison;
import govsearch.report.Ids;
import govsearch.report.Report;
import govsearch.text.Range;
import io.javalin.http.Context;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** {@code GET compare}. */
final class CompareRoutes {

  private static final Set<String> ALLOWED = Set.of("a", "b");

  private final SearchEngine engine;

  CompareRoutes(SearchEngine engine) {
    this.engine = engine;
  }

  /** Two reports compared. */
  record View(
      ReportViews.Head a,
      ReportViews.Head b,
      SumsView whole,
      List<PartView> sections,
      long tookMillis) {}

  /** Lengths, and which part of them is kept. */
  record SumsView(
      long lengthA,
      long keptA,
      @Nullable Double shareA,
      long lengthB,
      long keptB,
      @Nullable Double shareB) {

    static SumsView of(Comparison.Sums sums) {
      return new SumsView(
          sums.lengthA(), sums.keptA(), sums.shareA(), sums.lengthB(), sums.keptB(), sums.shareB());
    }
  }

  /** A section. */
  record PartView(String section, SumsView sums, List<PieceView> pieces) {

    static PartView of(Comparison.Part part) {
      return new PartView(
          part.section().code(),
          SumsView.of(part.sums()),
          part.pieces().stream().map(PieceView::of).toList());
    }
  }

  /** A sentence of either report, or of both. */
  record PieceView(String kind, @Nullable SideView a, @Nullable SideView b) {

    static PieceView of(Comparison.Piece piece) {
      return new PieceView(piece.kind().code(), SideView.of(piece.a()), SideView.of(piece.b()));
    }
  }

  /** A sentence; {@code at} and {@code changed} are of the paragraph's text. */
  record SideView(
      String paragraphId, int ordinal, String section, Range at, String text, List<Range> changed) {

    static @Nullable SideView of(Comparison.@Nullable Side side) {
      return side == null
          ? null
          : new SideView(
              side.paragraph().id(),
              side.paragraph().ordinal(),
              side.paragraph().section().code(),
              side.at(),
              side.at().of(side.paragraph().text()),
              side.changed());
    }
  }

  void compare(Context context) {
    long start = System.nanoTime();
    Parameters parameters = Parameters.of(context, ALLOWED);
    Report a = report(parameters, "a");
    Report b = report(parameters, "b");
    if (parameters.text("a").equals(parameters.text("b"))) {
      throw ProblemException.badRequest("参数有误", "a 和 b 是同一份报告，请给两份不同的报告");
    }
    Comparison comparison = compared(a, b);
    context.json(
        new View(
            ReportViews.Head.of(comparison.a()),
            ReportViews.Head.of(comparison.b()),
            SumsView.of(comparison.whole()),
            comparison.parts().stream().map(PartView::of).toList(),
            TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)));
  }

  private static Comparison compared(Report a, Report b) {
    try {
      return Comparer.compare(a, b);
    } catch (Comparer.TooLongException e) {
      throw ProblemException.badRequest(
          "报告过长",
          "编号为 "
              + e.reportId()
              + " 的报告有 "
              + e.sentences()
              + " 句，最多比较 "
              + Comparer.MOST_SENTENCES
              + " 句");
    }
  }

  private Report report(Parameters parameters, String name) {
    String given = parameters.text(name);
    int at = given.indexOf('@');
    String id = at < 0 ? given : given.substring(0, at);
    if (id.isEmpty()) {
      throw ProblemException.badRequest("缺少参数", "请用 a 和 b 给出两份报告的编号");
    }
    if (!Ids.isReportId(id)) {
      throw ProblemException.notFound("报告编号的写法不对：" + Problem.shortened(id));
    }
    if (at >= 0) {
      return RevisionRoutes.earlier(engine, id, given.substring(at + 1));
    }
    return engine.report(id).orElseThrow(() -> ProblemException.notFound("没有编号为 " + id + " 的报告"));
  }
}
