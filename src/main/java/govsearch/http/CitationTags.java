package govsearch.http;

import govsearch.insight.checklist.Publishing;
import govsearch.report.ReportHead;
import govsearch.report.Sourced;
import org.jspecify.annotations.Nullable;

/**
 * What reference managers read of a report's page: the names are those of Google Scholar's
 * inclusion guidelines, which Zotero's translator for embedded metadata knows.
 */
final class CitationTags {

  private CitationTags() {}

  /**
   * The tags, as they stand in the page's head.
   *
   * @param address where others reach the page; null for nowhere
   */
  static String of(ReportHead head, @Nullable String address) {
    StringBuilder out = new StringBuilder();
    tag(out, "citation_title", Citation.titleOf(head));
    tag(out, "citation_author", Citation.issuer(head));
    tag(out, "citation_technical_report_institution", Citation.issuer(head));
    Sourced<String> published = head.metadata().published();
    Publishing.day(published == null ? null : published.value())
        .ifPresent(day -> tag(out, "citation_publication_date", day.toString().replace('-', '/')));
    tag(out, "citation_language", "zh-CN");
    String source = SourceAddress.of(head, null);
    tag(out, "citation_public_url", source == null ? address : source);
    return out.toString();
  }

  private static void tag(StringBuilder out, String name, @Nullable String content) {
    if (content != null) {
      out.append("<meta name=\"").append(name).append("\" content=\"");
      out.append(Markup.escaped(content)).append("\">\n");
    }
  }
}
