package govsearch.http;

import govsearch.engine.Reports;
import govsearch.report.Ids;
import io.javalin.http.Context;
import java.util.Set;

/** {@code GET reports/{id}/revisions}: what a report said before it was replaced. */
final class RevisionRoutes {

  private final Reports engine;

  RevisionRoutes(Reports engine) {
    this.engine = engine;
  }

  void list(Context context) {
    Parameters.of(context, Set.of());
    String id = context.pathParam("id");
    if (!Ids.isReportId(id)) {
      throw ProblemException.notFound("报告编号的写法不对");
    }
    context.json(
        RevisionsView.of(engine, id)
            .orElseThrow(() -> ProblemException.notFound("没有编号为 " + id + " 的报告")));
  }
}
