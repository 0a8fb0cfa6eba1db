package govsearch.engine;

import java.nio.file.Path;
import java.time.Duration;

/** How an engine is opened that is held to the contracts. */
public interface EngineUnderTest {

  /** Opens an index for writing; it goes on with what is there. */
  IndexSink openSink(Path where);

  /** Opens an index for reading. */
  SearchEngine openEngine(Path where, Duration timeLimit);

  /** Opens an index for reading, with time enough. */
  default SearchEngine openEngine(Path where) {
    return openEngine(where, Duration.ofMinutes(1));
  }
}
