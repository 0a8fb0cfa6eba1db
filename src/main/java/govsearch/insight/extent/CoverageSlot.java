package govsearch.insight.extent;

import govsearch.insight.Answers;
import govsearch.insight.extent.CoverageRow.Cell;
import govsearch.insight.extent.CoverageRow.Status;
import org.jspecify.annotations.Nullable;

/** A town and year while its reports are counted. */
final class CoverageSlot {

  private int reports;
  private int saying;
  private long paragraphs;
  private int first = -1;

  /**
   * Adds a report.
   *
   * @param found how many of its paragraphs say it
   */
  void add(int report, int found) {
    if (reports == 0 || saying == 0 && found > 0) {
      first = report;
    }
    reports++;
    saying += found > 0 ? 1 : 0;
    paragraphs += found;
  }

  int reports() {
    return reports;
  }

  Status status(@Nullable Integer year) {
    if (reports == 0) {
      return year == null ? Status.NONE : Status.MISSING;
    }
    return saying > 0 ? Status.SAID : Status.SILENT;
  }

  Cell cell(@Nullable Integer year, Answers answers) {
    return new Cell(
        status(year),
        reports,
        saying,
        paragraphs,
        reports == 0 ? null : answers.reports().get(first).id(),
        saying == 0 ? null : answers.firstParagraph(first));
  }
}
