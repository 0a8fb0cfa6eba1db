package govsearch.engine.lucene.search;

import govsearch.engine.lucene.query.MeantQuery;
import govsearch.query.Filters;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a search for less than all that was typed goes by beside the words themselves. */
public interface Hints {

  /** None. */
  Hints NONE =
      new Hints() {
        @Override
        public Optional<String> slip(String typed, boolean isMissing) {
          return Optional.empty();
        }

        @Override
        public @Nullable MeantQuery near(String sentence, Filters filters) {
          return null;
        }
      };

  /**
   * The phrase of the collection that somebody meant who typed one that it does not have.
   *
   * @param isMissing whether it is known that it does not
   */
  Optional<String> slip(String typed, boolean isMissing) throws IOException;

  /** What a learnt model takes to mean nearly the same; null where there is none. */
  @Nullable MeantQuery near(String sentence, Filters filters) throws IOException;
}
