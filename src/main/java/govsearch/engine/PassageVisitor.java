package govsearch.engine;

/** Is shown the passages that match a query. What it throws ends the visit. */
@FunctionalInterface
public interface PassageVisitor {

  /** The next one; not kept by the visitor. */
  void visit(Passage passage);
}
