package govsearch.http;

import govsearch.http.McpViews.Passage;
import govsearch.http.McpViews.ReportRef;
import govsearch.report.Paragraph;
import govsearch.report.ReportHead;
import govsearch.text.Range;
import org.jspecify.annotations.Nullable;

/**
 * Texts with their links and citations.
 *
 * @param base where the service was asked
 */
record McpCiting(Links links, String base) {

  ReportRef report(ReportHead head) {
    return ReportRef.of(head, base);
  }

  /** The address of a paragraph. */
  String url(String reportId, @Nullable String paragraphId) {
    return base + "/reports/" + reportId + (paragraphId == null ? "" : "#" + paragraphId);
  }

  String citation(ReportHead head, @Nullable Paragraph paragraph) {
    if (paragraph != null) {
      return Citation.of(head, paragraph, links.cited(head.id(), paragraph));
    }
    String address = links.cited(head.id());
    return Citation.beginning(head, null) + "，" + (address == null ? Citation.NO_ADDRESS : address);
  }

  /** A paragraph whole, as far as it is not too long. */
  Passage passage(ReportHead head, Paragraph paragraph) {
    return passage(head, paragraph, new Range(0, paragraph.text().length()));
  }

  /** A part of a paragraph. */
  Passage passage(ReportHead head, Paragraph paragraph, Range part) {
    String text = part.of(paragraph.text());
    boolean cut = text.length() > McpViews.LONGEST_TEXT;
    return new Passage(
        head.id() + "." + paragraph.id(),
        Citation.titleOf(head),
        cut ? withoutHalf(text.substring(0, McpViews.LONGEST_TEXT)) : text,
        cut,
        paragraph.section().code(),
        paragraph.headingPath(),
        head.region(),
        head.town(),
        head.year(),
        url(head.id(), paragraph.id()) + "~" + paragraph.ordinal(),
        citation(head, paragraph));
  }

  private static String withoutHalf(String text) {
    return Character.isHighSurrogate(text.charAt(text.length() - 1))
        ? text.substring(0, text.length() - 1)
        : text;
  }
}
