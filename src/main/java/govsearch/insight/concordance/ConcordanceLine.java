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
    return around().left(characters);
  }

  /**
   * The text behind the match.
   *
   * @param characters how many at the most (code points)
   */
  public String right(int characters) {
    return around().right(characters);
  }

  Around around() {
    return new Around(paragraph.text(), at);
  }
}
