package govsearch.ingest.places;

import govsearch.ingest.places.DivisionNames.Likeness;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The national tables of divisions, in memory. A level that only fills a gap in the codes (市辖区 of a
 * municipality, 省直辖县级行政区划) is no division and stands as null; so does the county of a city without
 * counties, which has the city's own name there.
 */
final class Divisions {

  private static final Set<String> FILLERS = Set.of("市辖区", "县");
  private static final String DIRECT = "直辖县级行政区划";

  /** By a town's key: the counties that have one of the name, each with what stands above it. */
  private final Map<String, List<Region>> byTown = new HashMap<>();

  /** By a county's, city's, province's stem. */
  private final Map<String, List<Region>> byCounty = new HashMap<>();

  private final Map<String, List<Region>> byCity = new HashMap<>();
  private final Map<String, List<Region>> byProvince = new HashMap<>();

  /** Official and short names above the town. */
  private final Set<String> names = new HashSet<>();

  private final String version;

  /**
   * Empty yet.
   *
   * @param version changes with what is in the tables
   */
  Divisions(String version) {
    this.version = version;
  }

  /** Takes in a province. */
  Region province(String name) {
    Region province = new Region(name, null, null, null);
    add(byProvince, name, province);
    return province;
  }

  /** Takes in a city. */
  Region city(Region province, String name) {
    boolean filler = FILLERS.contains(name) || name.endsWith(DIRECT);
    Region city = new Region(province.province(), filler ? null : name, null, null);
    if (!filler) {
      add(byCity, name, city);
    }
    return city;
  }

  /** Takes in a county. */
  Region county(Region city, String name) {
    boolean same = name.equals(city.city());
    Region county = new Region(city.province(), city.city(), same ? null : name, null);
    if (!same) {
      add(byCounty, name, county);
    }
    return county;
  }

  /** Takes in a town. */
  void town(Region county, String name) {
    byTown.computeIfAbsent(townKey(name), key -> new ArrayList<>(1)).add(county);
  }

  private void add(Map<String, List<Region>> index, String name, Region place) {
    String stem = DivisionNames.stem(DivisionNames.key(name));
    index.computeIfAbsent(stem, key -> new ArrayList<>(1)).add(place);
    names.add(name);
    names.add(DivisionNames.shortened(name));
  }

  /** Changes with what is in the tables. */
  String version() {
    return version;
  }

  List<Region> withTown(String town) {
    return byTown.getOrDefault(townKey(town), List.of());
  }

  /**
   * The counties that a name stands for: those of the very name, else those that it is short for,
   * else those that it is an older name of.
   */
  List<Region> counties(String written) {
    List<Region> found = like(byCounty, Region::county, written);
    return found.isEmpty()
        ? DivisionNames.newName(written)
            .map(name -> like(byCounty, Region::county, name))
            .orElse(List.of())
        : found;
  }

  /** As {@link #counties}. */
  List<Region> cities(String written) {
    return like(byCity, Region::city, written);
  }

  /** As {@link #counties}. */
  List<Region> provinces(String written) {
    return like(byProvince, Region::province, written);
  }

  private static List<Region> like(
      Map<String, List<Region>> index, Function<Region, @Nullable String> level, String written) {
    String stem = DivisionNames.stem(DivisionNames.key(written));
    List<Region> places = index.getOrDefault(stem, List.of());
    for (Likeness wanted : List.of(Likeness.SAME, Likeness.SHORT, Likeness.RENAMED)) {
      List<Region> found =
          places.stream()
              .filter(
                  place -> {
                    String official = level.apply(place);
                    return official != null && DivisionNames.likeness(written, official) == wanted;
                  })
              .toList();
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  /** Whether there is a town of the very name. */
  boolean hasTown(String name) {
    return byTown.containsKey(townKey(name));
  }

  /** Whether there is a county, or a city, of the very name. */
  boolean hasCounty(String name) {
    return names.contains(name);
  }

  /** Whether a name without its ending is that of a county or city: 碌曲, 甘南. */
  boolean hasStem(String stem) {
    return byCounty.containsKey(stem) || byCity.containsKey(stem);
  }

  /** Whether a text is an official or short name of a county, city or province. */
  boolean isName(String text) {
    return names.contains(text);
  }

  /**
   * Whether a name without its ending, such as that of a folder, can only mean one that ends: 吉林 is
   * a province's as well as a city's, and is taken for the outer one.
   */
  boolean isMeantBy(String stem, String official) {
    String key = DivisionNames.key(stem);
    for (Map<String, List<Region>> index : List.of(byProvince, byCity, byCounty)) {
      List<Region> places = index.get(key);
      if (places != null) {
        return places.stream().anyMatch(place -> official.equals(innermost(place)));
      }
    }
    return false;
  }

  private static @Nullable String innermost(Region place) {
    return place.county() != null
        ? place.county()
        : place.city() != null ? place.city() : place.province();
  }

  private static String townKey(String town) {
    String key = DivisionNames.key(town);
    return key.endsWith("街道办事处") ? key.substring(0, key.length() - 3) : key;
  }
}
