package govsearch.engine.lucene.count;

import govsearch.engine.FacetCounts;
import govsearch.engine.FacetCounts.FacetCount;
import govsearch.engine.lucene.query.FilterQueries;
import govsearch.engine.lucene.snapshot.FacetValues;
import govsearch.query.FacetField;
import govsearch.query.FacetListing;
import govsearch.query.Filters;
import govsearch.report.Section;
import govsearch.text.Literal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists the values of one facet field with their counts. */
public final class FacetCounter {

  /** Most values listed of a field; how many more there are is told beside them. */
  private static final int MOST_VALUES = 200;

  private final FacetField field;
  private final FacetValues values;
  private final FacetListing listing;
  private final long[] counts;
  private final Map<Integer, List<Integer>> children = new HashMap<>();

  /**
   * Lists what was counted.
   *
   * @param counts of the field's values, by their numbers
   */
  public FacetCounter(FacetField field, FacetValues values, FacetListing listing, long[] counts) {
    this.field = field;
    this.values = values;
    this.listing = listing;
    this.counts = counts;
    for (int value = 0; value < counts.length; value++) {
      if (counts[value] > 0) {
        children
            .computeIfAbsent(values.value(value).parent(), parent -> new ArrayList<>())
            .add(value);
      }
    }
  }

  /**
   * The values to list, and those that are filtered by in any case.
   *
   * @param selection what is filtered by
   */
  public FacetCounts list(Filters.Selection selection) {
    List<Integer> wanted = wanted();
    Map<String, Integer> shown = new LinkedHashMap<>();
    for (int value : cut(wanted)) {
      shown.put(values.value(value).name(), value);
    }
    List<FacetCount> rows = new ArrayList<>(rows(shown, selection));
    Set<Integer> hidden = new HashSet<>(wanted);
    hidden.removeAll(shown.values());
    return new FacetCounts(List.copyOf(rows), wanted.size(), hidden.size());
  }

  /** Values with a hit that are to be listed, in order of display. */
  private List<Integer> wanted() {
    String part = Literal.literal(listing.containing().getOrDefault(field, ""));
    String parent = field == FacetField.REGION ? listing.regionParent() : null;
    Integer above = parent == null ? null : values.number(FilterQueries.key(field, parent));
    if (parent != null && above == null) {
      return List.of();
    }
    if (!part.isEmpty()) {
      return containing(part, above);
    }
    if (above != null) {
      return ordered(children.getOrDefault(above, List.of()));
    }
    List<Integer> tree = new ArrayList<>();
    addBelow(-1, tree);
    return tree;
  }

  private List<Integer> containing(String part, @Nullable Integer above) {
    List<Integer> beginning = new ArrayList<>();
    List<Integer> others = new ArrayList<>();
    for (int value = 0; value < counts.length; value++) {
      if (counts[value] > 0 && (above == null || values.isBelow(value, above))) {
        List<String> names = names(values.value(value));
        if (names.stream().anyMatch(name -> name.startsWith(part))) {
          beginning.add(value);
        } else if (names.stream().anyMatch(name -> name.contains(part))) {
          others.add(value);
        }
      }
    }
    return Stream.of(beginning, others).flatMap(found -> ordered(found).stream()).toList();
  }

  /** By what a value is looked for, in literal form: a section also by its Chinese name. */
  private List<String> names(FacetValues.Value value) {
    String name = Literal.literal(value.lastName());
    return field == FacetField.SECTION
        ? List.of(name, Section.of(value.name()).orElseThrow().label())
        : List.of(name);
  }

  /** Adds the values below one, each followed by those below itself; towns are asked for apart. */
  private void addBelow(int parent, List<Integer> out) {
    List<Integer> below = children.getOrDefault(parent, List.of());
    for (int value : ordered(below.stream().filter(each -> !values.value(each).town()).toList())) {
      out.add(value);
      addBelow(value, out);
    }
  }

  /** As many as may be listed; of a tree the upper levels first, so that every branch is seen. */
  private List<Integer> cut(List<Integer> wanted) {
    if (wanted.size() <= MOST_VALUES) {
      return wanted;
    }
    Set<Integer> kept = new HashSet<>();
    wanted.stream()
        .sorted(Comparator.comparingInt(this::treeDepth))
        .limit(MOST_VALUES)
        .forEach(kept::add);
    return wanted.stream().filter(kept::contains).toList();
  }

  /** The depth in the whole tree; where the values stand side by side their order is all. */
  private int treeDepth(int value) {
    boolean tree = listing.regionParent() == null && !listing.containing().containsKey(field);
    int depth = 0;
    for (int at = values.value(value).parent(); tree && at >= 0; at = values.value(at).parent()) {
      depth++;
    }
    return depth;
  }

  /**
   * Rows of what is shown, each value that is filtered by under the name that the filter gives it.
   *
   * @param shown by name; gets those that are filtered by as well
   */
  private List<FacetCount> rows(Map<String, Integer> shown, Filters.Selection selection) {
    Set<String> selected = new TreeSet<>(selection.included());
    selected.addAll(selection.excluded());
    Map<String, String> renamed = new HashMap<>();
    Set<String> missing = new TreeSet<>();
    for (String name : selected) {
      Integer value = values.number(FilterQueries.key(field, name));
      String known = value == null ? null : values.value(value).name();
      if (known != null && shown.containsKey(known) && !selected.contains(known)) {
        missing.addAll(renamed.containsKey(known) ? Set.of(name) : Set.of());
        renamed.putIfAbsent(known, name);
      } else if (!name.equals(known) || !shown.containsKey(name)) {
        missing.add(name);
      }
    }
    List<FacetCount> rows = new ArrayList<>();
    shown.forEach((name, value) -> rows.add(row(renamed.getOrDefault(name, name), value)));
    for (String name : missing) {
      Integer value = values.number(FilterQueries.key(field, name));
      rows.add(value == null ? new FacetCount(name, 0, 0) : row(name, value));
      if (value != null) {
        shown.putIfAbsent(name, value);
      }
    }
    return rows;
  }

  /** A value that a segment brought since is one without matches. */
  private long count(int value) {
    return value < counts.length ? counts[value] : 0;
  }

  private FacetCount row(String name, int value) {
    return new FacetCount(name, count(value), children.getOrDefault(value, List.of()).size());
  }

  private List<Integer> ordered(List<Integer> some) {
    return some.stream().sorted(order()).toList();
  }

  private Comparator<Integer> order() {
    Comparator<Integer> byName = Comparator.comparing(value -> values.value(value).name());
    return switch (field) {
      case REGION, TOWN ->
          Comparator.<Integer>comparingLong(value -> counts[value])
              .reversed()
              .thenComparing(byName);
      case YEAR -> Comparator.comparingInt(value -> yearOrder(values.value(value).name()));
      case SECTION ->
          Comparator.comparing(value -> Section.of(values.value(value).name()).orElseThrow());
    };
  }

  /** Newest first, reports without a year last. */
  private static int yearOrder(String year) {
    return year.equals(FacetField.UNSTATED) ? Integer.MAX_VALUE : -Integer.parseInt(year);
  }
}
