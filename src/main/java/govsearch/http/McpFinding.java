package govsearch.http;

import govsearch.engine.SearchEngine;
import govsearch.engine.SearchResult;
import govsearch.engine.Suggestion;
import govsearch.http.McpViews.Completion;
import govsearch.http.McpViews.Fetched;
import govsearch.http.McpViews.Hit;
import govsearch.http.McpViews.Passage;
import govsearch.http.McpViews.Search;
import govsearch.http.McpViews.Suggested;
import govsearch.http.mcp.McpArguments;
import govsearch.query.FacetListing;
import govsearch.query.Mode;
import govsearch.query.ParsedQuery;
import govsearch.query.PartialQuery;
import govsearch.query.Presentation;
import govsearch.query.SearchRequest;
import govsearch.query.SortOrder;
import govsearch.report.Ids;
import govsearch.report.Paragraph;
import govsearch.report.Report;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tools {@code search}, {@code fetch} and {@code suggest}. */
final class McpFinding {

  private static final int MOST_HITS = 20;
  private static final int MOST_PARAGRAPHS = 40;
  private static final int MOST_CHARACTERS = 12_000;
  private static final int LONGEST_ID = 60;

  private final SearchEngine engine;
  private final Links links;

  McpFinding(SearchEngine engine, Links links) {
    this.engine = engine;
    this.links = links;
  }

  Search search(McpArguments arguments) {
    Mode mode = McpReading.mode(arguments);
    ParsedQuery query = McpReading.query(engine, arguments, mode);
    SortOrder sort =
        McpReading.choice(
            "sort",
            arguments.text("sort", 20),
            SortOrder.values(),
            SortOrder::code,
            SortOrder.RELEVANCE);
    SearchResult found =
        engine.search(
            new SearchRequest(
                query.query(),
                mode,
                McpReading.filters(arguments),
                sort,
                arguments.integer("size", 1, MOST_HITS, 10),
                arguments.cursor(),
                new Presentation(true, false, 3),
                FacetListing.ALL));
    McpCiting citing = new McpCiting(links, arguments.base());
    List<String> notices = new ArrayList<>(McpReading.messages(query));
    if (found.mode() != mode) {
      notices.add("没有同时含这些词的段落，以下是放宽以后的（" + found.mode().code() + "）");
    }
    return new Search(
        found.total().value(),
        found.total().exact(),
        found.summary().reports(),
        found.summary().towns(),
        found.mode().code(),
        found.hits().stream()
            .map(
                hit ->
                    new Hit(
                        citing.passage(hit.report(), hit.paragraph()),
                        hit.formulaShare(),
                        hit.nearIdentical().towns()))
            .toList(),
        notices,
        found.nextCursor(),
        engine.edition().orElse(null),
        McpViews.NOTE);
  }

  Fetched fetch(McpArguments arguments) {
    String id = arguments.text("id", LONGEST_ID);
    int dot = id.indexOf('.');
    String reportId = dot < 0 ? id : id.substring(0, dot);
    if (!Ids.isReportId(reportId)) {
      throw ProblemException.notFound("编号是 search 给出的：报告编号，或 报告编号.段落编号");
    }
    Report report =
        engine.report(reportId).orElseThrow(() -> ProblemException.notFound("没有这份报告，可能已更新；请重新检索"));
    McpCiting citing = new McpCiting(links, arguments.base());
    return dot < 0
        ? whole(report, McpReading.offset(arguments), citing)
        : paragraph(report, id.substring(dot + 1), citing);
  }

  private static Fetched paragraph(Report report, String paragraphId, McpCiting citing) {
    Paragraph paragraph =
        report.paragraphs().stream()
            .filter(one -> one.id().equals(paragraphId))
            .findFirst()
            .orElseThrow(() -> ProblemException.notFound("这份报告里没有这一段，原文可能已更新；请重新检索"));
    Passage passage = citing.passage(report.head(), paragraph);
    return new Fetched(
        passage.id(),
        passage.title(),
        paragraph.text(),
        citing.report(report.head()),
        List.of(),
        null,
        passage.url(),
        passage.citation(),
        McpViews.NOTE);
  }

  private static Fetched whole(Report report, int from, McpCiting citing) {
    List<Passage> page = new ArrayList<>();
    int characters = 0;
    int next = from;
    while (next < report.paragraphs().size()
        && page.size() < MOST_PARAGRAPHS
        && characters < MOST_CHARACTERS) {
      Passage passage = citing.passage(report.head(), report.paragraphs().get(next));
      page.add(passage);
      characters += passage.text().length();
      next++;
    }
    return new Fetched(
        report.id(),
        Citation.titleOf(report.head()),
        page.stream().map(Passage::text).collect(Collectors.joining("\n")),
        citing.report(report.head()),
        page,
        next < report.paragraphs().size() ? Integer.toString(next) : null,
        citing.url(report.id(), null),
        citing.citation(report.head(), null),
        McpViews.NOTE);
  }

  Suggested suggest(McpArguments arguments) {
    int size = arguments.integer("size", 1, SuggestRoutes.MAX_SIZE, 10);
    String typed = arguments.text("typed", SearchRequest.MAX_QUERY_LENGTH);
    for (PartialQuery partial : PartialQuery.of(typed)) {
      List<Suggestion> found =
          engine.suggest(partial.part(), EnumSet.allOf(Suggestion.Kind.class), size);
      if (!found.isEmpty()) {
        return new Suggested(
            found.stream().map(one -> completion(one, partial.kept())).toList(), McpViews.NOTE);
      }
    }
    return new Suggested(List.of(), McpViews.NOTE);
  }

  private static Completion completion(Suggestion one, @Nullable String kept) {
    SuggestRoutes.View view = SuggestRoutes.View.of(one, kept == null ? "" : kept);
    return new Completion(view.kind(), view.text(), view.query(), view.count());
  }
}
