package govsearch.insight.checklist;

import java.util.List;

/**
 * Towns by items.
 *
 * @param rows by region and town
 * @param sums one for each item, over the towns
 * @param dates over the towns; all zero where no deadline was given
 */
public record MatrixTable(List<MatrixRow> rows, List<Sum> sums, Dates dates) {

  public MatrixTable {
    rows = List.copyOf(rows);
    sums = List.copyOf(sums);
  }

  /** How many towns say an item, do not although there is a report, or have no report. */
  public record Sum(int said, int silent, int missing) {}

  /** How many towns reported in time, late, it is not known when, or not at all. */
  public record Dates(int onTime, int late, int unknown, int missing) {}
}
