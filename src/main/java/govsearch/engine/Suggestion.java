package govsearch.engine;

import govsearch.query.Query;
import govsearch.text.Range;
import java.util.Locale;

/**
 * What somebody who is typing may mean.
 *
 * @param text the name, heading (without its number) or phrase
 * @param at the part of {@code text} that what was typed stands for
 * @param count how many paragraphs {@link #query} finds
 */
public record Suggestion(Kind kind, String text, Range at, long count) {

  /** What a suggestion is. */
  public enum Kind {
    TOWN,
    COUNTY,
    CITY,
    PROVINCE,
    HEADING,
    PHRASE;

    /** The name that the API uses. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** What finds a suggestion of this kind: places by the reports' own, the others literally. */
    public Query query(String text) {
      return switch (this) {
        case TOWN -> new Query.FieldIs(Query.Field.TOWN, text);
        case COUNTY -> new Query.FieldIs(Query.Field.COUNTY, text);
        case CITY -> new Query.FieldIs(Query.Field.CITY, text);
        case PROVINCE -> new Query.FieldIs(Query.Field.PROVINCE, text);
        case HEADING, PHRASE -> new Query.Phrase(text);
      };
    }
  }

  /** What finds it. */
  public Query query() {
    return kind.query(text);
  }
}
