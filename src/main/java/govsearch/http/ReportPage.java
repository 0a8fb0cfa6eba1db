package govsearch.http;

import govsearch.engine.Reports;
import govsearch.report.Paragraph;
import govsearch.report.Report;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * {@code /reports/{id}}: the page with the report's text in it, so that it can be read without its
 * script, indexed and archived. The script puts its own view in the text's place.
 */
final class ReportPage {

  private static final String FILE = "report.html";
  private static final int DEEPEST_HEADING = 6;

  /** Where things go in the page. */
  private static final String TITLE = "<title>法治政府报告检索</title>";

  private static final String TEXT = "<div id=\"report-text\">";

  private final Reports engine;
  private final Links links;
  private final Pages pages;

  ReportPage(Reports engine, Links links, Path folder) {
    this.engine = engine;
    this.links = links;
    this.pages = new Pages(folder);
  }

  void page(Context context) throws IOException {
    String page = pages.html(FILE);
    Optional<Report> report = engine.report(context.pathParam("id"));
    context.contentType("text/html; charset=utf-8");
    if (report.isPresent()) {
      context.result(filled(page, report.get()));
    } else {
      context.status(404).header("Cache-Control", "no-store").result(unknown(page));
    }
  }

  /** The script tells the reader that there is none. */
  private static String unknown(String page) {
    return page.replace(TITLE, TITLE + "\n<meta name=\"robots\" content=\"noindex\">");
  }

  private String filled(String page, Report report) {
    String title = report.head().title();
    String name = title == null ? report.head().source().path() : title;
    String tags = CitationTags.of(report.head(), links.cited(report.id()));
    return page.replace(TITLE, "<title>" + Markup.escaped(name) + " · 法治政府报告检索</title>\n" + tags)
        .replace(TEXT, TEXT + text(report));
  }

  private static String text(Report report) {
    StringBuilder out = new StringBuilder("<div data-served>");
    for (Paragraph paragraph : report.paragraphs()) {
      String tag = tag(paragraph);
      out.append('<').append(tag);
      out.append(" id=\"").append(Markup.escaped(paragraph.id())).append("\" class=\"text\">");
      out.append(Markup.escaped(paragraph.text()));
      out.append("</").append(tag).append(">\n");
    }
    return out.append("</div>").toString();
  }

  private static String tag(Paragraph paragraph) {
    return switch (paragraph.kind()) {
      case TITLE -> "h1";
      case HEADING -> {
        int level = paragraph.heading() == null ? 1 : paragraph.heading().level();
        yield "h" + Math.min(level + 1, DEEPEST_HEADING);
      }
      case BYLINE, SALUTATION, BODY, SIGNATURE, OTHER -> "p";
    };
  }
}
