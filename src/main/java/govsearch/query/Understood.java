package govsearch.query;

/**
 * A part of a query as it was read: what a person sees, and takes out by cutting its range out of
 * what was typed.
 *
 * @param kind of reading
 * @param label in Chinese or as typed
 * @param start first UTF-16 offset in the query as typed
 * @param end offset behind
 */
public record Understood(Kind kind, String label, int start, int end) {

  /** How a part was read. */
  public enum Kind {
    WORDS,
    PHRASE,
    GAPPED,
    NEAR,
    FIELD,
    GROUP,
    NOT
  }
}
