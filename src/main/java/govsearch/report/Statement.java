package govsearch.report;

import govsearch.text.Range;
import java.util.ArrayList;
import java.util.List;

/**
 * A statement in its paragraph.
 *
 * @param number its place among the paragraph's statements, from 1
 * @param at range in the paragraph's text
 */
public record Statement(Paragraph paragraph, int number, Range at) {

  /** The statements of one paragraph, in order; none of what is no body. */
  public static List<Statement> of(Paragraph paragraph) {
    List<Statement> statements = new ArrayList<>();
    if (paragraph.kind() == ParagraphKind.BODY || paragraph.kind() == ParagraphKind.OTHER) {
      for (Range at : paragraph.statements()) {
        statements.add(new Statement(paragraph, statements.size() + 1, at));
      }
    }
    return statements;
  }

  /** Those of a report's sections, in order. */
  public static List<Statement> of(Report report, Section section) {
    return report.paragraphs().stream()
        .filter(paragraph -> paragraph.section() == section)
        .flatMap(paragraph -> of(paragraph).stream())
        .toList();
  }

  /** Whether it only announces what follows, such as 主要存在以下问题：. */
  public boolean isAnnouncement() {
    String text = text().strip();
    return text.endsWith("：") || text.endsWith(":");
  }

  public String text() {
    return at.of(paragraph.text());
  }

  /**
   * The headings above that are this statement's own: without the outermost, which only names the
   * section.
   */
  public List<String> headings() {
    List<String> path = paragraph.headingPath();
    return path.size() < 2 ? List.of() : path.subList(1, path.size());
  }
}
