package govsearch.query;

import java.util.Locale;

/**
 * A part of a query as it was read: what a person sees, and takes out by cutting its range out of
 * what was typed.
 *
 * @param kind code of the reading; see {@link Kind}
 * @param label in Chinese or as typed
 * @param start first UTF-16 offset in the query as typed
 * @param end offset behind
 */
public record Understood(String kind, String label, int start, int end) {

  /** How a part was read. */
  public enum Kind {
    WORDS,
    PHRASE,
    GAPPED,
    NEAR,
    FIELD,
    GROUP,
    NOT;

    /** The name that the API uses. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
