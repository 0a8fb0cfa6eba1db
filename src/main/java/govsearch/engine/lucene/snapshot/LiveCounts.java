package govsearch.engine.lucene.snapshot;

import govsearch.query.FacetField;
import govsearch.report.Section;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * How much there is of one segment, deleted reports left out: what is asked of a collection before
 * anything is searched for. Counted once for a segment and its deletions, report by report.
 */
public final class LiveCounts {

  /** Numbers of values, ascending, with how many paragraphs, or reports, each has. */
  private static final class Column {
    private final int[] values;
    private final int[] counts;

    private Column(int[] values, int[] counts) {
      this.values = values;
      this.counts = counts;
    }

    static Column of(int[] dense) {
      int[] values = new int[dense.length];
      int[] counts = new int[dense.length];
      int used = 0;
      for (int value = 0; value < dense.length; value++) {
        if (dense[value] > 0) {
          values[used] = value;
          counts[used++] = dense[value];
        }
      }
      return new Column(Arrays.copyOf(values, used), Arrays.copyOf(counts, used));
    }

    void addTo(long[] sums) {
      for (int i = 0; i < values.length; i++) {
        sums[values[i]] += counts[i];
      }
    }
  }

  private final Map<FacetField, Column> columns = new EnumMap<>(FacetField.class);
  private final Column reportsOfPlaces;
  private final long reports;
  private final long withParagraphs;
  private final long paragraphs;

  private LiveCounts(Segment segment, @Nullable Bits live, Map<FacetField, FacetValues> values) {
    int[] places = new int[size(values, FacetField.REGION)];
    int[] ofPlaces = new int[places.length];
    int[] towns = new int[size(values, FacetField.TOWN)];
    int[] years = new int[size(values, FacetField.YEAR)];
    long reportsSeen = 0;
    long withParagraphsSeen = 0;
    long paragraphsSeen = 0;
    for (int report = 0; report < segment.reports(); report++) {
      if (live == null || live.get(segment.head(report))) {
        int count = segment.paragraphs(report);
        reportsSeen++;
        withParagraphsSeen += count > 0 ? 1 : 0;
        paragraphsSeen += count;
        places[segment.place(report)] += count;
        ofPlaces[segment.place(report)] += count > 0 ? 1 : 0;
        towns[segment.town(report)] += count;
        years[segment.yearValue(report)] += count;
      }
    }
    reports = reportsSeen;
    withParagraphs = withParagraphsSeen;
    reportsOfPlaces = Column.of(ofPlaces);
    paragraphs = paragraphsSeen;
    columns.put(FacetField.REGION, Column.of(places));
    columns.put(FacetField.TOWN, Column.of(towns));
    columns.put(FacetField.YEAR, Column.of(years));
    columns.put(FacetField.SECTION, Column.of(sections(segment, live)));
  }

  static LiveCounts of(LeafReader leaf, Segment segment, Map<FacetField, FacetValues> values) {
    return new LiveCounts(segment, leaf.getLiveDocs(), values);
  }

  private static int size(Map<FacetField, FacetValues> values, FacetField field) {
    FacetValues of = values.get(field);
    return of == null ? 0 : of.size();
  }

  private static int[] sections(Segment segment, @Nullable Bits live) {
    Section[] all = Section.values();
    int[] counts = new int[all.length];
    for (int i = 0; i < all.length; i++) {
      FixedBitSet of = segment.section(all[i]);
      if (live != null) {
        of = of.clone();
        Deletions.takeOut(live, of);
      }
      counts[i] = of.cardinality();
    }
    return counts;
  }

  /** How many reports there are. */
  public long reports() {
    return reports;
  }

  /** How many of them have any paragraph. */
  long withParagraphs() {
    return withParagraphs;
  }

  /** How many paragraphs they have. */
  public long paragraphs() {
    return paragraphs;
  }

  /** Adds how many reports with any paragraph each place has. */
  void addReportsTo(long[] counts) {
    reportsOfPlaces.addTo(counts);
  }

  /** Adds how many paragraphs each value of a field has; of places, the reports' own alone. */
  public void addTo(FacetField field, long[] counts) {
    Column column = columns.get(field);
    if (column != null) {
      column.addTo(counts);
    }
  }
}
