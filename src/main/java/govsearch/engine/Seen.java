package govsearch.engine;

/**
 * Since when a collection has a report, in seconds since 1970.
 *
 * @param first since when it has any text of it
 * @param text since when it has the text that it has now; the same where it never changed
 */
public record Seen(long first, long text) {

  /** Whether the report was there before, with another text. */
  public boolean isRevised() {
    return text != first;
  }
}
