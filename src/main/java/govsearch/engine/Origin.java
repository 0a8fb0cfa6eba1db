package govsearch.engine;

import govsearch.report.ReportHead;
import govsearch.text.Range;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a paragraph's sentences come from and how they spread.
 *
 * @param sentences those long enough to be recognised, in order
 */
public record Origin(List<Sentence> sentences) {

  /**
   * A sentence.
   *
   * @param at its range in the paragraph's text
   * @param reports how many reports have it, this one included
   * @param towns how many towns
   * @param first the report of the earliest year that has it (the first by id among several); null
   *     where none of them says its year
   * @param spread reports by year, ascending; reports without a year under null, last
   */
  public record Sentence(
      Range at, long reports, long towns, @Nullable ReportHead first, List<YearCount> spread) {}

  /** Reports of a year; null for those that do not say. */
  public record YearCount(@Nullable Integer year, long reports) {}
}
