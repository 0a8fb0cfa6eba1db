package govsearch.engine.lucene.library;

import static org.apache.lucene.search.DocIdSetIterator.NO_MORE_DOCS;

import govsearch.engine.lucene.analysis.Fields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/**
 * The keys of files in their order, from all segments of a reader, with the column of each. Holds
 * one key of each segment.
 */
final class KeysInOrder {

  private final List<Segment> segments = new ArrayList<>();
  private final PriorityQueue<Segment> queue =
      new PriorityQueue<>((one, other) -> one.key.compareTo(other.key));
  private BytesRef beginning = new BytesRef();
  private @Nullable Segment taken;

  KeysInOrder(IndexReader reader) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      Terms terms = leaf.reader().terms(Fields.FILE);
      if (terms != null) {
        segments.add(new Segment(leaf.reader(), terms.iterator()));
      }
    }
  }

  /** Goes to the first key that begins so, and ends behind the last. */
  void begin(BytesRef prefix) throws IOException {
    beginning = prefix;
    queue.clear();
    taken = null;
    for (Segment segment : segments) {
      if (segment.seek(prefix)) {
        queue.add(segment);
      }
    }
  }

  /** The next key of a file that is there; null behind the last. Valid until the next call. */
  @Nullable BytesRef next() throws IOException {
    Segment before = taken;
    if (before != null && before.advance(beginning)) {
      queue.add(before);
    }
    taken = queue.poll();
    return taken == null ? null : taken.key;
  }

  /** The column of the file whose key was given last. */
  BytesRef column() throws IOException {
    if (taken == null) {
      throw new IllegalStateException("no key was given");
    }
    return taken.column();
  }

  /** One segment at one of its keys. */
  private static final class Segment {
    private final LeafReader reader;
    private final TermsEnum terms;
    private final @Nullable Bits live;
    private BytesRef key = new BytesRef();
    private int document;
    private @Nullable PostingsEnum postings;
    private @Nullable BinaryDocValues column;

    Segment(LeafReader reader, TermsEnum terms) {
      this.reader = reader;
      this.terms = terms;
      this.live = reader.getLiveDocs();
    }

    boolean seek(BytesRef prefix) throws IOException {
      return terms.seekCeil(prefix) != TermsEnum.SeekStatus.END && settle(prefix);
    }

    boolean advance(BytesRef prefix) throws IOException {
      return terms.next() != null && settle(prefix);
    }

    /** Goes on to a key whose file was not replaced in a later segment. */
    private boolean settle(BytesRef prefix) throws IOException {
      for (BytesRef term = terms.term(); term != null; term = terms.next()) {
        if (!StringHelper.startsWith(term, prefix)) {
          return false;
        }
        if (isThere()) {
          key = BytesRef.deepCopyOf(term);
          return true;
        }
      }
      return false;
    }

    private boolean isThere() throws IOException {
      postings = terms.postings(postings, PostingsEnum.NONE);
      document = postings.nextDoc();
      while (document != NO_MORE_DOCS && live != null && !live.get(document)) {
        document = postings.nextDoc();
      }
      return document != NO_MORE_DOCS;
    }

    /** Columns are read forwards only. */
    private BytesRef column() throws IOException {
      BinaryDocValues values = column;
      if (values == null || values.docID() > document) {
        values = DocValues.getBinary(reader, Fields.GLANCE);
        column = values;
      }
      if (!values.advanceExact(document)) {
        throw new IOException("a file without its column");
      }
      return values.binaryValue();
    }
  }
}
