package govsearch.engine.opensearch.read;

import govsearch.engine.FacetCounts;
import govsearch.engine.MatchSummary;
import govsearch.engine.lucene.document.FacetLabels;
import govsearch.engine.opensearch.client.Json;
import govsearch.engine.opensearch.layout.Columns;
import govsearch.engine.opensearch.layout.Indices;
import govsearch.query.FacetField;
import govsearch.query.FacetListing;
import govsearch.query.Filters;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/**
 * What is counted of a search, each facet without its own filter, by one search that finds nothing
 * and so scores nothing. What is more than fits into its answer is asked for apart.
 */
final class Counts {
  /** The cluster gives no more values in one answer. */
  static final int MOST_VALUES = FacetCounted.MOST_VALUES;

  /** Values of facets are read whole; of what is different only how much there is. */
  private static final String FACET = "f_";

  private static final String PARTS = "hits.total.value,aggregations.f_*," + Differing.PARTS;

  /** All values of one answer are to be fewer than {@link #MOST_VALUES}. */
  private static final int MOST_PLACES = 60_000;

  private static final int MOST_YEARS = 500;
  private static final String LITERAL = "literal";

  private final Reader reader;
  private final Map<String, Object> matching;
  private final Filters filters;
  private final boolean facets;
  private final boolean fold;
  private final boolean isLiteral;

  /** By what is left of the filters, what is counted. */
  private final Map<Filters, Map<String, Object>> groups = new LinkedHashMap<>();

  private final Map<Filters, JsonNode> given = new HashMap<>();
  private final Map<Filters, List<FacetCounted.Value>> places = new HashMap<>();
  private final FacetCounted counted;
  private final Differing differing;

  /**
   * Counts.
   *
   * @param matching what matches, whatever the filters say
   * @param literally what matches literally
   * @param facets whether values of facets are counted
   * @param fold whether it is counted how many there are when those that say the same count once
   */
  Counts(
      Reader reader,
      Map<String, Object> matching,
      Map<String, Object> literally,
      Filters filters,
      boolean facets,
      boolean fold) {
    this.reader = reader;
    this.matching = matching;
    this.filters = filters;
    this.facets = facets;
    this.fold = fold;
    this.isLiteral = literally.equals(matching);
    this.counted = new FacetCounted(reader);
    this.differing = new Differing(reader, Matching.with(matching, filters));
    Map<String, Object> ofAll = group(filters);
    ofAll.put(Columns.PLACE, Json.of());
    ofAll.put(Columns.YEAR, Clauses.values(Columns.YEAR, MOST_YEARS));
    if (!isLiteral) {
      ofAll.put(LITERAL, Json.of("filter", literally));
    }
    for (FacetField field : facets ? FacetField.values() : new FacetField[0]) {
      group(filters.without(field)).put(column(field), Clauses.values(column(field), MOST_YEARS));
    }
    List<Map<String, Object>> withPlaces =
        groups.values().stream().filter(group -> group.containsKey(Columns.PLACE)).toList();
    int most = MOST_PLACES / withPlaces.size();
    withPlaces.forEach(
        group -> group.put(Columns.PLACE, Clauses.values(Columns.PLACE_NUMBER, most)));
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

  private static Map<String, Object> clause(Filters some) {
    List<Object> all = FilterClauses.of(some);
    return all.isEmpty() ? Clauses.all() : Clauses.filter(all);
  }

  /** Has a batch count. */
  void askWith(Batch batch) {
    Filters always = isSideways() ? Filters.NONE.since(filters.since()) : filters;
    Map<String, Object> aggregations = Json.of();
    groups.forEach(
        (some, values) ->
            aggregations.put(
                FACET + aggregations.size(),
                Clauses.filtered(isSideways() ? clause(some) : Clauses.all(), values)));
    aggregations.put(
        Differing.NAME,
        Clauses.filtered(
            isSideways() ? clause(filters) : Clauses.all(),
            Differing.counted(Columns.REPORT_NUMBER)));
    Map<String, Object> body =
        Json.of(
            "size",
            0,
            "track_total_hits",
            true,
            "query",
            Matching.with(matching, always),
            "aggs",
            aggregations);
    batch.add(Indices.Kind.PARAGRAPHS, body, PARTS, this::read);
  }

  private void read(JsonNode answer) {
    int number = 0;
    for (Filters some : groups.keySet()) {
      given.put(some, answer.path("aggregations").path(FACET + number++));
    }
    differing.read(answer.path("aggregations"), Columns.REPORT_NUMBER);
  }

  /** Counts, and searches for nothing else. */
  Counts ask() {
    Batch batch = new Batch(reader);
    askWith(batch);
    batch.run();
    return this;
  }

  /** Says how many there are when those that say the same count once, where that is known. */
  void knowFolded(long count) {
    differing.know(Columns.FOLD, count);
  }

  /** Has a batch count what is not known yet: when it is known how much there is at all. */
  void askForTheRestWith(Batch batch) {
    if (total() == 0) {
      differing.know(Columns.FOLD, 0);
    }
    long reports = Math.min(total(), reader.snapshot().state().reports());
    differing.askWith(batch, Columns.REPORT_NUMBER, reports);
    if (fold) {
      differing.askWith(batch, Columns.FOLD, total());
    }
  }

  private JsonNode of(Filters some) {
    return Objects.requireNonNull(given.get(some));
  }

  long total() {
    return of(filters).path("doc_count").asLong();
  }

  long literal() {
    return isLiteral ? total() : of(filters).path(LITERAL).path("doc_count").asLong();
  }

  /** How many there are when those that say the same count once. */
  long folded() {
    return fold ? differing.count(Columns.FOLD) : total();
  }

  private List<FacetCounted.Value> values(Filters some, String column) {
    Map<String, Object> searched = Matching.with(matching, some);
    return column.equals(Columns.PLACE)
        ? places.computeIfAbsent(some, key -> counted.places(of(key), searched))
        : counted.values(of(some), column, searched);
  }

  /** How far what matches is spread. */
  MatchSummary summary() {
    long towns =
        values(filters, Columns.PLACE).stream()
            .filter(place -> FacetLabels.endsInTown(place.term()))
            .count();
    List<Integer> years =
        values(filters, Columns.YEAR).stream()
            .map(FacetCounted.Value::term)
            .filter(name -> !name.equals(FacetField.UNSTATED))
            .map(Integer::valueOf)
            .sorted()
            .toList();
    return new MatchSummary(total(), differing.count(Columns.REPORT_NUMBER), towns, years);
  }

  Map<FacetField, FacetCounts> facets(FacetListing listing) {
    Map<FacetField, FacetCounts> all = new EnumMap<>(FacetField.class);
    for (FacetField field : facets ? FacetField.values() : new FacetField[0]) {
      all.put(field, facet(field, listing));
    }
    return all;
  }

  private FacetCounts facet(FacetField field, FacetListing listing) {
    return counted
        .counter(field, listing, values(filters.without(field), column(field)))
        .list(filters.on(field));
  }
}
