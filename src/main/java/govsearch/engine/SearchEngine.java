package govsearch.engine;

/**
 * Reads a collection. Safe for use by many threads. Sees what was committed, whole reports only.
 * Nothing is looked for longer than the current {@link Deadline} allows.
 *
 * <p>A cursor that this engine did not give, or gave for another request, is refused with {@link
 * InvalidCursorException}.
 */
public interface SearchEngine
    extends Searching, Matches, Counting, Reports, Likeness, Phrases, AutoCloseable {

  /** Makes what was committed since visible; engines also do so by themselves, soon. */
  void refresh();

  @Override
  void close();
}
