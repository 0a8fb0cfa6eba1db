package govsearch.engine;

import govsearch.query.FacetField;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a report is from, as far as it says. Towns of one name in different regions are different
 * places. Ordered by path.
 *
 * @param region names of the regions above the town, outermost first; empty when none is stated
 * @param town null when it is not stated
 */
public record Place(List<String> region, @Nullable String town) implements Comparable<Place> {

  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::path).thenComparing(place -> place.town() != null);

  public Place {
    region = List.copyOf(region);
  }

  /** The path as filters by region take it, such as {@code 临溪县/柳湾镇}. */
  public String path() {
    String regions = region.isEmpty() ? FacetField.UNSTATED : String.join("/", region);
    return town == null ? regions : regions + "/" + town;
  }

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }
}
