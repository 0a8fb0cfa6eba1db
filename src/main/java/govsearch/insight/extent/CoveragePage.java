package govsearch.insight.extent;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A page of towns by years.
 *
 * @param years the columns, ascending, reports that do not state their year last
 * @param towns all towns asked, whichever are listed
 * @param total how many towns are listed on all pages
 * @param rows by region and town
 * @param nextCursor where the next page begins; null when there is none
 */
public record CoveragePage(
    List<Column> years,
    Towns towns,
    long total,
    List<CoverageRow> rows,
    @Nullable String nextCursor) {

  /** Which towns are listed. */
  public enum Only {
    ALL,
    /** Those that say it in any of the years. */
    SAID,
    /** Those with a report of any of the years, none of which says it. */
    SILENT,
    /** Those of which the report of any of the years is missing. */
    MISSING;

    /** The name that the API uses. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A year over all towns asked.
   *
   * @param year null for reports that do not state it; of these none is missing, nor of a year that
   *     has not begun and is not asked for by name
   * @param reports how many reports there are
   * @param said how many towns say it
   * @param silent how many have a report that does not
   * @param missing how many have no report
   */
  public record Column(
      @Nullable Integer year, long reports, long said, long silent, long missing) {}

  /**
   * Towns; each is one of the three.
   *
   * @param said that say it in any of the years
   * @param silent with a report of any of the years, none of which says it
   * @param absent without a report of any of the years, but with one of another year
   */
  public record Towns(long total, long said, long silent, long absent) {}
}
