package govsearch.insight.extent;

import govsearch.engine.CountRequest;
import govsearch.engine.Counting;
import govsearch.engine.GroupedCounts;
import govsearch.engine.Grouping;
import govsearch.engine.Place;
import govsearch.query.FacetField;
import govsearch.query.Filters;
import govsearch.query.MatchRequest;
import govsearch.query.Mode;
import govsearch.query.Query;
import java.util.ArrayList;
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
   * @throws govsearch.engine.SearchTimedOutException if not all is found in a search's time
   */
  public Listed below(@Nullable String parent) {
    Filters within =
        parent == null ? Filters.NONE : Filters.of(Map.of(FacetField.REGION, List.of(parent)));
    MatchRequest everything = MatchRequest.of(new Query.Everything(), Mode.EXACT, within);
    return engine.countBy(
        List.of(new CountRequest(everything, everything)),
        new Grouping.Towns(parent),
        counts -> listed(counts, parent == null ? 0 : parent.split("/").length));
  }

  private static Listed listed(GroupedCounts counts, int from) {
    Map<String, Sum> sums = new TreeMap<>();
    for (int part = 0; part < counts.parts().size(); part++) {
      Place place = counts.parts().get(part).place();
      if (place != null) {
        add(place, reports(counts, part), from, sums);
      }
    }
    sums.values().removeIf(sum -> sum.towns == 0);
    sums.forEach(
        (path, sum) -> {
          Sum above =
              path.indexOf('/') < 0 ? null : sums.get(path.substring(0, path.lastIndexOf('/')));
          if (above != null) {
            above.below++;
          }
        });
    int level = lastLevel(sums);
    List<Region> regions = new ArrayList<>();
    sums.forEach(
        (path, sum) -> {
          if (sum.level <= level) {
            regions.add(new Region(path, sum.reports, sum.towns, sum.below));
          }
        });
    return new Listed(regions, regions.size() == sums.size());
  }

  private static long reports(GroupedCounts counts, int part) {
    long reports = 0;
    for (int year = 0; year < counts.years().size(); year++) {
      reports += counts.reports(0, part, year);
    }
    return reports;
  }

  /** Adds what is at a place to every region that it is in. */
  private static void add(Place place, long reports, int from, Map<String, Sum> sums) {
    List<String> names = place.region();
    for (int depth = from + 1; depth <= names.size(); depth++) {
      int level = depth - from;
      Sum sum =
          sums.computeIfAbsent(String.join("/", names.subList(0, depth)), path -> new Sum(level));
      sum.reports += reports;
      sum.towns += place.town() == null ? 0 : 1;
    }
  }

  /** The last level that is listed. */
  private static int lastLevel(Map<String, Sum> sums) {
    Map<Integer, Long> byLevel =
        sums.values().stream()
            .collect(Collectors.groupingBy(sum -> sum.level, TreeMap::new, Collectors.counting()));
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

  /** What is counted of a region so far. */
  private static final class Sum {
    private final int level;
    private long reports;
    private int towns;
    private int below;

    Sum(int level) {
      this.level = level;
    }
  }
}
