package govsearch.insight.concordance;

import govsearch.report.Paragraph;
import govsearch.report.ReportHead;
import govsearch.text.Range;

/**
 * One place where a query matches, with the text around it: never more than its paragraph.
 *
 * @param at of the match, in the paragraph's text
 */
public record ConcordanceLine(ReportHead report, Paragraph paragraph, Range at) {

  /** The most characters of context on each side. */
  public static final int MOST_CONTEXT = 200;

  /** The matched text as it stands. */
  public String match() {
    return at.of(paragraph.text());
  }

  /**
   * The text before the match.
   *
   * @param characters how many at the most (code points)
   */
  public String left(int characters) {
    String text = paragraph.text();
    int start = at.start();
    for (int i = 0; i < characters && start > 0; i++) {
      start -= Character.charCount(text.codePointBefore(start));
    }
    return text.substring(start, at.start());
  }

  /**
   * The text behind the match.
   *
   * @param characters how many at the most (code points)
   */
  public String right(int characters) {
    String text = paragraph.text();
    int end = at.end();
    for (int i = 0; i < characters && end < text.length(); i++) {
      end += Character.charCount(text.codePointAt(end));
    }
    return text.substring(at.end(), end);
  }

  /** What stands around it in plain text; of many lines of a paragraph that is made once. */
  Around around() {
    return PlainText.of(paragraph.text()).around(at);
  }
}
