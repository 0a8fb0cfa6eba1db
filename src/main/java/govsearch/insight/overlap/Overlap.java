package govsearch.insight.overlap;

import govsearch.engine.ReportKey;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What one report shares with others of other towns.
 *
 * @param report of which it is told
 * @param substance length of its sentences that are no formula
 * @param shared with whom, most first
 */
public record Overlap(ReportKey report, int substance, List<Shared> shared) {

  public Overlap {
    shared = List.copyOf(shared);
  }

  /** Which of two reports was there first. */
  public enum Direction {
    /** The other is of an earlier year: this one may have it from there. */
    EARLIER,
    /** The other is of a later year. */
    LATER,
    SAME_YEAR,
    /** One of them does not say its year. */
    UNKNOWN;

    /** The name that the API uses. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Direction of(@Nullable Integer year, @Nullable Integer other) {
      if (year == null || other == null) {
        return UNKNOWN;
      }
      return other.equals(year) ? SAME_YEAR : other < year ? EARLIER : LATER;
    }
  }

  /**
   * Another report.
   *
   * @param direction which of them was there first
   * @param sentences how many different ones both have that are no formula
   * @param length of these, in characters of masked text
   * @param share which part of this report's substance that is, 0 to 1
   */
  public record Shared(
      ReportKey other, Direction direction, int sentences, int length, double share) {}
}
