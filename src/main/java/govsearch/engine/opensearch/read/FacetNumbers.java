package govsearch.engine.opensearch.read;

import govsearch.engine.lucene.document.FacetLabels;
import govsearch.engine.lucene.snapshot.FacetValues;
import govsearch.query.FacetField;
import govsearch.report.Section;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Numbers of a facet field's values, by what the cluster counts, of places their labels: each is
 * taken apart once for a snapshot, since there are ten thousands of places. Safe for use by many
 * threads.
 */
final class FacetNumbers {
  private final FacetField field;
  private final FacetValues values;
  private final Map<String, Integer> known = new ConcurrentHashMap<>();
  private final Map<String, Integer> towns = new ConcurrentHashMap<>();

  private FacetNumbers(FacetField field) {
    this.field = field;
    this.values = new FacetValues(field);
    if (field == FacetField.SECTION) {
      Section.codes().forEach(values::add);
    }
  }

  /** Those of a snapshot. */
  static FacetNumbers of(Snapshot snapshot, FacetField field) {
    record Key(FacetField field) {}
    return snapshot.whole(new Key(field), () -> new FacetNumbers(field));
  }

  int of(String term) {
    Integer number = known.get(term);
    if (number == null) {
      number =
          switch (field) {
            case REGION -> values.place(term);
            case TOWN -> values.add(town(term));
            case YEAR, SECTION -> values.add(term);
          };
      known.put(term, number);
    }
    return number;
  }

  /** The number of a town by its name alone. */
  int named(String name) {
    return towns.computeIfAbsent(name, values::add);
  }

  /** The values, with all that were asked for. */
  FacetValues values() {
    values.publish();
    return values;
  }

  private static String town(String label) {
    String town = FacetLabels.place(label).town();
    return town == null ? FacetField.UNSTATED : town;
  }
}
