package govsearch.engine.opensearch.read;

import govsearch.engine.FacetCounts;
import govsearch.engine.lucene.count.FacetCounter;
import govsearch.engine.lucene.count.ValueCounts;
import govsearch.engine.lucene.snapshot.FacetValues;
import govsearch.engine.opensearch.client.Json;
import govsearch.engine.opensearch.layout.Columns;
import govsearch.engine.opensearch.layout.Fingerprint;
import govsearch.engine.opensearch.layout.Indices;
import govsearch.query.FacetField;
import govsearch.query.FacetListing;
import govsearch.query.Filters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads what a cluster has counted of facets: places by their names, what did not fit apart. */
final class FacetCounted {
  /** The cluster gives no more values in one answer. */
  static final int MOST_VALUES = 65_000;

  private static final String PARTS = "aggregations.*.buckets.key,aggregations.*.buckets.doc_count";

  private final Reader reader;

  /** A value of a facet; of places their label. */
  record Value(String term, long count) {}

  FacetCounted(Reader reader) {
    this.reader = reader;
  }

  /**
   * The values of a column.
   *
   * @param given what was counted of it, among other columns
   * @param query of whose matches it was counted
   */
  List<Value> values(JsonNode given, String column, Map<String, Object> query) {
    return buckets(given.path(column), column, query)
        .valueStream()
        .map(one -> new Value(one.path("key").asString(), one.path("doc_count").asLong()))
        .toList();
  }

  /** The places, which are counted by their numbers. */
  List<Value> places(JsonNode given, Map<String, Object> query) {
    JsonNode buckets = buckets(given.path(Columns.PLACE), Columns.PLACE_NUMBER, query);
    List<Long> numbers = buckets.valueStream().map(one -> one.path("key").asLong()).toList();
    Map<Long, String> labels = Places.of(reader.snapshot()).labels(reader, numbers);
    List<Value> values = new ArrayList<>(numbers.size());
    for (JsonNode bucket : buckets) {
      String label = labels.get(bucket.path("key").asLong());
      if (label != null) { // or it is said that not all could be read
        values.add(new Value(label, bucket.path("doc_count").asLong()));
      }
    }
    return values;
  }

  private JsonNode buckets(JsonNode values, String column, Map<String, Object> query) {
    if (values.path("sum_other_doc_count").asLong(-1) == 0) {
      return values.path("buckets");
    }
    return reader
        .search(
            Indices.Kind.PARAGRAPHS,
            Json.of(
                "size",
                0,
                "query",
                query,
                "aggs",
                Json.of(column, Clauses.values(column, MOST_VALUES))),
            PARTS)
        .path("aggregations")
        .path(column)
        .path("buckets");
  }

  /** Lists regions by what was counted of areas; of towns only how many there are below each. */
  FacetCounter regions(Spread spread, FacetListing listing) {
    FacetNumbers numbers = FacetNumbers.of(reader.snapshot(), FacetField.REGION);
    Map<Long, String> labels =
        Places.areas(reader.snapshot())
            .labels(reader, spread.areas().stream().map(Spread.Area::number).toList());
    List<Spread.Area> areas = spread.areas();
    int[] places = new int[areas.size()];
    for (int i = 0; i < places.length; i++) {
      String label = labels.get(areas.get(i).number());
      places[i] = label == null ? FacetValues.NONE : numbers.of(label);
    }
    FacetValues values = numbers.values();
    long[] counts = new long[values.size()];
    int[] towns = new int[values.size()];
    for (int i = 0; i < places.length; i++) {
      if (places[i] != FacetValues.NONE) { // or it is said that not all could be read
        counts[places[i]] += areas.get(i).paragraphs();
        towns[places[i]] += areas.get(i).towns();
      }
    }
    return new FacetCounter(
        FacetField.REGION, values, listing, ValueCounts.of(values.withAncestors(counts)), towns);
  }

  /** Has the towns counted of which there is most, as many as are listed. */
  static Map<String, Object> firstTowns() {
    return Clauses.values(Columns.TOWN_ORDER, FacetCounter.MOST_VALUES + 2);
  }

  /**
   * Lists towns of which there is most, by their names where there is as much: the cluster has
   * these in the same order, but for names beyond the basic plane, where nothing is given.
   */
  Optional<FacetCounts> towns(JsonNode given, Spread spread) {
    FacetNumbers numbers = FacetNumbers.of(reader.snapshot(), FacetField.TOWN);
    Map<Integer, Long> first = new HashMap<>();
    for (JsonNode bucket : given.path(Columns.TOWN_ORDER).path("buckets")) {
      String name = bucket.path("key").asString();
      if (name.equals(Fingerprint.LAST)) {
        continue; // it comes last there, and here where its name is
      }
      if (name.chars().anyMatch(c -> c >= Character.MIN_SURROGATE)) {
        return Optional.empty();
      }
      first.merge(numbers.named(name), bucket.path("doc_count").asLong(), Long::sum);
    }
    if (spread.unstated() > 0) {
      first.put(numbers.named(FacetField.UNSTATED), spread.unstated());
    }
    FacetValues values = numbers.values();
    long[] counts = new long[values.size()];
    first.forEach((number, count) -> counts[number] = count);
    List<FacetCounts.FacetCount> listed =
        new FacetCounter(FacetField.TOWN, values, FacetListing.ALL, ValueCounts.of(counts))
            .list(Filters.NONE.on(FacetField.TOWN))
            .values();
    int names = (int) spread.names();
    return Optional.of(new FacetCounts(listed, names, names - listed.size()));
  }

  /** Lists the values of a facet, those above them included. */
  FacetCounter counter(FacetField field, FacetListing listing, List<Value> all) {
    FacetNumbers numbers = FacetNumbers.of(reader.snapshot(), field);
    Map<Integer, Long> counted = new HashMap<>();
    for (Value value : all) {
      counted.merge(numbers.of(value.term), value.count, Long::sum);
    }
    FacetValues values = numbers.values();
    long[] counts = new long[values.size()];
    counted.forEach((number, count) -> counts[number] = count);
    return new FacetCounter(
        field,
        values,
        listing,
        ValueCounts.of(field == FacetField.REGION ? values.withAncestors(counts) : counts));
  }
}
