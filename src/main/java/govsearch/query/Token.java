package govsearch.query;

import govsearch.text.Range;
import org.jspecify.annotations.Nullable;

/** A token of a typed query, with where it stands. */
sealed interface Token {

  Range at();

  record Open(Range at) implements Token {}

  record Close(Range at) implements Token {}

  record OrSign(Range at) implements Token {}

  record AndSign(Range at) implements Token {}

  record NotSign(Range at) implements Token {}

  /**
   * Quoted text.
   *
   * @param distance the number behind {@code ~}, or null
   */
  record Quoted(String text, @Nullable Integer distance, Range at) implements Token {}

  /** A field's name as typed, with its value as typed; the value may be blank. */
  record FieldValue(String name, String value, Range at) implements Token {}

  record Word(String text, Range at) implements Token {}
}
