package govsearch.export;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table row by row, without keeping rows. What is not finished is no whole file; so it is
 * finished by saying so, never by leaving a block.
 */
public interface TableWriter {

  /**
   * Writes a row.
   *
   * @param cells texts, numbers, {@link Linked} texts or null for nothing, one for each column
   */
  void row(List<? extends @Nullable Object> cells) throws IOException;

  /** Writes what makes the file whole. The stream is flushed and left open. */
  void finish() throws IOException;
}
