package govsearch.engine.opensearch.read;

import govsearch.engine.FacetCounts;
import govsearch.engine.MatchSummary;
import govsearch.engine.lucene.count.FacetCounter;
import govsearch.engine.lucene.document.FacetLabels;
import govsearch.engine.lucene.snapshot.FacetValues;
import govsearch.engine.opensearch.client.Json;
import govsearch.engine.opensearch.layout.Columns;
import govsearch.engine.opensearch.layout.Indices;
import govsearch.query.FacetField;
import govsearch.query.FacetListing;
import govsearch.query.Filters;
import govsearch.report.Section;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is counted of a search: each facet without its own filter, all of it in one request for each
 * different set of filters.
 */
final class Counts {
  /** The cluster gives no more values in one answer. */
  static final int MOST_VALUES = 65_000;

  private static final String LITERAL = "literal";

  private final Reader reader;
  private final Map<String, Object> matching;
  private final Filters filters;
  private final Map<Filters, JsonNode> answers = new LinkedHashMap<>();

  /**
   * Counts.
   *
   * @param matching what matches, whatever the filters say
   * @param literally what matches literally; null where nobody asks
   */
  Counts(
      Reader reader,
      Map<String, Object> matching,
      @Nullable Map<String, Object> literally,
      Filters filters,
      boolean facets) {
    this.reader = reader;
    this.matching = matching;
    this.filters = filters;
    Map<Filters, Map<String, Object>> asked = new LinkedHashMap<>();
    Map<String, Object> ofAll = asked.computeIfAbsent(filters, key -> Json.of());
    ofAll.put(Columns.PLACE, Clauses.values(Columns.PLACE, MOST_VALUES));
    ofAll.put(Columns.YEAR, Clauses.values(Columns.YEAR, MOST_VALUES / 10));
    if (literally != null) {
      ofAll.put(LITERAL, Json.of("filter", literally));
    }
    for (FacetField field : facets ? FacetField.values() : new FacetField[0]) {
      asked
          .computeIfAbsent(filters.without(field), key -> Json.of())
          .put(column(field), Clauses.values(column(field), MOST_VALUES));
    }
    List<Filters> keys = List.copyOf(asked.keySet());
    List<Callable<JsonNode>> works = new ArrayList<>();
    for (Filters key : keys) {
      works.add(() -> ask(key, asked.get(key)));
    }
    List<JsonNode> given = Reader.together(works);
    for (int i = 0; i < keys.size(); i++) {
      answers.put(keys.get(i), given.get(i));
    }
  }

  private JsonNode ask(Filters some, @Nullable Map<String, Object> aggregations) {
    return reader.search(
        Indices.Kind.PARAGRAPHS,
        Json.of(
            "size",
            0,
            "track_total_hits",
            true,
            "query",
            Matching.with(matching, some),
            "aggs",
            aggregations == null ? Json.of() : aggregations));
  }

  private static String column(FacetField field) {
    return switch (field) {
      case REGION, TOWN -> Columns.PLACE; // a town's name is the end of its place's
      case YEAR -> Columns.YEAR;
      case SECTION -> Columns.SECTION;
    };
  }

  private JsonNode of(Filters some) {
    return Objects.requireNonNull(answers.get(some));
  }

  long total() {
    return of(filters).path("hits").path("total").path("value").asLong();
  }

  long literal() {
    return of(filters).path("aggregations").path(LITERAL).path("doc_count").asLong();
  }

  private JsonNode buckets(Filters some, String column) {
    return of(some).path("aggregations").path(column).path("buckets");
  }

  /**
   * How far what matches is spread.
   *
   * @param reports in how many
   */
  MatchSummary summary(long reports) {
    long towns = 0;
    for (JsonNode bucket : buckets(filters, Columns.PLACE)) {
      towns += FacetLabels.endsInTown(bucket.path("key").asString()) ? 1 : 0;
    }
    Integer first = null;
    Integer last = null;
    for (JsonNode bucket : buckets(filters, Columns.YEAR)) {
      String name = bucket.path("key").asString();
      if (!name.equals(FacetField.UNSTATED)) {
        int year = Integer.parseInt(name);
        first = first == null || year < first ? (Integer) year : first;
        last = last == null || year > last ? (Integer) year : last;
      }
    }
    return new MatchSummary(total(), reports, towns, first, last);
  }

  Map<FacetField, FacetCounts> facets(FacetListing listing) {
    Map<FacetField, FacetCounts> facets = new EnumMap<>(FacetField.class);
    for (FacetField field : FacetField.values()) {
      facets.put(field, facet(field, listing));
    }
    return facets;
  }

  private FacetCounts facet(FacetField field, FacetListing listing) {
    FacetValues values = new FacetValues(field);
    if (field == FacetField.SECTION) {
      Section.codes().forEach(values::add);
    }
    Map<Integer, Long> counted = new LinkedHashMap<>();
    for (JsonNode bucket : buckets(filters.without(field), column(field))) {
      String key = bucket.path("key").asString();
      int number =
          switch (field) {
            case REGION -> values.place(key);
            case TOWN -> values.add(town(key));
            case YEAR, SECTION -> values.add(key);
          };
      counted.merge(number, bucket.path("doc_count").asLong(), Long::sum);
    }
    values.publish();
    long[] counts = new long[values.size()];
    counted.forEach((number, count) -> counts[number] = count);
    return new FacetCounter(
            field,
            values,
            listing,
            field == FacetField.REGION ? values.withAncestors(counts) : counts)
        .list(filters.on(field));
  }

  private static String town(String label) {
    String town = FacetLabels.place(label).town();
    return town == null ? FacetField.UNSTATED : town;
  }
}
