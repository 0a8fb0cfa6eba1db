package govsearch.engine.lucene.snapshot;

import govsearch.engine.Place;
import govsearch.engine.lucene.document.FacetLabels;
import govsearch.engine.lucene.query.FilterQueries;
import govsearch.query.FacetField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * The values of one facet field, numbered as segments bring them. Spellings that a filter takes for
 * the same are one value; regions form a tree. Numbers stay for as long as the index is open, so
 * that nothing has to be numbered anew when it changes; a value that is gone is one without
 * matches. Safe for use by many threads.
 */
public final class FacetValues {

  /** No value above this one. */
  public static final int NONE = -1;

  /**
   * A value.
   *
   * @param name as it is displayed: the first of its spellings that was met
   * @param key see {@link FilterQueries#key}
   * @param parent number of the region directly above; {@link #NONE} for none
   * @param town whether a region's path ends in a town
   */
  public record Value(String name, String key, int parent, boolean town) {

    /** The last name of a region's path; the whole name of other values. */
    public String lastName() {
      return parent < 0 ? name : name.substring(name.lastIndexOf('/') + 1);
    }
  }

  /**
   * What whoever reads sees of the values: the numbers of their parents, which of them end in a
   * town, and those directly below each that are no towns; those without a parent come last.
   */
  private static final class Shown {
    private final List<Value> values;
    private final int[] parents;
    private final FixedBitSet towns;
    private final int[] regions;
    private final boolean hasRegionsBelowTowns;
    private final int[][] below;

    /** Made when it is first asked for. */
    private volatile @Nullable DisplayOrder order;

    private Shown(List<Value> values, int[] parents, FixedBitSet towns, int[][] below) {
      this.values = values;
      this.parents = parents;
      this.towns = towns;
      this.regions = IntStream.range(0, parents.length).filter(i -> !towns.get(i)).toArray();
      this.hasRegionsBelowTowns =
          Arrays.stream(parents).anyMatch(parent -> parent != NONE && towns.get(parent));
      this.below = below;
    }

    static Shown of(List<Value> growing) {
      List<Value> values = List.copyOf(growing);
      int[] parents = new int[values.size()];
      FixedBitSet towns = new FixedBitSet(Math.max(1, values.size()));
      int[] counts = new int[values.size() + 1];
      for (int i = 0; i < parents.length; i++) {
        Value value = values.get(i);
        parents[i] = value.parent;
        if (value.town) {
          towns.set(i);
        } else {
          counts[above(value.parent, parents.length)]++;
        }
      }
      int[][] below = new int[counts.length][];
      for (int i = 0; i < below.length; i++) {
        below[i] = counts[i] == 0 ? NOTHING : new int[counts[i]];
      }
      for (int i = parents.length - 1; i >= 0; i--) {
        if (!towns.get(i)) {
          int above = above(parents[i], parents.length);
          below[above][--counts[above]] = i;
        }
      }
      return new Shown(values, parents, towns, below);
    }

    private static int above(int parent, int size) {
      return parent == NONE ? size : parent;
    }
  }

  private static final int[] NOTHING = {};

  private final FacetField field;
  private volatile Shown shown = Shown.of(List.of());
  private final List<Value> growing = new ArrayList<>();
  private final Map<String, Integer> byKey = new ConcurrentHashMap<>();

  /** Of the values that are places of reports, by their numbers; of others there is none. */
  private final List<@Nullable String> placeLabels = new ArrayList<>();

  private int placeCount;

  /** What was above the place that came last: mostly it is above the next one too. */
  private String lastAbove = "";

  private int lastAboveValue = NONE;

  /** Sorted when it is asked for, as long as none was added since. */
  private int[] placesByPath = {};

  /** No values yet. */
  public FacetValues(FacetField field) {
    this.field = field;
  }

