package govsearch.engine.lucene.count;

import govsearch.engine.GroupedCounts.Part;
import govsearch.engine.Grouping;
import govsearch.engine.Place;
import govsearch.engine.lucene.query.FilterQueries;
import govsearch.engine.lucene.snapshot.FacetValues;
import govsearch.query.FacetField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a grouping, numbered by their paths; places whose reports are in none have {@link
 * #NONE}.
 */
public final class Parts {

  /** In none. */
  public static final int NONE = -1;

  private static final int NO_PARENT = -2;

  private final FacetValues places;

  /** By the number of a place. */
  private final int[] partOf;

  /** By the number of a place: the region or town directly below its part. */
  private final int[] belowOf;

  /** By the number of a part: the value that it is; the parent itself for its own. */
  private final List<Integer> values;

  private final int parent;

  /** Whether each part is one place. */
  private final boolean isPlaces;

  private Parts(
      FacetValues places,
      int[] partOf,
      int[] belowOf,
      List<Integer> values,
      int parent,
      boolean isPlaces) {
    this.places = places;
    this.partOf = partOf;
    this.belowOf = belowOf;
    this.values = values;
    this.parent = parent;
    this.isPlaces = isPlaces;
  }

  /** Those of a grouping. */
  public static Parts of(Grouping grouping, FacetValues places) {
    return switch (grouping) {
      case Grouping.Whole whole -> whole(places);
      case Grouping.Towns towns -> towns(places, towns.within());
      case Grouping.Below below -> below(places, below);
    };
  }

  private static Parts whole(FacetValues places) {
    int[] all = new int[places.size()];
    return new Parts(places, all, none(places), List.of(NONE), NO_PARENT, false);
  }

  private static Parts towns(FacetValues places, @Nullable String within) {
    int[] partOf = none(places);
    List<Integer> values = new ArrayList<>();
    int region = within == null ? NONE : number(places, within);
    for (int place : places.placesByPath()) {
      if (place < partOf.length
          && (within == null || place == region || places.isBelow(place, region))) {
        partOf[place] = values.size();
        values.add(place);
      }
    }
    return new Parts(places, partOf, none(places), values, NO_PARENT, true);
  }

  /** The number of a region; one that no place is or is below where there is no such region. */
  private static int number(FacetValues places, String path) {
    Integer number = places.number(FilterQueries.key(FacetField.REGION, path));
    return number == null ? NO_PARENT : number;
  }

  private static Parts below(FacetValues places, Grouping.Below below) {
    String path = below.parent();
    int parent = path == null ? FacetValues.NONE : number(places, path);
    int[] partOf = none(places);
    int[] belowOf = none(places);
    if (parent == NO_PARENT) {
      return new Parts(places, partOf, belowOf, List.of(), NO_PARENT, false);
    }
    TreeSet<Integer> children =
        new TreeSet<>(Comparator.comparing((Integer value) -> places.value(value).name()));
    int[] childOf = none(places);
    for (int place = 0; place < partOf.length; place++) {
      int under = FacetValues.NONE;
      int at = place;
      while (at != parent && at != FacetValues.NONE && places.value(at).parent() != parent) {
        under = at;
        at = places.value(at).parent();
      }
      if (at != FacetValues.NONE) {
        childOf[place] = at;
        belowOf[place] = under;
        children.add(at);
      }
    }
    List<Integer> values = new ArrayList<>(children);
    int[] numbers = none(places);
    for (int i = 0; i < values.size(); i++) {
      numbers[values.get(i)] = i;
    }
    for (int place = 0; place < partOf.length; place++) {
      partOf[place] = childOf[place] == NONE ? NONE : numbers[childOf[place]];
    }
    return new Parts(places, partOf, belowOf, values, path == null ? NO_PARENT : parent, false);
  }

  private static int[] none(FacetValues places) {
    int[] none = new int[places.size()];
    Arrays.fill(none, NONE);
    return none;
  }

  /** How many there are. */
  public int size() {
    return values.size();
  }

  /** The part that reports of a place are in. */
  public int of(int place) {
    return place < partOf.length ? partOf[place] : NONE;
  }

  /** How many regions or towns directly below each part have reports asked, by their places. */
  public int[] below(BitSet asked) {
    int[] counts = new int[size()];
    BitSet seen = new BitSet();
    for (int place = asked.nextSetBit(0); place >= 0; place = asked.nextSetBit(place + 1)) {
      int below = of(place) == NONE ? NONE : belowOf[place];
      if (below != NONE && !seen.get(below)) {
        seen.set(below);
        counts[of(place)]++;
      }
    }
    return counts;
  }

  /** A part as it is shown. */
  public Part part(int number, int below) {
    int value = values.get(number);
    if (value == NONE) {
      return new Part("", null, false, false, 0);
    }
    FacetValues.Value named = places.value(value);
    Place place = isPlaces ? places.place(value) : null;
    return new Part(named.name(), place, named.town(), value == parent, below);
  }
}
