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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is counted of a search, each facet without its own filter: parts of the one search that also
 * finds its first page. What is more than fits into its answer is asked for apart.
 */
final class Counts {
  /** The cluster gives no more values in one answer. */
  static final int MOST_VALUES = 65_000;

  /** What of an answer is read here. */
  static final String PARTS =
      "hits.total.value,aggregations.*.doc_count,aggregations.*.*.sum_other_doc_count,"
          + "aggregations.*.literal.doc_count,"
          + "aggregations.*.place.buckets.key,aggregations.*.place.buckets.doc_count,"
          + "aggregations.*.year.buckets.key,aggregations.*.year.buckets.doc_count,"
          + "aggregations.*.section.buckets.key,aggregations.*.section.buckets.doc_count";

  /** All values of one answer are to be fewer than {@link #MOST_VALUES}. */
  private static final int MOST_PLACES = 60_000;

  private static final int MOST_DISTINCT = 32_000;
  private static final String DISTINCT = "aggregations.*.sum_other_doc_count,aggregations.*.count";
  private static final int MOST_YEARS = 500;
  private static final String LITERAL = "literal";
  private static final String NUMBER = "_number";

  private final Reader reader;
  private final Map<String, Object> matching;
  private final Filters filters;
  private final boolean facets;
  private final boolean fold;

  /** By what is left of the filters, what is counted. */
  private final Map<Filters, Map<String, Object>> groups = new LinkedHashMap<>();

  private final Map<Filters, JsonNode> given = new HashMap<>();
  private final Map<String, Long> distinct = new HashMap<>();

  /**
   * Counts.
   *
   * @param matching what matches, whatever the filters say
   * @param literally what matches literally; null where nobody asks
   * @param facets whether values of facets are counted
   * @param fold whether it is counted how many there are when those that say the same count once
   */
  Counts(
      Reader reader,
      Map<String, Object> matching,
      @Nullable Map<String, Object> literally,
      Filters filters,
      boolean facets,
      boolean fold) {
    this.reader = reader;
    this.matching = matching;
    this.filters = filters;
    this.facets = facets;
    this.fold = fold;
    Map<String, Object> ofAll = group(filters);
    ofAll.put(Columns.PLACE, Json.of());
    ofAll.put(Columns.YEAR, Clauses.values(Columns.YEAR, MOST_YEARS));
    if (literally != null) {
      ofAll.put(LITERAL, Json.of("filter", literally));
    }
    for (FacetField field : facets ? FacetField.values() : new FacetField[0]) {
      group(filters.without(field)).put(column(field), Clauses.values(column(field), MOST_YEARS));
    }
    List<Map<String, Object>> withPlaces =
        groups.values().stream().filter(group -> group.containsKey(Columns.PLACE)).toList();
    int most = MOST_PLACES / withPlaces.size();
    withPlaces.forEach(group -> group.put(Columns.PLACE, Clauses.values(Columns.PLACE, most)));
  }

  private Map<String, Object> group(Filters some) {
    return groups.computeIfAbsent(some, key -> Json.of());
  }

  private static String column(FacetField field) {
    return switch (field) {
      case REGION, TOWN -> Columns.PLACE; // a town's name is the end of its place's
      case YEAR -> Columns.YEAR;
      case SECTION -> Columns.SECTION;
    };
  }

  /** Whether some facet counts what another one's filter leaves out. */
  private boolean isSideways() {
    return groups.size() > 1;
  }

  /** What is to be searched for with these counts: more than is shown, where facets need it. */
  Map<String, Object> query() {
    return Matching.with(matching, isSideways() ? Filters.NONE.since(filters.since()) : filters);
  }

  /** Which of what is searched for is shown; null for all. */
  @Nullable Map<String, Object> filter() {
    return isSideways() ? clause(filters) : null;
  }

  private static Map<String, Object> clause(Filters some) {
    List<Object> all = FilterClauses.of(some);
    return all.isEmpty() ? Clauses.all() : Clauses.filter(all);
  }

  /** Has a search for {@link #query} count as well. */
  void askWith(Map<String, Object> body) {
    Map<String, Object> aggregations = Json.of();
    groups.forEach(
        (some, counted) ->
            aggregations.put(
                "g" + aggregations.size(),
                Clauses.filtered(isSideways() ? clause(some) : Clauses.all(), counted)));
    body.put("track_total_hits", true);
    body.put("aggs", aggregations);
  }

  /** Reads the answer to such a search. */
  void read(JsonNode answer) {
    int number = 0;
    for (Filters some : groups.keySet()) {
      given.put(some, answer.path("aggregations").path("g" + number++));
    }
  }

