package govsearch.insight.extent;

import govsearch.engine.Counting;
import govsearch.engine.RegionCount;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The regions that towns with a report are in, to be chosen from: province, city, county. */
public final class Regions {

  /** As many as a person looks through in one list; the provinces and cities of a country. */
  public static final int MOST = 400;

  private final Counting engine;

  public Regions(Counting engine) {
    this.engine = engine;
  }

  /**
   * A region.
   *
   * @param path as filters by region take it
   * @param reports of all that is below it, and its own
   * @param towns of which there are reports
   * @param below how many regions are directly below it
   */
  public record Region(String path, long reports, int towns, int below) {}

  /**
   * Regions by path.
   *
   * @param complete whether all below the parent are there, down to the towns
   */
  public record Listed(List<Region> regions, boolean complete) {

    public Listed {
      regions = List.copyOf(regions);
    }
  }

  /**
   * The regions below one, of so many levels as are no more than {@link #MOST}; of the first level
   * all.
   *
   * @param parent its path as filters by region take it; null for all
   */
  public Listed below(@Nullable String parent) {
    int from = parent == null ? 0 : level(parent);
    List<RegionCount> all = engine.regions(parent);
    Map<String, Integer> below = new HashMap<>();
    for (RegionCount region : all) {
      int last = region.path().lastIndexOf('/');
      if (last >= 0) {
        below.merge(region.path().substring(0, last), 1, Integer::sum);
      }
    }
    int last = lastLevel(all, from);
    return new Listed(
        all.stream()
            .filter(region -> level(region.path()) - from <= last)
            .map(
                region ->
                    new Region(
                        region.path(),
                        region.reports(),
                        region.towns(),
                        below.getOrDefault(region.path(), 0)))
            .toList(),
        all.stream().allMatch(region -> level(region.path()) - from <= last));
  }

  private static int level(String path) {
    return 1 + (int) path.chars().filter(c -> c == '/').count();
  }

  /** The last level that is listed. */
  private static int lastLevel(List<RegionCount> regions, int from) {
    Map<Integer, Long> byLevel =
        regions.stream()
            .collect(
                Collectors.groupingBy(
                    region -> level(region.path()) - from, TreeMap::new, Collectors.counting()));
    long all = 0;
    int last = 1;
    for (Map.Entry<Integer, Long> level : byLevel.entrySet()) {
      all += level.getValue();
      if (all > MOST) {
        return last;
      }
      last = level.getKey();
    }
    return last;
  }
}
