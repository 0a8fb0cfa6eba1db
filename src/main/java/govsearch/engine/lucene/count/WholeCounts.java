package govsearch.engine.lucene.count;

import govsearch.engine.FacetCounts;
import govsearch.engine.MatchSummary;
import govsearch.engine.lucene.snapshot.FacetValues;
import govsearch.engine.lucene.snapshot.Snapshot;
import govsearch.query.FacetField;
import govsearch.query.FacetListing;
import govsearch.query.Filters;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What a search for everything counts, without any match being looked at: the first page is of a
 * whole collection. Added up of its segments once for each of its states.
 *
 * @param facets as they are listed where nothing is asked of them
 */
public record WholeCounts(MatchSummary summary, Map<FacetField, FacetCounts> facets) {

  /** Those of a snapshot. */
  public static WholeCounts of(Snapshot snapshot) throws IOException {
    return snapshot.whole(WholeCounts.class, WholeCounts::count);
  }

  private static WholeCounts count(Snapshot snapshot) throws IOException {
    Map<FacetField, FacetCounts> facets = new EnumMap<>(FacetField.class);
    for (FacetField field : FacetField.values()) {
      FacetValues values = snapshot.facet(field);
      long[] counts = snapshot.paragraphs(field);
      facets.put(
          field,
          new FacetCounter(
                  field,
                  values,
                  FacetListing.ALL,
                  ValueCounts.of(
                      field == FacetField.REGION ? values.withAncestors(counts) : counts))
              .list(Filters.NONE.on(field)));
    }
    return new WholeCounts(summary(snapshot), facets);
  }

  private static MatchSummary summary(Snapshot snapshot) throws IOException {
    FacetValues places = snapshot.facet(FacetField.REGION);
    long[] byPlace = snapshot.paragraphs(FacetField.REGION);
    long towns =
        IntStream.range(0, byPlace.length)
            .filter(place -> byPlace[place] > 0 && places.value(place).town())
            .count();
    FacetValues yearValues = snapshot.facet(FacetField.YEAR);
    long[] byYear = snapshot.paragraphs(FacetField.YEAR);
    List<Integer> years =
        IntStream.range(0, byYear.length)
            .filter(year -> byYear[year] > 0)
            .mapToObj(year -> yearValues.value(year).name())
            .filter(name -> !name.equals(FacetField.UNSTATED))
            .map(Integer::valueOf)
            .sorted()
            .toList();
    return new MatchSummary(
        snapshot.size().paragraphs(), snapshot.reportsWithParagraphs(), towns, years);
  }
}
