package govsearch.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A query as a tree. Engines translate it; nobody builds a query string from it. */
public sealed interface Query {

  /** Matches every paragraph: an empty query. */
  record Everything() implements Query {}

  /**
   * An unquoted run of text. How strictly it is meant is the request's {@link Mode}.
   *
   * @param text as typed, not blank
   */
  record Words(String text) implements Query {}

  /**
   * A quoted phrase: matches if and only if the paragraph's literal text contains it.
   *
   * @param text as typed between the quotes; its literal form is not empty
   */
  record Phrase(String text) implements Query {}

  /**
   * A quoted phrase with gaps: its parts one after the other, at most {@link #MAX_GAP} characters
   * between any two.
   *
   * @param parts literal texts, two or more, none empty
   */
  record Gapped(List<String> parts) implements Query {
    /** How many characters {@code *} stands for at the most (DESIGN.md, Syntax). */
    public static final int MAX_GAP = 10;

    public Gapped {
      parts = List.copyOf(parts);
    }
  }

  /**
   * Literal parts near each other, in any order, not overlapping.
   *
   * @param parts literal texts, two or more, none empty
   * @param distance how many characters may lie outside the parts, between the first and the last
   */
  record Near(List<String> parts, int distance) implements Query {
    public Near {
      parts = List.copyOf(parts);
    }
  }

  /**
   * A field of the report or paragraph.
   *
   * @param value for names the beginning of the name, for the title a part of it, for the section
   *     its code; {@link FacetField#UNSTATED} for reports that do not say, and nothing else for the
   *     year
   */
  record FieldIs(Field field, String value) implements Query {}

  /**
   * Reports of a span of years.
   *
   * @param from first year, null for no bound
   * @param to last year, null for no bound
   */
  record Years(@Nullable Integer from, @Nullable Integer to) implements Query {}

  /** All of the parts, two or more. */
  record And(List<Query> parts) implements Query {
    public And {
      parts = List.copyOf(parts);
    }
  }

  /** Any of the parts, two or more. */
  record Or(List<Query> parts) implements Query {
    public Or {
      parts = List.copyOf(parts);
    }
  }

  /** Paragraphs that the part does not match. */
  record Not(Query part) implements Query {}

  /** Fields that can be named in a query. */
  enum Field {
    TOWN,
    COUNTY,
    CITY,
    PROVINCE,
    SECTION,
    TITLE,
    /** Only for reports that do not say; a year that is said is of {@link Years}. */
    YEAR
  }
}
