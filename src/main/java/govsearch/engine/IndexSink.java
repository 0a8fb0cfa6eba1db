package govsearch.engine;

import govsearch.report.Report;

/**
 * Writes a collection. What is put is seen by searches after {@link #commit}, and is then on disk.
 * Closing without a commit gives up what was put since the last one.
 */
public interface IndexSink extends AutoCloseable {

  /**
   * Adds a report, or replaces the one of the same id: whole, or not at all.
   *
   * @throws java.io.UncheckedIOException if the index takes no more, whatever is put; anything else
   *     that is thrown is of this report alone, and the next one can be put
   */
  void put(Report report);

  /** Removes a report; one that is not there is no error. */
  void remove(String reportId);

  /** Makes everything put and removed durable and visible, at once. */
  void commit();

  @Override
  void close();
}
