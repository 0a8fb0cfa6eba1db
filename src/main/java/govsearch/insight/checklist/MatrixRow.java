package govsearch.insight.checklist;

import govsearch.engine.Place;
import govsearch.insight.checklist.Publishing.Timeliness;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A town, or what reports for a region itself.
 *
 * @param reports how many reports of the year there are; mostly one
 * @param reportId the first of them by id; null where there is none
 * @param published the earliest day on which one of them was published, as far as known
 * @param timeliness against the deadline; null where none was given
 * @param cells one for each item
 */
public record MatrixRow(
    Place place,
    int reports,
    @Nullable String reportId,
    @Nullable LocalDate published,
    @Nullable Timeliness timeliness,
    List<Cell> cells) {

  public MatrixRow {
    cells = List.copyOf(cells);
  }

  /** What is known of a town and an item. */
  public enum Status {
    /** A report says it. */
    SAID,
    /** There is a report, and none says it. */
    SILENT,
    /** There is no report. */
    MISSING;

    /** The name that the API uses. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A town and an item.
   *
   * @param paragraphs how many paragraphs say it
   * @param formulaShare which part of those of the report that is named, by length, is formula
   * @param reportId the first report that says it; null where none does
   * @param paragraphId its first paragraph that says it; null where none does
   */
  public record Cell(
      Status status,
      long paragraphs,
      double formulaShare,
      @Nullable String reportId,
      @Nullable String paragraphId) {}
}
