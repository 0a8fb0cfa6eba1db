package govsearch.engine;

/** Is shown all matches of a query, one after the other. What it throws ends the visit. */
@FunctionalInterface
public interface MatchVisitor {

  /**
   * Called once, before the first match, when everything has been found.
   *
   * @param total how many matches will follow
   */
  default void begin(long total) {}

  /** The next match; not kept by the engine. */
  void visit(Match match);
}
