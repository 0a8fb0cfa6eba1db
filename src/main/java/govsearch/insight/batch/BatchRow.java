package govsearch.insight.batch;

import govsearch.engine.MatchSummary;
import govsearch.query.Notice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a batch says of one phrase.
 *
 * @param line its number in what was given, from 1
 * @param phrase as given, white space around it aside
 * @param found null where it could not be asked
 * @param error why it could not be asked, in Chinese; else null
 * @param notices what was read leniently, where lines are queries
 */
public record BatchRow(
    int line,
    String phrase,
    @Nullable MatchSummary found,
    @Nullable String error,
    List<Notice> notices) {

  static BatchRow bad(BatchLine line, String error) {
    return new BatchRow(line.number(), line.text(), null, error, List.of());
  }
}
