package govsearch.insight.collocation;

import java.util.List;

/**
 * What goes with a phrase, or sets reports apart.
 *
 * @param looked at whose words these are
 * @param others at what they were held against
 * @param rows strongest first
 */
public record Collocates(Part looked, Part others, List<Collocate> rows) {

  /**
   * What was looked at.
   *
   * @param paragraphs how many there are
   * @param read how many of them were read; fewer are those of some of the reports, evenly spread
   * @param reports how many reports have a sentence among them that is no formula
   * @param complete false where there were more different words than are counted, so that some are
   *     missing
   */
  public record Part(long paragraphs, long read, int reports, boolean complete) {}

  public Collocates {
    rows = List.copyOf(rows);
  }
}
