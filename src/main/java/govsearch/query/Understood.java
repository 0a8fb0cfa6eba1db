package govsearch.query;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A part of a query as it was read: what a person sees, and takes out by cutting its range out of
 * what was typed.
 *
 * @param kind code of the reading; see {@link Kind}
 * @param label in Chinese or as typed
 * @param start first UTF-16 offset in the query as typed
 * @param end offset behind
 * @param verbatim the whole query with this part meant as it is typed, where it was read as
 *     something else; null where it was not
 */
public record Understood(String kind, String label, int start, int end, @Nullable String verbatim) {

  /** A part that was read as it is typed. */
  public Understood(String kind, String label, int start, int end) {
    this(kind, label, start, end, null);
  }

  /** Plain words that were read as something else. */
  public static Understood read(List<Query> as, int start, int end, String verbatim) {
    String label = as.stream().map(part -> Labels.label(part, "")).collect(Collectors.joining(" "));
    return new Understood(Labels.kind(as.getFirst()).code(), label, start, end, verbatim);
  }

  /** Whether it is plain words. */
  public boolean ofPlainWords() {
    return kind.equals(Kind.WORDS.code());
  }

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