  /** The number of a report's place: of its town, or of its region where that is not known. */
  public synchronized int place(String label) {
    String above = FacetLabels.above(label);
    if (!above.equals(lastAbove)) {
      int parent = NONE;
      for (String path : above.isEmpty() ? List.<String>of() : FacetLabels.paths(above)) {
        parent = add(path, parent, false);
      }
      lastAbove = above;
      lastAboveValue = parent;
    }
    int value = add(FacetLabels.path(label), lastAboveValue, FacetLabels.endsInTown(label));
    while (placeLabels.size() <= value) {
      placeLabels.add(null);
    }
    if (placeLabels.get(value) == null) {
      placeLabels.set(value, label);
      placeCount++;
    }
    return value;
  }

  /** The place that a number from {@link #place(String)} stands for. */
  public synchronized Place place(int value) {
    return FacetLabels.place(Objects.requireNonNull(placeLabels.get(value)));
  }

  /** The numbers of all places, by their paths. Not to be changed. */
  public synchronized int[] placesByPath() {
    if (placesByPath.length != placeCount) {
      List<Integer> all = new ArrayList<>(placeCount);
      for (int value = 0; value < placeLabels.size(); value++) {
        if (placeLabels.get(value) != null) {
          all.add(value);
        }
      }
      all.sort(
          Comparator.comparing((Integer place) -> growing.get(place).name())
              .thenComparing(place -> growing.get(place).town()));
      placesByPath = all.stream().mapToInt(Integer::intValue).toArray();
    }
    return placesByPath;
  }

  /** The number of a value without any above it. */
  public synchronized int add(String name) {
    return add(name, NONE, false);
  }

  private int add(String name, int parent, boolean town) {
    String key = FilterQueries.key(field, name);
    Integer known = byKey.get(key);
    if (known != null) {
      return known;
    }
    int number = growing.size();
    growing.add(new Value(name, key, parent, town));
    byKey.put(key, number);
    return number;
  }

  /** Shows what was added to whoever reads; called when a segment's values are all there. */
  public synchronized void publish() {
    if (growing.size() > shown.values.size()) {
      shown = Shown.of(growing);
    }
  }

  /** All values so far, by their numbers. */
  public List<Value> values() {
    return shown.values;
  }

  /** A value by its number. */
  public Value value(int number) {
    return shown.values.get(number);
  }

  /** The number of the region directly above each value. Not to be changed. */
  public int[] parents() {
    return shown.parents;
  }

  /** Which of the values end in a town. Not to be changed. */
  public FixedBitSet towns() {
    return shown.towns;
  }

  /** The values that are no towns, ascending. Not to be changed. */
  public int[] regions() {
    return shown.regions;
  }

  /** Whether anything is below a town: where a county has the path of a town, as of one name. */
  public boolean hasRegionsBelowTowns() {
    return shown.hasRegionsBelowTowns;
  }

  /**
   * The regions directly below one, towns left out. Not to be changed.
   *
   * @param above {@link #NONE} for those without any above them
   */
  public int[] regionsBelow(int above) {
    Shown now = shown;
    return now.below[Shown.above(above, now.parents.length)];
  }

  /**
   * The order in which values are listed that count the same: of regions and towns by their names,
   * of years the newest first and the unknown last, of sections as they stand in a report.
   */
  public DisplayOrder displayOrder() {
    Shown now = shown;
    DisplayOrder order = now.order;
    if (order == null) {
      order = DisplayOrder.of(field, now.values);
      now.order = order; // of two threads either is right
    }
    return order;
  }

  /** How many values there are, those of which nothing is left included. */
  public int size() {
    return shown.values.size();
  }

  /** The number of the value of a key; null if there is none. */
  public @Nullable Integer number(String key) {
    Integer number = byKey.get(key);
    return number == null || number >= size() ? null : number;
  }

  /** Whether a region's path goes through another one. */
  public boolean isBelow(int value, int ancestor) {
    int[] parents = shown.parents;
    for (int at = parents[value]; at >= 0; at = parents[at]) {
      if (at == ancestor) {
        return true;
      }
    }
    return false;
  }

  /** Adds to the counts of regions those of what is below them. */
  public long[] withAncestors(long[] direct) {
    int[] parents = shown.parents;
    long[] counts = new long[parents.length];
    for (int value = 0; value < direct.length; value++) {
      if (direct[value] > 0) {
        for (int at = value; at >= 0; at = parents[at]) {
          counts[at] += direct[value];
        }
      }
    }
    return counts;
  }
}
