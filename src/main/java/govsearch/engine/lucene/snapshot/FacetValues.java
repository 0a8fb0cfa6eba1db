package govsearch.engine.lucene.snapshot;

import govsearch.engine.lucene.document.FacetLabels;
import govsearch.engine.lucene.query.FilterQueries;
import govsearch.query.FacetField;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.LongValues;
import org.jspecify.annotations.Nullable;

/**
 * The values of one facet field in one snapshot. Spellings that a filter takes for the same are one
 * value; regions form a tree.
 */
public final class FacetValues {

  /**
   * A value.
   *
   * @param name as it is displayed: the first of its spellings
   * @param key see {@link FilterQueries#key}
   * @param parent number of the region directly above; -1 for none
   * @param town whether a region's path ends in a town
   */
  public record Value(String name, String key, int parent, boolean town) {

    /** The last name of a region's path; the whole name of other values. */
    public String lastName() {
      return parent < 0 ? name : name.substring(name.lastIndexOf('/') + 1);
    }
  }

  private final List<LeafReaderContext> leaves;
  private final String indexField;
  private final List<Value> values = new ArrayList<>();
  private final Map<String, Integer> byKey = new HashMap<>();
  private final @Nullable OrdinalMap ordinals;
  private final int[] valueOfOrdinal;

  private FacetValues(
      List<LeafReaderContext> leaves,
      FacetField field,
      SortedDocValues labels,
      @Nullable OrdinalMap ordinals)
      throws IOException {
    this.leaves = leaves;
    this.indexField = FacetLabels.indexField(field);
    this.ordinals = ordinals;
    this.valueOfOrdinal = new int[labels.getValueCount()];
    for (int ordinal = 0; ordinal < valueOfOrdinal.length; ordinal++) {
      String label = labels.lookupOrd(ordinal).utf8ToString();
      valueOfOrdinal[ordinal] = field == FacetField.REGION ? path(label) : add(field, label, -1);
    }
  }

  /** Reads the values of a field; null where no document has any. */
  static @Nullable FacetValues of(IndexReader reader, FacetField field) throws IOException {
    SortedDocValues labels = MultiDocValues.getSortedValues(reader, FacetLabels.indexField(field));
    if (labels == null) {
      return null;
    }
    OrdinalMap ordinals =
        labels instanceof MultiDocValues.MultiSortedDocValues multi ? multi.mapping : null;
    return new FacetValues(reader.leaves(), field, labels, ordinals);
  }

  private int path(String label) {
    List<String> paths = FacetLabels.paths(label);
    int value = -1;
    for (int depth = 0; depth < paths.size(); depth++) {
      boolean town = depth == paths.size() - 1 && FacetLabels.endsInTown(label);
      value = add(FacetField.REGION, paths.get(depth), value, town);
    }
    return value;
  }

  private int add(FacetField field, String name, int parent) {
    return add(field, name, parent, false);
  }

  private int add(FacetField field, String name, int parent, boolean town) {
    return byKey.computeIfAbsent(
        FilterQueries.key(field, name),
        key -> {
          values.add(new Value(name, key, parent, town));
          return values.size() - 1;
        });
  }

  /** A value by its number. */
  public Value value(int number) {
    return values.get(number);
  }

  /** How many values there are, those that only deleted documents have included. */
  public int size() {
    return values.size();
  }

  /** The number of the value of a key; null if there is none. */
  public @Nullable Integer number(String key) {
    return byKey.get(key);
  }

  /** Whether a region's path goes through another one. */
  public boolean isBelow(int value, int ancestor) {
    for (int at = values.get(value).parent(); at >= 0; at = values.get(at).parent()) {
      if (at == ancestor) {
        return true;
      }
    }
    return false;
  }

  /** How many matches have each value, by its number. */
  public long[] count(Matches matches) throws IOException {
    long[] byOrdinal = new long[valueOfOrdinal.length];
    for (LeafReaderContext leaf : leaves) {
      int first = matches.from(leaf.docBase);
      int end = matches.from(leaf.docBase + leaf.reader().maxDoc());
      if (first < end) {
        LongValues global = ordinals == null ? null : ordinals.getGlobalOrds(leaf.ord);
        SortedDocValues labels = DocValues.getSorted(leaf.reader(), indexField);
        long[] bySegment = new long[labels.getValueCount()];
        for (int i = first; i < end; i++) {
          if (labels.advanceExact(matches.doc(i) - leaf.docBase)) {
            bySegment[labels.ordValue()]++;
          }
        }
        for (int ordinal = 0; ordinal < bySegment.length; ordinal++) {
          byOrdinal[global == null ? ordinal : (int) global.get(ordinal)] += bySegment[ordinal];
        }
      }
    }
    return withAncestors(byOrdinal);
  }

  private long[] withAncestors(long[] byOrdinal) {
    long[] counts = new long[values.size()];
    for (int ordinal = 0; ordinal < byOrdinal.length; ordinal++) {
      if (byOrdinal[ordinal] > 0) {
        for (int at = valueOfOrdinal[ordinal]; at >= 0; at = values.get(at).parent()) {
          counts[at] += byOrdinal[ordinal];
        }
      }
    }
    return counts;
  }
}
