package govsearch.engine.lucene.similar;

import govsearch.engine.lucene.analysis.Fields;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;

/**
 * Which rows of the vectors the problems of a segment have, and what is planned for them. Kept for
 * as long as the segment is, since looking for a row takes longer than to compare its vector.
 */
final class VectorRows {

  /** There is nothing of which a vector could be. */
  static final long NO_KEY = 0;

  private final VectorFile file;
  private final Map<IndexReader.CacheKey, OfSegment> known = new ConcurrentHashMap<>();

  VectorRows(VectorFile file) {
    this.file = file;
  }

  /**
   * A segment's problems.
   *
   * @param docs ascending
   */
  @SuppressWarnings("ArrayRecordComponent") // never changed; kept for every problem there is
  record Keys(int[] docs, long[] problems, long[] measures) {}

  /**
   * The rows of some keys; -1 where there is none so far.
   *
   * @param count how many rows there were
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Rows(int count, int[] problems, int[] measures) {}

  /** Keys never change; rows come to be. */
  private static final class OfSegment {
    private final Keys keys;
    private volatile Rows rows = new Rows(-1, new int[0], new int[0]);

    OfSegment(Keys keys) {
      this.keys = keys;
    }
  }

  /** Rows of a segment, as far as there are any by now, with the keys that they are of. */
  record Found(Keys keys, Rows rows) {}

  Found of(LeafReaderContext leaf) throws IOException {
    IndexReader.CacheHelper cache = leaf.reader().getCoreCacheHelper();
    OfSegment segment = known.get(cache.getKey());
    if (segment == null) {
      segment = new OfSegment(keys(leaf.reader()));
      if (known.put(cache.getKey(), segment) == null) {
        cache.addClosedListener(known::remove);
      }
    }
    int count = file.count();
    Rows rows = segment.rows;
    if (rows.count() != count) {
      rows = new Rows(count, rows(segment.keys.problems), rows(segment.keys.measures));
      segment.rows = rows;
    }
    return new Found(segment.keys, rows);
  }

  private int[] rows(long[] keys) {
    int[] rows = new int[keys.length];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = keys[i] == NO_KEY ? -1 : file.row(keys[i]);
    }
    return rows;
  }

  private static Keys keys(LeafReader reader) throws IOException {
    NumericDocValues statements = DocValues.getNumeric(reader, Fields.STATEMENT_NUMBER);
    NumericDocValues prints = DocValues.getNumeric(reader, Fields.PRINT);
    int[] docs = new int[(int) statements.cost()];
    long[] problems = new long[docs.length];
    long[] measures = new long[docs.length];
    int count = 0;
    for (int doc = statements.nextDoc();
        doc != DocIdSetIterator.NO_MORE_DOCS;
        doc = statements.nextDoc()) {
      docs[count] = doc;
      problems[count] = prints.advanceExact(doc) ? prints.longValue() : NO_KEY;
      measures[count++] = measureKey(reader, doc);
    }
    return new Keys(
        Arrays.copyOf(docs, count), Arrays.copyOf(problems, count), Arrays.copyOf(measures, count));
  }

  /** By what a measure's vector is kept: its paragraph's print and its number in that. */
  static long measureKey(LeafReader reader, int problem) throws IOException {
    long number = number(reader, problem, Fields.MEASURE_NUMBER);
    if (number == 0) {
      return NO_KEY;
    }
    int paragraph = problem - (int) number(reader, problem, Fields.MEASURE_BEFORE);
    return measureKey(number(reader, paragraph, Fields.PRINT), number);
  }

  /** The same, of a measure's paragraph by its print. */
  static long measureKey(long paragraphPrint, long number) {
    return Long.rotateLeft(paragraphPrint, 1) + number; // no problem's print is likely to be that
  }

  /** A document's number; 0 where it has none. Documents come in any order. */
  static long number(LeafReader reader, int doc, String field) {
    try {
      NumericDocValues values = DocValues.getNumeric(reader, field);
      return values.advanceExact(doc) ? values.longValue() : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
