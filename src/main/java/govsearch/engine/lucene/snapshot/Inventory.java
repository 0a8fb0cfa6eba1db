package govsearch.engine.lucene.snapshot;

import govsearch.engine.Place;
import govsearch.engine.ReportKey;
import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.document.FacetLabels;
import govsearch.engine.lucene.document.StoredJson;
import govsearch.engine.lucene.query.FilterQueries;
import govsearch.query.FacetField;
import govsearch.report.ReportHead;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/** Which reports a snapshot has, numbered from 0 by place, year and id. */
public final class Inventory {

  /**
   * A report as it stands in a segment.
   *
   * @param ordinal of its id there
   */
  private record Found(int leaf, int ordinal, String id, String label, @Nullable Integer year) {}

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

  /** Reads the heads, of which only what is kept in columns. */
  static Inventory of(IndexReader reader) throws IOException {
    List<Found> found = new ArrayList<>();
    int[][] numbers = new int[reader.leaves().size()][];
    for (LeafReaderContext leaf : reader.leaves()) {
      SortedDocValues ids = DocValues.getSorted(leaf.reader(), Fields.REPORT);
      numbers[leaf.ord] = new int[ids.getValueCount()];
      read(leaf.ord, leaf.reader(), ids, found);
    }
    Map<String, Place> places = places(found);
    record Numbered(Found found, ReportKey key) {}
    List<Numbered> all = new ArrayList<>(found.size());
    for (Found one : found) {
      Place place = Objects.requireNonNull(places.get(one.label()));
      all.add(new Numbered(one, new ReportKey(one.id(), place, one.year())));
    }
    all.sort(Comparator.comparing(Numbered::key, ORDER));
    List<ReportKey> keys = new ArrayList<>(all.size());
    for (Numbered one : all) {
      numbers[one.found().leaf()][one.found().ordinal()] = keys.size();
      keys.add(one.key());
    }
    return new Inventory(List.copyOf(keys), numbers);
  }

  private static void read(int number, LeafReader leaf, SortedDocValues ids, List<Found> found)
      throws IOException {
    PostingsEnum heads = leaf.postings(new Term(Fields.TYPE, Fields.HEAD), PostingsEnum.NONE);
    if (heads == null) {
      return;
    }
    Bits live = leaf.getLiveDocs();
    NumericDocValues years = DocValues.getNumeric(leaf, Fields.YEAR_NUMBER);
    SortedDocValues labels = DocValues.getSorted(leaf, FacetLabels.indexField(FacetField.REGION));
    StoredFields stored = leaf.storedFields();
    for (int doc = heads.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = heads.nextDoc()) {
      if ((live == null || live.get(doc)) && ids.advanceExact(doc)) {
        int ordinal = ids.ordValue();
        String id = ids.lookupOrd(ordinal).utf8ToString();
        Integer year = years.advanceExact(doc) ? (int) years.longValue() : null;
        found.add(new Found(number, ordinal, id, label(doc, ordinal, ids, labels, stored), year));
      }
    }
  }

  /** Paragraphs have the label of their report's place; one without paragraphs has it in itself. */
  private static String label(
      int head, int ordinal, SortedDocValues ids, SortedDocValues labels, StoredFields stored)
      throws IOException {
    int next = head + 1;
    if (labels.advanceExact(next) && ids.advanceExact(next) && ids.ordValue() == ordinal) {
      return labels.lookupOrd(labels.ordValue()).utf8ToString();
    }
    ReportHead read = StoredJson.head(stored.document(head));
    return FacetLabels.region(
        read.region().isEmpty() ? List.of(FacetField.UNSTATED) : read.region(), read.town());
  }

  /** Labels that filters take for the same get the same place, named by the first of them. */
  private static Map<String, Place> places(List<Found> found) {
    TreeSet<String> labels = new TreeSet<>();
    found.forEach(one -> labels.add(one.label()));
    record Key(String path, boolean town) {}
    Map<Key, Place> byKey = new HashMap<>();
    Map<String, Place> byLabel = new HashMap<>();
    for (String label : labels) {
      Place place = FacetLabels.place(label);
      Key key = new Key(FilterQueries.key(FacetField.REGION, place.path()), place.town() != null);
      byLabel.put(label, byKey.computeIfAbsent(key, k -> place));
    }
    return byLabel;
  }

  public List<ReportKey> reports() {
    return reports;
  }

  /** The numbers of a segment's reports, by the ordinals of their ids there. */
  public int[] numbers(int leaf) {
    return numbers[leaf];
  }
}
