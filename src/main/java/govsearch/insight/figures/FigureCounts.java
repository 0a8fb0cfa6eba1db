package govsearch.insight.figures;

import govsearch.engine.Deadline;
import govsearch.engine.SearchEngine;
import govsearch.query.MatchRequest;

/**
 * How many figures there are.
 *
 * @param paragraphs how many paragraphs match
 * @param withoutFigure how many of them have none
 */
record FigureCounts(long total, long paragraphs, long withoutFigure) {

  /** Counts those of all matches of a request. */
  static FigureCounts of(SearchEngine engine, MatchRequest request, Deadline deadline) {
    long[] total = {0};
    long[] without = {0};
    long paragraphs =
        engine.passages(
            request,
            passage -> {
              deadline.check();
              int found =
                  Said.of(passage.text(), passage.ranges(), passage.section(), deadline::check)
                      .size();
              total[0] += found;
              without[0] += found == 0 ? 1 : 0;
            });
    return new FigureCounts(total[0], paragraphs, without[0]);
  }
}
