package govsearch.engine.opensearch.read;

import govsearch.engine.opensearch.layout.HeadColumns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * How far matches are spread: over how many reports and towns, and how many there are of each year
 * and in each area, which is the region of a report without its town. {@link SpreadScript} counts
 * it.
 *
 * @param reports with a match
 * @param towns stated ones; of one name in different regions they are different ones
 * @param names of towns, one of them that none is stated
 * @param unstated matches of reports that state no town
 * @param years of how many matches each is; that which none is stated is the greatest there is
 */
record Spread(
    long reports,
    long towns,
    long names,
    long unstated,
    List<Area> areas,
    Map<Integer, Long> years) {
  /** What is wanted of an answer, below the name of the aggregation. */
  static final String PARTS = "value";

  /**
   * An area.
   *
   * @param number of its label
   * @param paragraphs that match
   * @param towns stated ones with a match
   */
  record Area(long number, long paragraphs, int towns) {}

  /** What such a search has counted. */
  static Spread of(JsonNode counted) {
    JsonNode value = counted.path(PARTS);
    JsonNode flat = value.path("areas");
    List<Area> areas = new ArrayList<>(flat.size() / 3);
    for (int i = 0; i + 2 < flat.size(); i += 3) {
      areas.add(new Area(flat.get(i).asLong(), flat.get(i + 1).asLong(), flat.get(i + 2).asInt()));
    }
    Map<Integer, Long> years = new HashMap<>();
    JsonNode ofYears = value.path("years");
    for (int i = 0; i + 1 < ofYears.size(); i += 2) {
      years.put(ofYears.get(i).asInt(), ofYears.get(i + 1).asLong());
    }
    return new Spread(
        value.path("reports").asLong(),
        value.path("towns").asLong(),
        value.path("names").asLong(),
        value.path("unstated").asLong(),
        areas,
        years);
  }

  /** Of how many matches each year is, by the years' names. */
  List<FacetCounted.Value> yearValues() {
    return years.entrySet().stream()
        .map(
            one ->
                new FacetCounted.Value(
                    HeadColumns.year(one.getKey() == Integer.MAX_VALUE ? null : one.getKey()),
                    one.getValue()))
        .toList();
  }
}
