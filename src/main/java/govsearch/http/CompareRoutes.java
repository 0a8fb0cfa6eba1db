package govsearch.http;

import govsearch.engine.SearchEngine;
import govsearch.insight.compare.Comparer;
import govsearch.insight.compare.Comparison;
import govsearch.report.Ids;
import govsearch.report.Report;
import io.javalin.http.Context;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** {@code GET compare}. */
final class CompareRoutes {

  private static final Set<String> ALLOWED = Set.of("a", "b");

  private final SearchEngine engine;

  CompareRoutes(SearchEngine engine) {
    this.engine = engine;
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
        CompareView.of(comparison, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)));
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
    return RevisionsView.text(engine, given)
        .orElseThrow(
            () -> ProblemException.notFound(at < 0 ? "没有编号为 " + id + " 的报告" : "这份报告没有这个时候的文字"));
  }
}
