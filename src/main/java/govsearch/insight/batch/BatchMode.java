package govsearch.insight.batch;

import govsearch.query.Mode;
import java.util.Locale;

/** What a batch's lines are. */
public enum BatchMode {
  /** A line is a phrase, word for word: no sign in it means anything. */
  PHRASE,
  /** A line is a query, as {@link Mode#EXACT}. */
  EXACT,
  /** A line is a query, as {@link Mode#WORDS}. */
  WORDS,
  /** A line is a query, as {@link Mode#MOST}. */
  MOST,
  /** A line is a query, as {@link Mode#LOOSE}. */
  LOOSE;

  /** The name that the API uses. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  Mode mode() {
    return switch (this) {
      case PHRASE, EXACT -> Mode.EXACT;
      case WORDS -> Mode.WORDS;
      case MOST -> Mode.MOST;
      case LOOSE -> Mode.LOOSE;
    };
  }
}
