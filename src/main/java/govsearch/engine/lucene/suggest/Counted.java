package govsearch.engine.lucene.suggest;

/**
 * In how many paragraphs a text is, as far as they have been counted.
 *
 * @param paragraphs that have been counted
 * @param exact whether these are all
 * @param about how many there may be in all, judged by how much was looked at to count these
 */
public record Counted(long paragraphs, boolean exact, long about) {

  /** Nowhere. */
  static final Counted NONE = all(0);

  /** Nothing is known. */
  static final Counted UNKNOWN = new Counted(0, false, 0);

  /** All of them. */
  public static Counted all(long paragraphs) {
    return new Counted(paragraphs, true, paragraphs);
  }

  /** As many as were counted, and more or none. */
  public static Counted atLeast(long paragraphs, long about) {
    return new Counted(paragraphs, false, Math.max(paragraphs, about));
  }
}
