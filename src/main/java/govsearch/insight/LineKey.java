package govsearch.insight;

import java.util.Comparator;

/**
 * A line's place in an order; no two lines have the same.
 *
 * @param sort what the order compares
 * @param ordinal of the paragraph in its report
 * @param start of the match in the paragraph's text
 */
public record LineKey(String sort, String reportId, int ordinal, int start)
    implements Comparable<LineKey> {

  private static final Comparator<LineKey> ORDER =
      Comparator.comparing(LineKey::sort)
          .thenComparing(LineKey::reportId)
          .thenComparingInt(LineKey::ordinal)
          .thenComparingInt(LineKey::start);

  @Override
  public int compareTo(LineKey other) {
    return ORDER.compare(this, other);
  }
}
