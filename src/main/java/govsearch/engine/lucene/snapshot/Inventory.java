package govsearch.engine.lucene.snapshot;

import govsearch.engine.ReportKey;
import govsearch.engine.lucene.analysis.Fields;
import govsearch.query.FacetField;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/** Which reports a snapshot has, numbered from 0 by place, year and id. */
public final class Inventory {

  /** Of a report that is deleted. */
  public static final int GONE = -1;

  /** A report as it stands in a segment. */
  private record Found(int leaf, int report, ReportKey key) {}

  private static final Comparator<ReportKey> ORDER =
      Comparator.comparing(ReportKey::place)
          .thenComparing(ReportKey::year, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(ReportKey::id);

  private final List<ReportKey> reports;
  private final int[][] numbers;

  private Inventory(List<ReportKey> reports, int[][] numbers) {
    this.reports = reports;
    this.numbers = numbers;
  }

  static Inventory of(Snapshot snapshot) throws IOException {
    List<Found> found = new ArrayList<>();
    int[][] numbers = new int[snapshot.reader().leaves().size()][];
    for (LeafReaderContext leaf : snapshot.reader().leaves()) {
      Segment segment = snapshot.segment(leaf);
      numbers[leaf.ord] = new int[segment.reports()];
      read(leaf, segment, snapshot.facet(FacetField.REGION), found);
    }
    found.sort(Comparator.comparing(Found::key, ORDER));
    List<ReportKey> keys = new ArrayList<>(found.size());
    for (int[] ofLeaf : numbers) {
      Arrays.fill(ofLeaf, GONE);
    }
    for (Found one : found) {
      numbers[one.leaf()][one.report()] = keys.size();
      keys.add(one.key());
    }
    return new Inventory(List.copyOf(keys), numbers);
  }

  private static void read(
      LeafReaderContext leaf, Segment segment, FacetValues places, List<Found> out)
      throws IOException {
    SortedDocValues ids = DocValues.getSorted(leaf.reader(), Fields.REPORT);
    Bits live = leaf.reader().getLiveDocs();
    for (int report = 0; report < segment.reports(); report++) {
      int head = segment.head(report);
      if ((live == null || live.get(head)) && ids.advanceExact(head)) {
        String id = ids.lookupOrd(ids.ordValue()).utf8ToString();
        @Nullable Integer year =
            segment.year(report) == Segment.NO_YEAR ? null : segment.year(report);
        ReportKey key = new ReportKey(id, places.place(segment.place(report)), year);
        out.add(new Found(leaf.ord, report, key));
      }
    }
  }

  public List<ReportKey> reports() {
    return reports;
  }

  /** The numbers of a segment's reports; {@link #GONE} for deleted ones. */
  public int[] numbers(int leaf) {
    return numbers[leaf];
  }
}
