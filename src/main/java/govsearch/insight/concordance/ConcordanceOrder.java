package govsearch.insight.concordance;

import govsearch.engine.Place;
import govsearch.engine.ReportKey;
import govsearch.insight.LineKey;
import govsearch.report.ReportHead;
import java.util.Locale;

/**
 * Orders of lines. Texts are compared character by character in their literal form, quotation marks
 * aside. Ties are broken by report id and place, always.
 */
public enum ConcordanceOrder {
  /** By the text before the match, read backwards from it. */
  LEFT,
  /** By the text behind the match. */
  RIGHT,
  /** Oldest first, then by town; those without a year last. */
  YEAR,
  /** By town, then oldest first; those without a town last. */
  TOWN;

  /** How far lines are told apart by their text, whatever context is shown of them. */
  static final int COMPARED = 60;

  /** Behind every name and year. */
  private static final String LAST = "\uFFFF";

  private static final char BETWEEN = '\0';

  /** The name that the API uses. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Where a line belongs. */
  LineKey key(ConcordanceLine line) {
    return key(line, line.around());
  }

  /**
   * Where a line belongs.
   *
   * @param around the line
   */
  LineKey key(ConcordanceLine line, Around around) {
    ReportHead head = line.report();
    ReportKey report = new ReportKey(head.id(), new Place(head.region(), head.town()), head.year());
    return key(report, line.paragraph().ordinal(), line.at().start(), around);
  }

  /**
   * Where a line belongs.
   *
   * @param ordinal of its paragraph in the report
   * @param start of the match in the paragraph's text
   */
  LineKey key(ReportKey report, int ordinal, int start, Around line) {
    String sort =
        switch (this) {
          case LEFT -> line.reversedLeft(COMPARED);
          case RIGHT -> line.right(COMPARED);
          case YEAR -> year(report) + BETWEEN + town(report);
          case TOWN -> town(report) + BETWEEN + year(report);
        };
    return new LineKey(sort, report.id(), ordinal, start);
  }

  private static String town(ReportKey report) {
    return report.place().town() == null ? LAST : report.place().town();
  }

  private static String year(ReportKey report) {
    return report.year() == null ? LAST : fourFigures(report.year());
  }

  private static String fourFigures(int year) {
    String figures = Integer.toString(year);
    return "0".repeat(Math.max(0, 4 - figures.length())) + figures;
  }
}
