package govsearch.engine.lucene.count;

import govsearch.engine.lucene.snapshot.FacetValues;
import org.apache.lucene.util.FixedBitSet;

/**
 * How many matches the places have. Of ten thousands of towns none is listed unless somebody asks
 * for those of a region: else the matches of each count for what is above it, and of the towns only
 * how many there are.
 */
public final class PlaceCounts {

  private static final int[] NONE = {};

  private final int[] parents;
  private final FixedBitSet isTown;
  private final ValueCounts counts;

  /** By region; empty where each town is counted by itself. */
  private final int[] townsBelow;

  private PlaceCounts(FacetValues places, ValueCounts counts, int[] townsBelow) {
    this.parents = places.parents();
    this.isTown = places.towns();
    this.counts = counts;
    this.townsBelow = townsBelow;
  }

  /**
   * Nothing counted yet.
   *
   * @param many whether most places will be counted
   * @param ofTowns whether each town has to be counted by itself; where few places are counted at
   *     all they are in any case
   */
  static PlaceCounts of(FacetValues places, boolean many, boolean ofTowns) {
    return ofTowns || !many || places.hasRegionsBelowTowns()
        ? new PlaceCounts(places, new ValueCounts(places.size(), many), NONE)
        : new PlaceCounts(
            places, ValueCounts.among(places.size(), places.regions()), new int[places.size()]);
  }

  /**
   * Counts some more of a place.
   *
   * @param isNewTown whether it is a town that is counted for the first time
   */
  void add(int place, int more, boolean isNewTown) {
    int counted = place;
    if (townsBelow.length > 0 && isTown.get(place)) {
      counted = parents[place];
      if (counted < 0) {
        return; // a town of which nothing is known that is above it
      }
      townsBelow[counted] += isNewTown ? 1 : 0;
    }
    counts.add(counted, more);
  }

  /** What was counted, with what is below each. */
  ValueCounts counts() {
    return counts.withAncestors(parents);
  }

  /** How many towns were counted below each region; empty where these are among the counts. */
  int[] townsBelow() {
    return townsBelow;
  }
}
