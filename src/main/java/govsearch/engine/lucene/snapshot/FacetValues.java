package govsearch.engine.lucene.snapshot;

import govsearch.engine.Place;
import govsearch.engine.lucene.document.FacetLabels;
import govsearch.engine.lucene.query.FilterQueries;
import govsearch.query.FacetField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
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

  private final FacetField field;
  private volatile List<Value> values = List.of();
  private final List<Value> growing = new ArrayList<>();
  private final Map<String, Integer> byKey = new ConcurrentHashMap<>();
  private final Map<Integer, Place> places = new ConcurrentHashMap<>();

  /** Sorted when it is asked for, as long as none was added since. */
  private int[] placesByPath = {};

  /** No values yet. */
  public FacetValues(FacetField field) {
    this.field = field;
  }

  /** The number of a report's place: of its town, or of its region where that is not known. */
  public synchronized int place(String label) {
    List<String> paths = FacetLabels.paths(label);
    int value = NONE;
    for (int depth = 0; depth < paths.size(); depth++) {
      boolean town = depth == paths.size() - 1 && FacetLabels.endsInTown(label);
      value = add(paths.get(depth), value, town);
    }
    places.putIfAbsent(value, FacetLabels.place(label));
    return value;
  }

  /** The place that a number from {@link #place(String)} stands for. */
  public Place place(int value) {
    return Objects.requireNonNull(places.get(value));
  }

  /** The numbers of all places, by their paths. Not to be changed. */
  public synchronized int[] placesByPath() {
    if (placesByPath.length != places.size()) {
      List<Integer> all = new ArrayList<>(places.keySet());
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
    if (growing.size() > values.size()) {
      values = List.copyOf(growing);
    }
  }

  /** All values so far, by their numbers. */
  public List<Value> values() {
    return values;
  }

  /** A value by its number. */
  public Value value(int number) {
    return values.get(number);
  }

  /** How many values there are, those of which nothing is left included. */
  public int size() {
    return values.size();
  }

  /** The number of the value of a key; null if there is none. */
  public @Nullable Integer number(String key) {
    Integer number = byKey.get(key);
    return number == null || number >= values.size() ? null : number;
  }

  /** Whether a region's path goes through another one. */
  public boolean isBelow(int value, int ancestor) {
    for (int at = value(value).parent(); at >= 0; at = value(at).parent()) {
      if (at == ancestor) {
        return true;
      }
    }
    return false;
  }

  /** Adds to the counts of regions those of what is below them. */
  public long[] withAncestors(long[] direct) {
    List<Value> all = values;
    long[] counts = new long[all.size()];
    for (int value = 0; value < direct.length; value++) {
      if (direct[value] > 0) {
        for (int at = value; at >= 0; at = all.get(at).parent()) {
          counts[at] += direct[value];
        }
      }
    }
    return counts;
  }
}
