package govsearch.text;

/**
 * A half-open range of UTF-16 offsets, as Java strings and browsers count them.
 *
 * @param start the first offset inside, zero or more
 * @param end the first offset outside, not less than {@code start}
 */
public record Range(int start, int end) {

  public Range {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a range: " + start + ".." + end);
    }
  }

  /** How many UTF-16 units lie inside. */
  public int length() {
    return end - start;
  }

  /** This range's part of {@code text}. */
  public String of(String text) {
    return text.substring(start, end);
  }

  /** The same range, {@code by} units further on. */
  public Range shifted(int by) {
    return new Range(start + by, end + by);
  }
}
