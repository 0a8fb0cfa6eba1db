package govsearch.engine.lucene.suggest;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/** How many paragraphs each of some literal texts is in, as far as it is worth to know. */
@FunctionalInterface
public interface TextCounter {
  /** Their numbers, in the order of the texts. */
  List<Counted> of(List<String> literals) throws IOException;

  /** Whether any has a literal text. */
  default boolean isAnywhere(String literal) throws IOException {
    return of(List.of(literal)).getFirst().paragraphs() > 0;
  }

  /** Whether any has it, or that would take long to tell. */
  default boolean mayBeAnywhere(String literal) throws IOException {
    return isAnywhere(literal);
  }

  /** What those numbers cannot be above, as far as that is known for little. */
  default List<Long> atMost(List<String> literals) throws IOException {
    return Collections.nCopies(literals.size(), Long.MAX_VALUE);
  }

  /**
   * The texts that have one character between two parts, with their numbers, where that takes less
   * than to count whatever may be one.
   *
   * @param before may be empty, if {@code behind} is not
   * @param wanted which characters between
   */
  default Optional<Told> between(String before, String behind, IntPredicate wanted)
      throws IOException {
    return Optional.empty();
  }
}