  /** Counts, and searches for nothing. */
  Counts ask() {
    Map<String, Object> body = Json.of("size", 0, "query", query());
    askWith(body);
    Batch batch = new Batch(reader);
    batch.add(Indices.Kind.PARAGRAPHS, body, PARTS, this::read);
    addDistinct(batch);
    batch.run();
    return this;
  }

  /** Says how many there are when those that say the same count once, where that is known. */
  void knowFolded(long count) {
    distinct.put(Columns.FOLD, count);
  }

  /** Has what is different be counted on the shards, which send the numbers alone. */
  void addDistinct(Batch batch) {
    if (!given.isEmpty() && total() == 0) {
      distinct.put(Columns.REPORT, 0L);
      distinct.put(Columns.FOLD, 0L);
      return;
    }
    Map<String, Object> aggregations = Json.of();
    for (String column : fold ? List.of(Columns.REPORT, Columns.FOLD) : List.of(Columns.REPORT)) {
      if (!distinct.containsKey(column)) {
        aggregations.put(column, Clauses.values(column, MOST_DISTINCT));
        aggregations.put(
            column + NUMBER, Json.of("stats_bucket", Json.of("buckets_path", column + ">_count")));
      }
    }
    batch.add(
        Indices.Kind.PARAGRAPHS,
        Json.of("size", 0, "query", shown(), "aggs", aggregations),
        DISTINCT,
        answer -> readDistinct(answer.path("aggregations")));
  }

  private void readDistinct(JsonNode counted) {
    for (String column : List.of(Columns.REPORT, Columns.FOLD)) {
      JsonNode values = counted.path(column);
      if (!values.isMissingNode() && values.path("sum_other_doc_count").asLong(0) == 0) {
        distinct.put(column, counted.path(column + NUMBER).path("count").asLong(0));
      }
    }
  }

  private JsonNode of(Filters some) {
    return Objects.requireNonNull(given.get(some));
  }

  private Map<String, Object> shown() {
    return Matching.with(matching, filters);
  }

  long total() {
    return of(filters).path("doc_count").asLong();
  }

  long literal() {
    return of(filters).path(LITERAL).path("doc_count").asLong();
  }

  /** How many there are when those that say the same count once. */
  long folded() {
    return fold ? distinct(Columns.FOLD) : total();
  }

  /** What does not fit into an answer is counted apart. */
  private long distinct(String column) {
    return distinct.computeIfAbsent(
        column, key -> new Distinct(reader).of(Indices.Kind.PARAGRAPHS, shown(), key));
  }

  private JsonNode buckets(Filters some, String column) {
    JsonNode values = of(some).path(column);
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
                Matching.with(matching, some),
                "aggs",
                Json.of(column, Clauses.values(column, MOST_VALUES))),
            "aggregations.*.buckets.key,aggregations.*.buckets.doc_count")
        .path("aggregations")
        .path(column)
        .path("buckets");
  }

  /** How far what matches is spread. */
  MatchSummary summary() {
    long towns = 0;
    for (JsonNode bucket : buckets(filters, Columns.PLACE)) {
      towns += FacetLabels.endsInTown(bucket.path("key").asString()) ? 1 : 0;
    }
    List<Integer> years = new ArrayList<>();
    for (JsonNode bucket : buckets(filters, Columns.YEAR)) {
      String name = bucket.path("key").asString();
      if (!name.equals(FacetField.UNSTATED)) {
        years.add(Integer.valueOf(name));
      }
    }
    return new MatchSummary(
        total(),
        distinct(Columns.REPORT),
        towns,
        years.stream().min(Integer::compare).orElse(null),
        years.stream().max(Integer::compare).orElse(null));
  }

  Map<FacetField, FacetCounts> facets(FacetListing listing) {
    Map<FacetField, FacetCounts> counted = new EnumMap<>(FacetField.class);
    for (FacetField field : facets ? FacetField.values() : new FacetField[0]) {
      counted.put(field, facet(field, listing));
    }
    return counted;
  }

  private FacetCounts facet(FacetField field, FacetListing listing) {
    FacetNumbers numbers = FacetNumbers.of(reader.snapshot(), field);
    Map<Integer, Long> counted = new HashMap<>();
    for (JsonNode bucket : buckets(filters.without(field), column(field))) {
      counted.merge(
          numbers.of(bucket.path("key").asString()), bucket.path("doc_count").asLong(), Long::sum);
    }
    FacetValues values = numbers.values();
    long[] counts = new long[values.size()];
    counted.forEach((number, count) -> counts[number] = count);
    return new FacetCounter(
            field,
            values,
            listing,
            field == FacetField.REGION ? values.withAncestors(counts) : counts)
        .list(filters.on(field));
  }
}
