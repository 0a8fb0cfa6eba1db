package govsearch.ingest.places;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A place as somebody wrote it, held against the tables. */
final class WrittenPlace {

  /**
   * What a name may stand for.
   *
   * @param provinces official names; so the others
   */
  private record Meanings(Set<String> provinces, Set<String> cities, Set<String> counties) {}

  private final Divisions divisions;
  private final Region written;
  private final @Nullable Meanings province;
  private final @Nullable Meanings city;
  private final @Nullable Meanings county;

  WrittenPlace(Divisions divisions, Region written) {
    this.divisions = divisions;
    this.written = written;
    province = meanings(written.province());
    city = meanings(written.city());
    county = meanings(written.county());
  }

  private @Nullable Meanings meanings(@Nullable String name) {
    return name == null
        ? null
        : new Meanings(
            names(divisions.provinces(name), Region::province),
            names(divisions.cities(name), Region::city),
            names(divisions.counties(name), Region::county));
  }

  private static Set<String> names(List<Region> places, Function<Region, @Nullable String> level) {
    return places.stream().map(level).filter(name -> name != null).collect(Collectors.toSet());
  }

  /** Whether the tables know every name above the town: of others they can say nothing. */
  boolean isKnown() {
    return isKnown(province) && isKnown(city) && isKnown(county);
  }

  private static boolean isKnown(@Nullable Meanings name) {
    return name == null
        || !(name.provinces.isEmpty() && name.cities.isEmpty() && name.counties.isEmpty());
  }

  /** Whether a place of the tables can be the one that was written. */
  boolean fits(Region place) {
    return fits(province, city, county, place);
  }

  private static boolean fits(
      @Nullable Meanings province,
      @Nullable Meanings city,
      @Nullable Meanings county,
      Region place) {
    boolean inCity =
        city == null
            || has(city.cities, place.city())
            // 北京市 for the city of 北京市/朝阳区, 仙桃市 for that of 湖北省/仙桃市.
            || (place.city() == null
                && (has(city.provinces, place.province()) || has(city.counties, place.county())));
    boolean inCounty =
        county == null
            || has(county.counties, place.county())
            || (place.county() == null && has(county.cities, place.city())); // 东莞市
    return (province == null || has(province.provinces, place.province())) && inCity && inCounty;
  }

  private static boolean has(Set<String> names, @Nullable String name) {
    return name != null && names.contains(name);
  }

  /** The places that what is written above the town can stand for; none if it says nothing. */
  List<Region> aboveTown() {
    String name = written.county();
    if (name != null && county != null) {
      List<Region> known = either(divisions.counties(name), divisions.cities(name));
      if (!known.isEmpty()) {
        return known.stream().filter(this::fits).toList();
      }
    }
    // A county that the tables do not know does not hide what the levels above it tell.
    name = written.city();
    if (name != null) {
      return either(divisions.cities(name), divisions.counties(name)).stream()
          .filter(place -> fits(province, city, null, place))
          .toList();
    }
    name = written.province();
    return name == null ? List.of() : divisions.provinces(name);
  }

  private static List<Region> either(List<Region> places, List<Region> otherwise) {
    return places.isEmpty() ? otherwise : places;
  }
}
