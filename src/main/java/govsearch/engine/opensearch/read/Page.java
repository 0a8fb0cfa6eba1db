package govsearch.engine.opensearch.read;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of matches, in order.
 *
 * @param next where the next page begins; null where there is none
 */
record Page(List<Scored> matches, @Nullable String next) {
  /** A match with the score that it is ordered by. */
  record Scored(Row row, float score) {}
}
