package govsearch.insight.extent;

import govsearch.insight.LineKey;
import govsearch.query.SortOrder;
import govsearch.report.ReportHead;
import java.util.Locale;

/** Orders of the reports in which a query matches. Ties are broken by report id, always. */
public enum MatchingReportOrder {
  /** Those with the most matching paragraphs first, of equals those with the most places. */
  MOST,
  /** Newest first, then by town; those without a year last. */
  NEWEST,
  /** Oldest first, then by town; those without a year last. */
  OLDEST,
  /** By town, then newest first; those without a town last. */
  TOWN;

  private static final String LAST = "\uFFFF";
  private static final long MOST_COUNTED = 999_999_999L;

  /** The name that the API uses. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** An order of matches in which those of a report stand together. */
  static final SortOrder TOGETHER = SortOrder.OLDEST;

  /** Where a report belongs. */
  LineKey key(MatchingReport matching) {
    ReportHead report = matching.report();
    String town = report.town() == null ? LAST : report.town();
    String sort =
        switch (this) {
          case MOST -> fewer(matching.paragraphs()) + fewer(matching.places());
          case NEWEST -> newest(report) + town;
          case OLDEST -> oldest(report) + town;
          case TOWN -> town + '\0' + newest(report);
        };
    return new LineKey(sort, report.id(), 0, 0);
  }

  private static String fewer(long count) {
    return String.format(Locale.ROOT, "%09d", MOST_COUNTED - count);
  }

  private static String newest(ReportHead report) {
    return report.year() == null ? LAST : String.format(Locale.ROOT, "%04d", 9_999 - report.year());
  }

  private static String oldest(ReportHead report) {
    return report.year() == null ? LAST : String.format(Locale.ROOT, "%04d", report.year());
  }
}
