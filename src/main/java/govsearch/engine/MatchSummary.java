package govsearch.engine;

import govsearch.report.YearDoubt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far what a query matches is spread.
 *
 * @param towns those that are stated; of one name in different regions they are different ones
 * @param years those reported on, ascending, as far as they are stated
 */
public record MatchSummary(long paragraphs, long reports, long towns, List<Integer> years) {

  public MatchSummary {
    years = List.copyOf(years);
  }

  /** The earliest year that has begun; null where no match says one. */
  public @Nullable Integer firstYear() {
    List<Integer> begun = begun();
    return begun.isEmpty() ? null : begun.getFirst();
  }

  /** The latest year that has begun; null where no match says one. */
  public @Nullable Integer lastYear() {
    List<Integer> begun = begun();
    return begun.isEmpty() ? null : begun.getLast();
  }

  /** The years that have not begun, and so are mistaken. */
  public List<Integer> doubtfulYears() {
    return years.stream().filter(YearDoubt::isToCome).toList();
  }

  private List<Integer> begun() {
    return years.stream().filter(year -> !YearDoubt.isToCome(year)).toList();
  }
}
