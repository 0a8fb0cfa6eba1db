package govsearch.http;

import govsearch.engine.SearchEngine;
import govsearch.engine.SimilarHit;
import govsearch.engine.SimilarResult;
import govsearch.http.McpViews.Passage;
import govsearch.http.McpViews.Quote;
import govsearch.http.McpViews.Similar;
import govsearch.http.McpViews.SimilarProblem;
import govsearch.http.McpViews.Verified;
import govsearch.http.mcp.McpArguments;
import govsearch.insight.quotes.CheckedQuote;
import govsearch.insight.quotes.CheckedQuotes;
import govsearch.insight.quotes.QuoteCheck;
import govsearch.insight.remedies.Remedies;
import govsearch.insight.remedies.Remedy;
import govsearch.query.SimilarRequest;
import govsearch.query.SimilarRequest.Asked;
import govsearch.report.ReportHead;
import govsearch.text.Literal;
import java.util.ArrayList;
import java.util.List;

/** The tools {@code similar_problems} and {@code verify_quotes}. */
final class McpTexts {

  private static final int MOST_TOWNS = 10;
  private static final int MOST_REMEDIES = 2;
  private static final int MOST_FOUND = 3;
  private static final int MOST_QUOTES = 25;
  private static final int LONGEST_TEXT = 20_000;

  private final SearchEngine engine;
  private final Links links;
  private final Remedies remedies;

  McpTexts(SearchEngine engine, Links links) {
    this.engine = engine;
    this.links = links;
    this.remedies = new Remedies(engine);
  }

  Similar similar(McpArguments arguments) {
    String text = arguments.text("text", SimilarRequest.MAX_TEXT_LENGTH);
    if (Literal.literal(text).isEmpty()) {
      throw ProblemException.badRequest("没有文字", "请在 text 里写要找相似说法的问题");
    }
    SimilarResult found =
        engine
            .similar(
                new SimilarRequest(
                    new Asked.Text(text),
                    McpReading.filters(arguments),
                    arguments.integer("size", 1, MOST_TOWNS, 5),
                    true))
            .orElseThrow(() -> ProblemException.notFound("没有这一段"));
    McpCiting citing = new McpCiting(links, arguments.base());
    return new Similar(
        found.hits().stream().map(hit -> problem(hit, citing)).toList(),
        found.complete(),
        McpViews.NOTE);
  }

  private SimilarProblem problem(SimilarHit hit, McpCiting citing) {
    Remedy.Found done =
        engine
            .report(hit.report().id())
            .map(report -> remedies.of(report, hit.paragraph(), hit.statement(), MOST_REMEDIES))
            .orElse(Remedy.Found.NONE);
    ReportHead nextYear = done.nextYear();
    return new SimilarProblem(
        citing.passage(hit.report(), hit.paragraph(), hit.statement()),
        hit.weak(),
        passages(hit.report(), done.measures(), citing),
        nextYear == null ? List.of() : passages(nextYear, done.achievements(), citing));
  }

  private static List<Passage> passages(ReportHead head, List<Remedy> said, McpCiting citing) {
    return said.stream()
        .map(remedy -> citing.passage(head, remedy.paragraph(), remedy.statement()))
        .toList();
  }

  Verified verify(McpArguments arguments) {
    String text = arguments.text("text", LONGEST_TEXT);
    if (text.isBlank()) {
      throw ProblemException.badRequest("没有文字", "请在 text 里给要核对的文字，引文用“”、「」或行首的 > 标出");
    }
    int from = McpReading.offset(arguments);
    CheckedQuotes checked = new QuoteCheck(engine).of(text, from, MOST_QUOTES);
    int to = from + checked.quotes().size();
    McpCiting citing = new McpCiting(links, arguments.base());
    List<Quote> quotes = new ArrayList<>();
    for (CheckedQuote quote : checked.quotes()) {
      quotes.add(
          new Quote(
              quote.quoted(),
              quote.outcome().code(),
              quote.town(),
              quote.year(),
              quote.found().stream()
                  .limit(MOST_FOUND)
                  .map(found -> citing.passage(found.report(), found.paragraph(), found.at()))
                  .toList()));
    }
    return new Verified(
        quotes, checked.total(), to < checked.total() ? Integer.toString(to) : null, McpViews.NOTE);
  }
}
