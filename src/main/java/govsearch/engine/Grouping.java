package govsearch.engine;

import org.jspecify.annotations.Nullable;

/** Which reports are counted together, those of each year apart. */
public sealed interface Grouping {

  /** All of them. */
  record Whole() implements Grouping {}

  /**
   * Those of a town; those that state none by their region.
   *
   * @param within only those at or below this region, its path as filters by region take it; null
   *     for all
   */
  record Towns(@Nullable String within) implements Grouping {

    /** All of them. */
    public Towns() {
      this(null);
    }
  }

  /**
   * Those of a region or town directly below a region.
   *
   * @param parent its path as filters by region take it; null for the outermost ones
   */
  record Below(@Nullable String parent) implements Grouping {}
}
