package govsearch.engine.lucene;

import govsearch.engine.FacetCounts;
import govsearch.engine.FacetCounts.FacetCount;
import govsearch.query.FacetField;
import govsearch.query.Filters;
import govsearch.report.Section;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;

/** Counts the values of one facet field among collected documents. Counts are exact. */
final class FacetCounter {

  /** Most values listed of a field; how many there are in all is told beside them. */
  private static final int MOST_VALUES = 200;

  private FacetCounter() {}

  /** Each facet in an index field of its own, so that one can be counted without the others. */
  static FacetsConfig config() {
    FacetsConfig config = new FacetsConfig();
    for (FacetField field : FacetField.values()) {
      config.setIndexFieldName(field.code(), indexField(field));
      config.setDrillDownTermsIndexing(field.code(), FacetsConfig.DrillDownTermsIndexing.NONE);
    }
    config.setHierarchical(FacetField.REGION.code(), true);
    return config;
  }

  static String indexField(FacetField field) {
    return "facet." + field.code();
  }

  /**
   * Counts.
   *
   * @param selection values that are filtered by: listed also when nothing has them
   */
  static FacetCounts count(
      FacetField field,
      SortedSetDocValuesReaderState state,
      FacetsCollector collected,
      Filters.Selection selection)
      throws IOException {
    var counts = new SortedSetDocValuesFacetCounts(state, collected);
    List<FacetCount> all = new ArrayList<>();
    addChildren(counts, field, List.of(), all);
    List<FacetCount> listed = listed(field, all);
    List<FacetCount> shown =
        new ArrayList<>(listed.subList(0, Math.min(MOST_VALUES, listed.size())));
    addSelected(shown, listed, selection);
    return new FacetCounts(List.copyOf(shown), listed.size());
  }

  /** Adds the values below a path, most frequent first, each followed by those below itself. */
  private static void addChildren(
      SortedSetDocValuesFacetCounts counts,
      FacetField field,
      List<String> path,
      List<FacetCount> out)
      throws IOException {
    FacetResult result = counts.getAllChildren(field.code(), path.toArray(String[]::new));
    if (result == null) {
      return;
    }
    List<FacetCount> children = new ArrayList<>();
    for (var child : result.labelValues) {
      children.add(new FacetCount(child.label, child.value.longValue()));
    }
    children.sort(
        Comparator.comparingLong(FacetCount::count).reversed().thenComparing(FacetCount::value));
    for (FacetCount child : children) {
      List<String> below = new ArrayList<>(path);
      below.add(child.value());
      out.add(new FacetCount(String.join("/", below), child.count()));
      if (field == FacetField.REGION) {
        addChildren(counts, field, below, out);
      }
    }
  }

  private static List<FacetCount> listed(FacetField field, List<FacetCount> all) {
    return switch (field) {
      case REGION, TOWN -> all;
      case YEAR -> all.stream().sorted(Comparator.comparingInt(FacetCounter::yearOrder)).toList();
      case SECTION ->
          all.stream()
              .sorted(Comparator.comparing(count -> Section.of(count.value()).orElseThrow()))
              .toList();
    };
  }

  /** Newest first, reports without a year last. */
  private static int yearOrder(FacetCount count) {
    return count.value().equals(FacetField.UNSTATED)
        ? Integer.MAX_VALUE
        : -Integer.parseInt(count.value());
  }

  private static void addSelected(
      List<FacetCount> shown, List<FacetCount> all, Filters.Selection selection) {
    Set<String> missing = new TreeSet<>(selection.included());
    missing.addAll(selection.excluded());
    shown.forEach(count -> missing.remove(count.value()));
    for (String value : missing) {
      shown.add(
          all.stream()
              .filter(count -> count.value().equals(value))
              .findFirst()
              .orElseGet(() -> new FacetCount(value, 0)));
    }
  }
}
