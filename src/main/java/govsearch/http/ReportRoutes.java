package govsearch.http;

import govsearch.engine.ParagraphRanges;
import govsearch.engine.ReportPage;
import govsearch.engine.SearchEngine;
import govsearch.http.ReportViews.ParagraphView;
import govsearch.insight.TownYears;
import govsearch.library.SourceStore;
import govsearch.report.Ids;
import govsearch.report.Paragraph;
import govsearch.report.Report;
import govsearch.report.ReportHead;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code GET reports}, {@code GET reports/{id}} and below, {@code GET paragraphs/{id}}. */
final class ReportRoutes {

  private static final Set<String> LIST =
      Set.of("region", "town", "year", "section", "ambiguous", "size", "cursor");
  private static final Pattern PLAIN_EXTENSION = Pattern.compile("\\.[A-Za-z0-9]{1,8}");
  private static final Set<String> HIGHLIGHT = Set.of("q", "mode");

  private final SearchEngine engine;
  private final SourceStore sources;
  private final Links links;
  private final TownYears townYears;

  ReportRoutes(SearchEngine engine, SourceStore sources, Links links) {
    this.engine = engine;
    this.sources = sources;
    this.links = links;
    this.townYears = new TownYears(engine);
  }

  void list(Context context) {
    Parameters parameters = Parameters.of(context, LIST);
    ReportPage page =
        engine.reports(
            parameters.filters(),
            parameters.ambiguousOnly(),
            parameters.size(),
            parameters.cursor());
    context.json(
        new ReportViews.Page(
            page.total(),
            page.reports().stream().map(ReportViews.Head::of).toList(),
            page.nextCursor()));
  }

  void whole(Context context) {
    Parameters.of(context, Set.of());
    context.json(view(report(context.pathParam("id"))));
  }

  /** A report of the collection, as every route shows it that gives it whole. */
  ReportViews.Whole view(Report report) {
    return ReportViews.Whole.of(
        report,
        otherYear(report.head(), -1),
        otherYear(report.head(), 1),
        citations(report.head(), null));
  }

  private @Nullable String otherYear(ReportHead head, int years) {
    return townYears.other(head, years).map(ReportHead::id).orElse(null);
  }

  void highlight(Context context) {
    Parameters parameters = Parameters.of(context, HIGHLIGHT);
    String id = report(context.pathParam("id")).id();
    List<ParagraphRanges> found =
        engine.highlight(id, parameters.query(engine).query(), parameters.mode());
    List<ReportViews.ParagraphHighlight> paragraphs =
        found.stream()
            .map(p -> new ReportViews.ParagraphHighlight(p.paragraphId(), p.ranges()))
            .toList();
    int count = found.stream().mapToInt(p -> p.ranges().size()).sum();
    context.json(new ReportViews.Highlights(paragraphs, count));
  }

  void source(Context context) throws IOException {
    Parameters.of(context, Set.of());
    ReportHead head = report(context.pathParam("id")).head();
    InputStream file =
        sources
            .open(head.source().sha256())
            .orElseThrow(() -> ProblemException.notFound("这份报告的原文没有随索引保存，请重建索引"));
    context
        .header("Content-Disposition", attachment(head.source().path()))
        .contentType("application/octet-stream")
        .result(file);
  }

  /** Under the file's own name; programs that only read ASCII get a plain one. */
  private static String attachment(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    String extension = dot < 0 ? "" : name.substring(dot);
    String plain = "report" + (PLAIN_EXTENSION.matcher(extension).matches() ? extension : "");
    return Attachments.named(plain, name);
  }

  void paragraph(Context context) {
    Parameters.of(context, Set.of());
    CopyRoutes.Id id = CopyRoutes.Id.of(context);
    Report report = report(id.report());
    String paragraphId = id.paragraph();
    List<Paragraph> all = report.paragraphs();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).id().equals(paragraphId)) {
        context.json(cited(context, report, i));
        return;
      }
    }
    throw ProblemException.notFound("这份报告里没有这一段，原文可能已更新");
  }

  private ReportViews.Cited cited(Context context, Report report, int index) {
    List<Paragraph> all = report.paragraphs();
    Paragraph paragraph = all.get(index);
    String permalink = links.paragraph(context, report.id(), paragraph);
    return new ReportViews.Cited(
        ParagraphView.of(paragraph),
        new ReportViews.Neighbours(
            index == 0 ? null : ParagraphView.of(all.get(index - 1)),
            index + 1 == all.size() ? null : ParagraphView.of(all.get(index + 1))),
        ReportViews.Head.of(report.head()),
        Citation.of(report.head(), paragraph, links.cited(report.id(), paragraph)),
        citations(report.head(), paragraph),
        permalink);
  }

  private Citations citations(ReportHead head, @Nullable Paragraph paragraph) {
    return Citations.of(
        head,
        paragraph,
        paragraph == null ? links.cited(head.id()) : links.cited(head.id(), paragraph),
        engine.edition().orElse(null),
        LocalDate.now(ZoneId.systemDefault()));
  }

  private Report report(String id) {
    if (!Ids.isReportId(id)) {
      throw ProblemException.notFound("报告编号的写法不对");
    }
    return engine.report(id).orElseThrow(() -> ProblemException.notFound("没有编号为 " + id + " 的报告"));
  }
}
