package govsearch.engine.lucene.count;

import govsearch.engine.RegionCount;
import govsearch.engine.lucene.query.FilterQueries;
import govsearch.engine.lucene.snapshot.FacetValues;
import govsearch.query.FacetField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Adds up what is known of places by the regions that they are in. */
public final class RegionCounts {

  private RegionCounts() {}

  /**
   * The regions with a town that has reports, by path.
   *
   * @param reports how many each place has, by its number
   * @param parent only those below this one, its path as filters by region take it; null for all
   */
  public static List<RegionCount> of(FacetValues places, long[] reports, @Nullable String parent) {
    Integer within =
        parent == null
            ? Integer.valueOf(FacetValues.NONE)
            : places.number(FilterQueries.key(FacetField.REGION, parent));
    if (within == null) {
      return List.of();
    }
    int[] parents = places.parents();
    FixedBitSet isTown = places.towns();
    long[] sums = new long[parents.length];
    int[] towns = new int[parents.length];
    for (int place = 0; place < reports.length; place++) {
      if (reports[place] > 0) {
        int town = isTown.get(place) ? 1 : 0;
        for (int at = town == 1 ? parents[place] : place; at >= 0; at = parents[at]) {
          sums[at] += reports[place];
          towns[at] += town;
        }
      }
    }
    List<RegionCount> regions = new ArrayList<>();
    for (int value = 0; value < towns.length; value++) {
      if (towns[value] > 0
          && (within == FacetValues.NONE || places.isBelow(value, within))
          && !places.value(value).name().equals(FacetField.UNSTATED)) {
        regions.add(new RegionCount(places.value(value).name(), sums[value], towns[value]));
      }
    }
    regions.sort(Comparator.comparing(RegionCount::path));
    return regions;
  }
}
