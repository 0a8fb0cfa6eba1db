package govsearch.engine.opensearch.read;

import govsearch.engine.FacetCounts;
import govsearch.engine.MatchSummary;
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
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is counted of a search, each facet without its own filter, by one search that finds nothing
 * and so scores nothing. What is more than fits into its answer is asked for apart.
 */
final class Counts {
  private static final String FACET = "f_";
  private static final String PARTS = "hits.total.value,aggregations";

  /** All values of one answer are to be fewer than {@link FacetCounted#MOST_VALUES}. */
  private static final int MOST_PLACES = 60_000;

  private static final int MOST_YEARS = 500;
  private static final String LITERAL = "literal";
  private static final String FOLDED = "folded";
  private static final String SPREAD = "spread";

  private final Reader reader;
  private final Map<String, Object> matching;
  private final Filters filters;
  private final @Nullable FacetListing listing;
  private final boolean fold;
  private final boolean isLiteral;

  /** By what is left of the filters, what is counted. */
  private final Map<Filters, Map<String, Object>> groups = new LinkedHashMap<>();

  private final Map<Filters, JsonNode> given = new HashMap<>();
  private final Map<Filters, Spread> spreads = new HashMap<>();
  private final Map<Filters, List<FacetCounted.Value>> places = new HashMap<>();
  private final FacetCounted counted;
  private final Differing differing;
  private long total;

  /**
   * Counts.
   *
   * @param matching what matches, whatever the filters say
   * @param literally what matches literally
   * @param listing which values of facets are counted; null for none
   * @param fold whether it is counted how many there are when those that say the same count once
   */
  Counts(
      Reader reader,
      Map<String, Object> matching,
      Map<String, Object> literally,
      Filters filters,
      @Nullable FacetListing listing,
      boolean fold) {
    this.reader = reader;
    this.matching = matching;
    this.filters = filters;
    this.listing = listing;
    this.fold = fold;
    this.isLiteral = literally.equals(matching);
    this.counted = new FacetCounted(reader);
    this.differing = new Differing(reader, Matching.with(matching, filters));
    Map<String, Object> ofAll = group(filters);
    ofAll.put(SPREAD, SpreadScript.aggregation());
    if (fold) {
      ofAll.put(FOLDED, Distinct.values(Columns.FOLD)); // of too many later, in parts
    }
    if (!isLiteral) {
      ofAll.put(LITERAL, Json.of("filter", literally));
    }
    for (FacetField field : listing == null ? new FacetField[0] : FacetField.values()) {
      count(field, group(filters.without(field)));
    }
    List<Map<String, Object>> withPlaces =
        groups.values().stream().filter(group -> group.containsKey(Columns.PLACE)).toList();
    for (Map<String, Object> group : withPlaces) {
      int most = MOST_PLACES / withPlaces.size();
      group.put(Columns.PLACE, Clauses.values(Columns.PLACE_NUMBER, most));
    }
  }

  private Map<String, Object> group(Filters some) {
    return groups.computeIfAbsent(some, key -> Json.of());
  }

  private void count(FacetField field, Map<String, Object> group) {
    switch (field) {
      case YEAR -> {
        if (!group.containsKey(SPREAD)) { // which knows them
          group.put(Columns.YEAR, Clauses.values(Columns.YEAR, MOST_YEARS));
        }
      }
      case SECTION -> group.put(Columns.SECTION, Clauses.values(Columns.SECTION, MOST_YEARS));
      case REGION, TOWN -> {
        if (isOfEveryPlace(field)) {
          group.put(Columns.PLACE, Json.of());
        } else {
          group.put(SPREAD, SpreadScript.aggregation());
          if (field == FacetField.TOWN) {
            group.put(Columns.TOWN_ORDER, FacetCounted.firstTowns());
          }
        }
      }
    }
  }

