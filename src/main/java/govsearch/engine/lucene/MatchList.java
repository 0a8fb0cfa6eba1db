package govsearch.engine.lucene;

import govsearch.query.SortOrder;
import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.IntroSorter;
import org.jspecify.annotations.Nullable;

/**
 * Every document that a query matches, in the order of a search: twenty bytes for each, however
 * many there are. The orders are those of {@link Orders}.
 */
final class MatchList {

  private final int[] docs;
  private final int count;

  private MatchList(int[] docs, int count) {
    this.docs = docs;
    this.count = count;
  }

  /**
   * Finds all. Whether time ran out, the searcher tells.
   *
   * @param order null for that of the index
   */
  static MatchList of(IndexSearcher searcher, Query query, @Nullable SortOrder order)
      throws IOException {
    MatchCollector found =
        searcher.search(query, MatchCollector.manager(order == SortOrder.RELEVANCE));
    if (order != null && found.count() > 1) {
      sort(found, order, searcher.getIndexReader());
    }
    return new MatchList(found.docs(), found.count());
  }

  int count() {
    return count;
  }

  int doc(int index) {
    return docs[index];
  }

  /**
   * Documents come ascending: within a report that is its order, so the report's rank is enough.
   */
  private static void sort(MatchCollector found, SortOrder order, IndexReader reader)
      throws IOException {
    int count = found.count();
    int[] docs = found.docs();
    long[] keys = new long[count];
    int[] reports = new int[count];
    Key key =
        switch (order) {
          case RELEVANCE -> (i, doc) -> -(long) Float.floatToIntBits(found.score(i));
          case NEWEST -> newest(reader);
          case OLDEST -> oldest(reader);
          case TOWN -> town(reader);
        };
    SortedDocValues ids = MultiDocValues.getSortedValues(reader, Fields.REPORT);
    for (int i = 0; i < count; i++) {
      keys[i] = key.of(i, docs[i]);
      reports[i] = ids != null && ids.advanceExact(docs[i]) ? ids.ordValue() : -1;
    }
    new KeySorter(keys, reports, docs).sort(0, count);
  }

  /** A number that grows along an order. */
  private interface Key {
    long of(int index, int doc) throws IOException;
  }

  private static Key newest(IndexReader reader) throws IOException {
    NumericDocValues years = years(reader);
    return (i, doc) -> years.advanceExact(doc) ? -years.longValue() : Long.MAX_VALUE;
  }

  private static Key oldest(IndexReader reader) throws IOException {
    NumericDocValues years = years(reader);
    return (i, doc) -> years.advanceExact(doc) ? years.longValue() : Long.MAX_VALUE;
  }

  private static Key town(IndexReader reader) throws IOException {
    NumericDocValues years = years(reader);
    SortedDocValues towns = MultiDocValues.getSortedValues(reader, Fields.TOWN_SORT);
    return (i, doc) -> {
      long town = towns != null && towns.advanceExact(doc) ? towns.ordValue() : Integer.MAX_VALUE;
      long age = years.advanceExact(doc) ? Integer.MAX_VALUE - years.longValue() : 0xFFFF_FFFFL;
      return town << Integer.SIZE | age;
    };
  }

  private static NumericDocValues years(IndexReader reader) throws IOException {
    NumericDocValues years = MultiDocValues.getNumericValues(reader, Fields.YEAR_NUMBER);
    return years == null ? DocValues.emptyNumeric() : years;
  }

  /** Sorts by key, report and document, all at once and in place. */
  private static final class KeySorter extends IntroSorter {
    private final long[] keys;
    private final int[] reports;
    private final int[] docs;
    private long pivotKey;
    private int pivotReport;
    private int pivotDoc;

    KeySorter(long[] keys, int[] reports, int[] docs) {
      this.keys = keys;
      this.reports = reports;
      this.docs = docs;
    }

    @Override
    protected void swap(int i, int j) {
      long key = keys[i];
      keys[i] = keys[j];
      keys[j] = key;
      int report = reports[i];
      reports[i] = reports[j];
      reports[j] = report;
      int doc = docs[i];
      docs[i] = docs[j];
      docs[j] = doc;
    }

    @Override
    protected void setPivot(int i) {
      pivotKey = keys[i];
      pivotReport = reports[i];
      pivotDoc = docs[i];
    }

    @Override
    protected int comparePivot(int j) {
      if (pivotKey != keys[j]) {
        return Long.compare(pivotKey, keys[j]);
      }
      return pivotReport != reports[j]
          ? Integer.compare(pivotReport, reports[j])
          : Integer.compare(pivotDoc, docs[j]);
    }
  }
}
