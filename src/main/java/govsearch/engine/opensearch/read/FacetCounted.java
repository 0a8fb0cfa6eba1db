package govsearch.engine.opensearch.read;

import govsearch.engine.lucene.count.FacetCounter;
import govsearch.engine.lucene.count.ValueCounts;
import govsearch.engine.lucene.snapshot.FacetValues;
import govsearch.engine.opensearch.client.Json;
import govsearch.engine.opensearch.layout.Columns;
import govsearch.engine.opensearch.layout.Indices;
import govsearch.query.FacetField;
import govsearch.query.FacetListing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    if (values.path("sum_other_doc_count").asLong(0) == 0) {
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
