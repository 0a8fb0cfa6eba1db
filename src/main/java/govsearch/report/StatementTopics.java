package govsearch.report;

import govsearch.text.Topics;
import java.util.HashMap;
import java.util.Map;

/** What the statements of one report are about, found out once for whoever asks. */
public final class StatementTopics {

  private final Map<Long, double[]> known = new HashMap<>();

  /**
   * What a statement and its own headings may be about, by any word that goes with it.
   *
   * @return of each topic of {@link Topics#asTold()} in order; not to be changed
   */
  public double[] of(Statement statement) {
    long place = (long) statement.paragraph().ordinal() << Integer.SIZE | statement.number();
    return known.computeIfAbsent(place, any -> shares(statement));
  }

  private static double[] shares(Statement statement) {
    StringBuilder whole = new StringBuilder();
    statement.headings().forEach(heading -> whole.append(heading).append('\n'));
    return Topics.asTold().shares(whole.append(statement.text()).toString());
  }
}