  /** Whether every place has to be counted to list a facet; shards alone know no first towns. */
  private boolean isOfEveryPlace(FacetField field) {
    return listing == null
        || listing.containing().containsKey(field)
        || !filters.on(field).isEmpty()
        || (field == FacetField.REGION && listing.regionParent() != null)
        || (field == FacetField.TOWN && reader.snapshot().shards(Indices.Kind.PARAGRAPHS) > 1);
  }

  /** Whether some facet counts what another one's filter leaves out. */
  boolean isSideways() {
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
    if (isSideways()) {
      groups.forEach(
          (some, values) ->
              aggregations.put(
                  FACET + aggregations.size(), Clauses.filtered(clause(some), values)));
    } else {
      aggregations.putAll(group(filters));
    }
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
    JsonNode aggregations = answer.path("aggregations");
    if (isSideways()) {
      int number = 0;
      for (Filters some : groups.keySet()) {
        given.put(some, aggregations.path(FACET + number++));
      }
      total = of(filters).path("doc_count").asLong();
    } else {
      given.put(filters, aggregations);
      total = answer.path("hits").path("total").path("value").asLong();
    }
    long folded = Distinct.count(of(filters).path(FOLDED));
    if (fold && folded >= 0) {
      differing.know(Columns.FOLD, folded);
    }
  }

  /** Counts, and searches for nothing else. */
  Counts ask() {
    Batch batch = new Batch(reader);
    askWith(batch);
    batch.run();
    Batch rest = new Batch(reader);
    askForTheRestWith(rest);
    rest.run();
    return this;
  }

  /** Has a batch count in parts what was too much at once. */
  void askForTheRestWith(Batch batch) {
    if (fold) {
      differing.askWith(batch, Columns.FOLD, total());
    }
  }

  private JsonNode of(Filters some) {
    return Objects.requireNonNull(given.get(some));
  }

  private Spread spread(Filters some) {
    return spreads.computeIfAbsent(some, key -> Spread.of(of(key).path(SPREAD)));
  }

  long total() {
    return total;
  }

  private long literal() {
    return isLiteral ? total() : of(filters).path(LITERAL).path("doc_count").asLong();
  }

  /** How many there are when those that say the same count once. */
  private long folded() {
    return fold ? differing.count(Columns.FOLD) : total();
  }

  private List<FacetCounted.Value> values(Filters some, FacetField field) {
    Map<String, Object> searched = Matching.with(matching, some);
    return switch (field) {
      case YEAR ->
          of(some).has(Columns.YEAR)
              ? counted.values(of(some), Columns.YEAR, searched)
              : spread(some).yearValues();
      case SECTION -> counted.values(of(some), Columns.SECTION, searched);
      case REGION, TOWN -> places.computeIfAbsent(some, key -> counted.places(of(key), searched));
    };
  }

  /** How far what matches is spread. */
  MatchSummary summary() {
    List<Integer> years = Totals.years(values(filters, FacetField.YEAR));
    Spread spread = spread(filters);
    return new MatchSummary(total(), spread.reports(), spread.towns(), years);
  }

  /** All of it. */
  Totals totals() {
    return new Totals(total(), literal(), folded(), summary(), facets());
  }

  private Map<FacetField, FacetCounts> facets() {
    Map<FacetField, FacetCounts> all = new EnumMap<>(FacetField.class);
    if (listing != null) {
      for (FacetField field : FacetField.values()) {
        all.put(field, facet(field, listing));
      }
    }
    return all;
  }

  private FacetCounts facet(FacetField field, FacetListing wanted) {
    Filters some = filters.without(field);
    if (field == FacetField.REGION && !isOfEveryPlace(field)) {
      return counted.regions(spread(some), wanted).list(filters.on(field));
    }
    if (field == FacetField.TOWN && !isOfEveryPlace(field)) {
      var first = counted.towns(of(some), spread(some));
      if (first.isPresent()) {
        return first.get();
      }
    }
    return counted.counter(field, wanted, values(some, field)).list(filters.on(field));
  }
}
