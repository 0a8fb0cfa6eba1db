package govsearch.insight.extent;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of regions directly below one.
 *
 * @param years by which each row is divided, ascending; null for reports that do not state theirs
 * @param whole of all reports asked that are below the parent
 * @param own of those among them that name nothing below the parent
 * @param total how many regions are directly below
 * @param rows those where most reports say it first
 * @param nextCursor where the next page begins; null when there is none
 */
public record SpreadPage(
    List<@Nullable Integer> years,
    Extent whole,
    Extent own,
    long total,
    List<Row> rows,
    @Nullable String nextCursor) {

  /**
   * A region or town.
   *
   * @param path as filters by region take it
   * @param town whether it is a town
   * @param children how many regions or towns are directly below it
   * @param years of its reports of each of the page's years
   */
  public record Row(String path, boolean town, Extent extent, int children, List<Extent> years) {

    public Row {
      years = List.copyOf(years);
    }

    /** The last name of the path. */
    public String name() {
      return path.substring(path.lastIndexOf('/') + 1);
    }
  }
}
