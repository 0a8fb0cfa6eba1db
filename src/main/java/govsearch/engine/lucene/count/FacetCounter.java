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
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Lists the values of one facet field with their counts. */
public final class FacetCounter {

  /** Most values listed of a field; how many more there are is told beside them. */
  public static final int MOST_VALUES = 200;

  private final FacetField field;
  private final FacetValues values;
  private final FacetListing listing;
  private final ValueCounts counts;
  private final FacetOrder order;

  /** How many regions or towns with a hit are directly below each value. */
  private final int[] below;

  /**
   * Lists what was counted.
   *
   * @param counts of the field's values
   */
  public FacetCounter(
      FacetField field, FacetValues values, FacetListing listing, ValueCounts counts) {
    this(field, values, listing, counts, new int[0]);
  }

  /**
   * The same where towns were not counted by themselves.
   *
   * @param towns how many with a hit are directly below each value, beside those that were counted;
   *     empty for none, else changed here
   */
  public FacetCounter(
      FacetField field, FacetValues values, FacetListing listing, ValueCounts counts, int[] towns) {
    this.field = field;
    this.values = values;
    this.listing = listing;
    this.counts = counts;
    this.order = new FacetOrder(field, values, counts);
    if (field != FacetField.REGION) {
      this.below = new int[0];
      return;
    }
    int[] parents = values.parents();
    int[] all = towns.length == 0 ? new int[parents.length] : towns;
    counts.each(
        (value, count) -> {
          int parent = parents[value];
          if (parent != FacetValues.NONE) {
            all[parent]++;
          }
        });
    this.below = all;
  }

  /**
   * The values to list, and those that are filtered by in any case.
   *
   * @param selection what is filtered by
   */
  public FacetCounts list(Filters.Selection selection) {
    Wanted wanted = wanted();
    if (selection.isEmpty()) { // as most are, and then nothing has to be found among the others
      List<FacetCount> first = new ArrayList<>(wanted.first().size());
      for (int value : wanted.first()) {
        first.add(row(values.value(value).name(), value));
      }
      return new FacetCounts(first, wanted.total(), wanted.total() - first.size());
    }
    Map<String, Integer> shown = new LinkedHashMap<>();
    for (int value : wanted.first()) {
      shown.put(values.value(value).name(), value);
    }
    List<FacetCount> rows = new ArrayList<>(rows(shown, selection));
    long seen = shown.values().stream().distinct().filter(wanted.all()::test).count();
    return new FacetCounts(List.copyOf(rows), wanted.total(), (int) (wanted.total() - seen));
  }

  /**
   * Values with a hit that are to be listed.
   *
   * @param first as many as may be listed, in order of display
   * @param total how many there are
   * @param all tells whether a value is one of them
   */
  private record Wanted(List<Integer> first, int total, IntPredicate all) {

    static Wanted of(List<Integer> list) {
      Set<Integer> all = new HashSet<>(list);
      List<Integer> first = list.subList(0, Math.min(MOST_VALUES, list.size()));
      return new Wanted(first, list.size(), all::contains);
    }
  }

  private Wanted wanted() {
    String part = Literal.literal(listing.containing().getOrDefault(field, ""));
    String parent = field == FacetField.REGION ? listing.regionParent() : null;
    Integer above = parent == null ? null : values.number(FilterQueries.key(field, parent));
    if (parent != null && above == null) {
      return Wanted.of(List.of());
    }
    if (!part.isEmpty()) {
      return Wanted.of(containing(part, above));
    }
    if (above != null) {
      return Wanted.of(order.ordered(directlyBelow(above)));
    }
    FixedBitSet towns = values.towns();
    IntPredicate all = value -> counts.of(value) > 0 && !towns.get(value);
    int[] total = {0};
    if (field == FacetField.REGION) {
      counts.each((value, count) -> total[0] += towns.get(value) ? 0 : 1);
      return new Wanted(tree(), total[0], all);
    }
    FacetOrder.First first = order.first(MOST_VALUES);
    counts.each(
        (value, count) -> {
          total[0]++;
          first.add(value, count);
        });
    return new Wanted(first.ordered(), total[0], all);
  }

  private IntStream counted() {
    return IntStream.range(0, counts.distinct()).map(counts::counted);
  }

  private List<Integer> directlyBelow(int parent) {
    return counted().filter(value -> values.parents()[value] == parent).boxed().toList();
  }

  /**
   * As many regions as may be listed, each followed by those below it; towns are asked for apart.
   * The upper levels come first where there is not room for all, so that every branch is seen.
   */
  private List<Integer> tree() {
    Map<Integer, List<Integer>> kept = new HashMap<>();
    List<Integer> level = List.of(FacetValues.NONE);
    int room = MOST_VALUES;
    while (!level.isEmpty() && room > 0) {
      List<Integer> next = new ArrayList<>();
      for (int parent : level) {
        List<Integer> fitting = room == 0 ? List.of() : firstBelow(parent, room);
        kept.put(parent, fitting);
        next.addAll(fitting);
        room -= fitting.size();
      }
      level = next;
    }
    List<Integer> tree = new ArrayList<>();
    addBelow(FacetValues.NONE, kept, tree);
    return tree;
  }

  private List<Integer> firstBelow(int parent, int most) {
    FacetOrder.First first = order.first(most);
    for (int value : values.regionsBelow(parent)) {
      int count = counts.of(value);
      if (count > 0) {
        first.add(value, count);
      }
    }
    return first.ordered();
  }

  private static void addBelow(int parent, Map<Integer, List<Integer>> kept, List<Integer> out) {
    for (int value : kept.getOrDefault(parent, List.of())) {
      out.add(value);
      addBelow(value, kept, out);
    }
  }

  private List<Integer> containing(String part, @Nullable Integer above) {
    List<Integer> beginning = new ArrayList<>();
    List<Integer> others = new ArrayList<>();
    for (int i = 0; i < counts.distinct(); i++) {
      int value = counts.counted(i);
      if (above == null || values.isBelow(value, above)) {
        List<String> names = names(values.value(value));
        if (names.stream().anyMatch(name -> name.startsWith(part))) {
          beginning.add(value);
        } else if (names.stream().anyMatch(name -> name.contains(part))) {
          others.add(value);
        }
      }
    }
    return Stream.of(beginning, others).flatMap(found -> order.ordered(found).stream()).toList();
  }

  /** By what a value is looked for, in literal form: a section also by its Chinese name. */
  private List<String> names(FacetValues.Value value) {
    String name = Literal.literal(value.lastName());
    return field == FacetField.SECTION
        ? List.of(name, Section.of(value.name()).orElseThrow().label())
        : List.of(name);
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

  private FacetCount row(String name, int value) {
    return new FacetCount(name, counts.of(value), value < below.length ? below[value] : 0);
  }
}
