package govsearch.report;

import java.util.List;

/**
 * A report whole.
 *
 * @param paragraphs in the order of the document
 */
public record Report(ReportHead head, List<Paragraph> paragraphs) {

  public Report {
    paragraphs = List.copyOf(paragraphs);
  }

  public String id() {
    return head.id();
  }

  /** The same under another id. */
  public Report withId(String id) {
    return new Report(
        new ReportHead(id, head.metadata(), head.paragraphCount(), head.sources()), paragraphs);
  }
}
