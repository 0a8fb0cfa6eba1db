package govsearch.ingest.places;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Titles of every town in the country. What is missed is nearly all the list's own: towns that
 * repeat their county's name in theirs, and zones that are no counties.
 */
class DivisionNamesTest {

  private static final String TITLE = "2024年法治政府建设情况报告";

  /** Stand-ins of the list for levels that a place does not have. */
  private static final String NO_LEVEL = "市辖区|县|.*直辖.*";

  private static final List<Region> TOWNS = new ArrayList<>();
  private static int others;

  @BeforeAll
  static void readAllTowns() throws IOException {
    Path folder = Shared.folder("divisions");
    Map<String, String[]> provinces = read(folder.resolve("provinces.csv"));
    Map<String, String[]> cities = read(folder.resolve("cities.csv"));
    Map<String, String[]> counties = read(folder.resolve("areas.csv"));
    for (String[] town : read(folder.resolve("streets.csv")).values()) {
      if (!town[1].matches(".*(镇|乡|街道|苏木)")) {
        others++; // farms, zones and offices
        continue;
      }
      String city = cities.get(town[4])[1];
      String county = counties.get(town[2])[1];
      TOWNS.add(
          new Region(
              provinces.get(town[3])[1],
              city.matches(NO_LEVEL) ? null : city,
              county.matches(NO_LEVEL) || county.equals(city) ? null : county,
              town[1]));
    }
  }

  @Test
  void theListIsRead() {
    assertThat(TOWNS.size() + others).isEqualTo(41_352);
    assertThat(TOWNS).hasSizeGreaterThan(38_000);
  }

  @Test
  void theFullPathIsReadLevelByLevel() {
    assertThat(rate("full path", TOWNS)).isGreaterThan(0.9975);
  }

  @Test
  void countyAndTownAreRead() {
    List<Region> pairs =
        TOWNS.stream()
            .filter(town -> town.county() != null)
            .map(town -> new Region(null, town.county(), town.town()))
            .toList();
    assertThat(rate("county and town", pairs)).isGreaterThan(0.997);
  }

  @Test
  void aTownAloneIsRead() {
    List<Region> alone = TOWNS.stream().map(town -> new Region(null, null, town.town())).toList();
    assertThat(rate("town alone", alone)).isGreaterThan(0.996);
  }

  private static double rate(String what, List<Region> places) {
    long right = places.stream().filter(place -> PlaceNames.at(name(place)).equals(place)).count();
    double rate = (double) right / places.size();
    System.out.printf(Locale.ROOT, "%s: %d of %d, %.4f%n", what, right, places.size(), rate);
    return rate;
  }

  private static String name(Region place) {
    return Stream.of(place.province(), place.city(), place.county(), place.town(), TITLE)
        .filter(name -> name != null)
        .collect(Collectors.joining());
  }

  private static Map<String, String[]> read(Path csv) throws IOException {
    return Files.readAllLines(csv).stream()
        .skip(1)
        .map(line -> line.replace("\"", "").split(","))
        .collect(Collectors.toMap(row -> row[0], Function.identity()));
  }
}
