package govsearch.http;

import govsearch.engine.Reports;
import govsearch.engine.Revision;
import govsearch.engine.Seen;
import govsearch.report.Ids;
import govsearch.report.Report;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code GET reports/{id}/revisions}: what a report said before it was replaced. */
final class RevisionRoutes {

  private final Reports engine;

  RevisionRoutes(Reports engine) {
    this.engine = engine;
  }

  /**
   * A report's texts, the one that it has apart.
   *
   * @param firstSeen since when the collection has it; null where that is not known
   * @param seen since when the collection has the text that it has now
   */
  record View(
      String id,
      @Nullable Instant firstSeen,
      @Nullable Instant seen,
      List<RevisionView> revisions) {}

  /**
   * An earlier text.
   *
   * @param key by which {@code GET compare} takes it
   */
  record RevisionView(
      String key, @Nullable Instant from, Instant until, int paragraphs, @Nullable String title) {

    static RevisionView of(Revision revision) {
      Report report = revision.report();
      return new RevisionView(
          report.id() + "@" + revision.until(),
          revision.from() == 0 ? null : Instant.ofEpochSecond(revision.from()),
          Instant.ofEpochSecond(revision.until()),
          report.paragraphs().size(),
          report.head().title());
    }
  }

  void list(Context context) {
    Parameters.of(context, Set.of());
    String id = context.pathParam("id");
    if (!Ids.isReportId(id)) {
      throw ProblemException.notFound("报告编号的写法不对");
    }
    String own =
        engine.report(id).orElseThrow(() -> ProblemException.notFound("没有编号为 " + id + " 的报告")).id();
    Seen seen = engine.seen(own).orElse(null);
    context.json(
        new View(
            own,
            seen == null || seen.first() == 0 ? null : Instant.ofEpochSecond(seen.first()),
            seen == null ? null : Instant.ofEpochSecond(seen.text()),
            engine.revisions(own).stream().map(RevisionView::of).toList()));
  }

  /** The text that a report had until a time. */
  static Report earlier(Reports engine, String id, String until) {
    return engine.revisions(id).stream()
        .filter(revision -> Long.toString(revision.until()).equals(until))
        .map(Revision::report)
        .findFirst()
        .orElseThrow(() -> ProblemException.notFound("这份报告没有这个时候的文字"));
  }
}
