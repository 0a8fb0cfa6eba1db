package govsearch.http;

import govsearch.engine.HitPage;
import govsearch.engine.Likeness;
import govsearch.engine.Origin;
import govsearch.http.SearchView.HitView;
import govsearch.report.Ids;
import io.javalin.http.Context;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code GET paragraphs/{id}/near-identical} and {@code GET paragraphs/{id}/origin}. */
final class CopyRoutes {

  private static final Set<String> PAGED = Set.of("size", "cursor");

  private final Likeness engine;

  CopyRoutes(Likeness engine) {
    this.engine = engine;
  }

  /** A page of paragraphs that say the same. */
  record Page(long total, List<HitView> hits, @Nullable String nextCursor) {}

  /** Where a paragraph's sentences come from. */
  record OriginView(List<SentenceView> sentences) {}

  /** A sentence of the paragraph, by its range, with its spread. */
  record SentenceView(
      int start,
      int end,
      long reports,
      long towns,
      ReportViews.@Nullable Head first,
      List<Origin.YearCount> spread) {}

  void nearIdentical(Context context) {
    Parameters parameters = Parameters.of(context, PAGED);
    Id id = Id.of(context);
    HitPage page =
        engine
            .nearIdentical(id.report(), id.paragraph(), parameters.size(), parameters.cursor())
            .orElseThrow(CopyRoutes::missing);
    context.json(
        new Page(page.total(), page.hits().stream().map(HitView::of).toList(), page.nextCursor()));
  }

  void origin(Context context) {
    Parameters.of(context, Set.of());
    Id id = Id.of(context);
    Origin origin = engine.origin(id.report(), id.paragraph()).orElseThrow(CopyRoutes::missing);
    context.json(new OriginView(origin.sentences().stream().map(CopyRoutes::view).toList()));
  }

  private static SentenceView view(Origin.Sentence sentence) {
    return new SentenceView(
        sentence.at().start(),
        sentence.at().end(),
        sentence.reports(),
        sentence.towns(),
        sentence.first() == null ? null : ReportViews.Head.of(sentence.first()),
        sentence.spread());
  }

  private static ProblemException missing() {
    return ProblemException.notFound("没有这一段，原文可能已更新");
  }

  /** A paragraph's name in the address. */
  record Id(String report, String paragraph) {

    static Id of(Context context) {
      String id = context.pathParam("id");
      int dot = id.lastIndexOf('.');
      if (dot < 0
          || !Ids.isReportId(id.substring(0, dot))
          || !Ids.isParagraphId(id.substring(dot + 1))) {
        throw ProblemException.notFound("段落编号应写作“报告编号.段落编号”");
      }
      return new Id(id.substring(0, dot), id.substring(dot + 1));
    }
  }
}
