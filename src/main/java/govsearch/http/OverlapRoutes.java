package govsearch.http;

import govsearch.engine.SearchEngine;
import govsearch.insight.overlap.Overlap;
import govsearch.insight.overlap.OverlapFinder;
import govsearch.insight.overlap.OverlapSurvey;
import govsearch.insight.overlap.SharedPassage;
import govsearch.report.Ids;
import govsearch.report.Report;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** {@code GET overlap} of a scope, and {@code GET reports/{id}/overlap} of one report. */
final class OverlapRoutes implements AutoCloseable {

  private static final Set<String> OF_SCOPE =
      Set.of("region", "town", "year", "formula", "size", "again");
  private static final Set<String> OF_REPORT = Set.of("with", "formula", "size");
  private static final int MOST = 1_000;
  private static final int USUAL = 100;
  private static final int MOST_CLUSTERS = 100;
  private static final int RETRY_AFTER_SECONDS = 30;

  private final SearchEngine engine;
  private final OverlapJobs jobs;

  OverlapRoutes(SearchEngine engine) {
    this.engine = engine;
    this.jobs = new OverlapJobs(engine);
  }

  /** Two reports. */
  record PairView(
      SelfCheckView.SourceReport a,
      SelfCheckView.SourceReport b,
      String direction,
      int sentences,
      int length,
      @Nullable Double shareA,
      @Nullable Double shareB) {

    static PairView of(OverlapSurvey.Pair pair) {
      return new PairView(
          SelfCheckView.SourceReport.of(pair.a()),
          SelfCheckView.SourceReport.of(pair.b()),
          pair.direction().code(),
          pair.sentences(),
          pair.length(),
          pair.shareA(),
          pair.shareB());
    }
  }

  /** A survey, or how far it is. */
  record SurveyView(
      String state,
      int done,
      int reports,
      @Nullable Instant finished,
      @Nullable String edition,
      boolean outdated,
      long total,
      List<PairView> pairs,
      int clusterTotal,
      List<List<SelfCheckView.SourceReport>> clusters) {

    static SurveyView of(OverlapJobs.Job job, @Nullable String current, int size) {
      OverlapSurvey survey = job.survey();
      Instant finished = job.finished();
      String state = job.state().name().toLowerCase(Locale.ROOT);
      if (survey == null) {
        return new SurveyView(
            state, job.done(), job.all(), null, null, false, 0, List.of(), 0, List.of());
      }
      return new SurveyView(
          state,
          job.done(),
          job.all(),
          finished,
          job.edition(),
          !Objects.equals(job.edition(), current),
          survey.total(),
          survey.pairs().stream().limit(size).map(PairView::of).toList(),
          survey.clusters().size(),
          survey.clusters().stream()
              .limit(MOST_CLUSTERS)
              .map(one -> one.reports().stream().map(SelfCheckView.SourceReport::of).toList())
              .toList());
    }
  }

  /** What one report shares with another. */
  record SharedView(
      SelfCheckView.SourceReport report,
      String direction,
      int sentences,
      int length,
      double share) {

    static SharedView of(Overlap.Shared shared) {
      return new SharedView(
          SelfCheckView.SourceReport.of(shared.other()),
          shared.direction().code(),
          shared.sentences(),
          shared.length(),
          shared.share());
    }
  }

  /** A passage that both have. */
  record PassageView(
      String paragraphId, int ordinal, String text, String otherParagraphId, String otherText) {

    static PassageView of(SharedPassage passage) {
      return new PassageView(
          passage.paragraph().id(),
          passage.paragraph().ordinal(),
          passage.at().of(passage.paragraph().text()),
          passage.other().id(),
          passage.otherAt().of(passage.other().text()));
    }
  }

  /** One report's overlap; the passages are those with the one that was asked for. */
  record ReportView(
      SelfCheckView.SourceReport report,
      int substance,
      int total,
      List<SharedView> shared,
      List<PassageView> passages,
      long tookMillis) {}

  void survey(Context context) {
    Parameters parameters = Parameters.of(context, OF_SCOPE);
    try {
      OverlapJobs.Job job =
          jobs.of(parameters.filters(), formula(parameters), parameters.isTrue("again", false));
      context.json(
          SurveyView.of(
              job, engine.edition().orElse(null), parameters.integer("size", 1, MOST, USUAL)));
    } catch (RejectedExecutionException e) {
      context.header("Retry-After", Integer.toString(RETRY_AFTER_SECONDS));
      throw ProblemException.of(503, "服务繁忙", "排队的重合统计太多，请等前面的做完再试");
    }
  }

  private static int formula(Parameters parameters) {
    return parameters.integer(
        "formula", 2, OverlapFinder.MOST_FORMULA_REPORTS, OverlapFinder.FORMULA_REPORTS);
  }

  void report(Context context) {
    long start = System.nanoTime();
    Parameters parameters = Parameters.of(context, OF_REPORT);
    String id = context.pathParam("id");
    String with = parameters.text("with");
    int size = parameters.integer("size", 1, MOST, USUAL);
    Report report =
        (Ids.isReportId(id) ? engine.report(id) : Optional.<Report>empty())
            .orElseThrow(
                () -> ProblemException.notFound("没有编号为 " + Problem.shortened(id) + " 的报告"));
    OverlapFinder finder = new OverlapFinder(engine, formula(parameters));
    Overlap overlap = finder.of(report);
    List<SharedPassage> passages = with.isEmpty() ? List.of() : finder.passages(report.id(), with);
    if (passages == null) {
      throw ProblemException.notFound("没有编号为 " + Problem.shortened(with) + " 的报告");
    }
    context.json(
        new ReportView(
            SelfCheckView.SourceReport.of(overlap.report()),
            overlap.substance(),
            overlap.shared().size(),
            overlap.shared().stream().limit(size).map(SharedView::of).toList(),
            passages.stream().map(PassageView::of).toList(),
            TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)));
  }

  @Override
  public void close() {
    jobs.close();
  }
}
