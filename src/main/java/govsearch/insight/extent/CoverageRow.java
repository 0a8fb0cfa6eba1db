package govsearch.insight.extent;

import govsearch.engine.Place;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a town says, year by year.
 *
 * @param cells one for each of the page's years
 */
public record CoverageRow(Place place, List<Cell> cells) {

  /** What is known of a town and year. */
  public enum Status {
    /** A report says it. */
    SAID,
    /** There is a report, and none says it. */
    SILENT,
    /** There is no report. */
    MISSING,
    /** There is no report that leaves its year open, or of a year to come: none is expected. */
    NONE;

    /** The name that the API uses. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A town and year.
   *
   * @param reports how many reports there are; mostly one
   * @param saying how many of them say it
   * @param paragraphs how many paragraphs say it
   * @param reportId the first report that says it, else the first one; null where there is none
   * @param paragraphId the first paragraph of that report that says it; null where none does
   */
  public record Cell(
      Status status,
      int reports,
      int saying,
      long paragraphs,
      @Nullable String reportId,
      @Nullable String paragraphId) {}
}
