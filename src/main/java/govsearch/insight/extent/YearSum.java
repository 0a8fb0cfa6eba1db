package govsearch.insight.extent;

import govsearch.insight.extent.CoverageRow.Status;
import org.jspecify.annotations.Nullable;

/** A year's counts over all towns, while they are counted. */
final class YearSum {

  private long reports;
  private long said;
  private long silent;
  private long missing;

  /**
   * Adds a town.
   *
   * @param present how many reports it has of the year
   */
  void add(Status status, int present) {
    reports += present;
    switch (status) {
      case SAID -> said++;
      case SILENT -> silent++;
      case MISSING -> missing++;
      case NONE -> {}
    }
  }

  /** Adds reports that are no town's, as a province's own. */
  void addNoTown(int present) {
    reports += present;
  }

  CoveragePage.Column column(@Nullable Integer year) {
    return new CoveragePage.Column(year, reports, said, silent, missing);
  }
}
