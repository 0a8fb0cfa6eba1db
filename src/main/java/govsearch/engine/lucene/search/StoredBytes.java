package govsearch.engine.lucene.search;

import govsearch.engine.lucene.document.SequentialStored;
import govsearch.engine.lucene.document.StoredParagraph;
import java.io.IOException;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFieldVisitor;
import org.apache.lucene.index.StoredFields;

/**
 * Reads the beginnings of a segment's stored paragraphs, document after document. Where many are
 * wanted, each block of them is unpacked once and not anew for each: what merges do.
 */
final class StoredBytes {

  /** Of so many documents one must be wanted for it to pay to unpack whole blocks. */
  private static final int SPARSE = 64;

  private final StoredFields stored;

  private StoredBytes(StoredFields stored) {
    this.stored = stored;
  }

  /**
   * Of a segment.
   *
   * @param wanted how many will be read
   */
  static StoredBytes of(LeafReaderContext leaf, int wanted) throws IOException {
    return new StoredBytes(
        isDense(leaf, wanted) ? SequentialStored.of(leaf.reader()) : leaf.reader().storedFields());
  }

  /** Whether so many are wanted that it pays to unpack whole blocks. */
  static boolean isDense(LeafReaderContext leaf, long wanted) {
    return wanted * SPARSE > leaf.reader().maxDoc();
  }

  /** Of runs of documents that stand side by side: their block is unpacked once for a run. */
  static StoredBytes ofRuns(LeafReaderContext leaf) throws IOException {
    return new StoredBytes(SequentialStored.of(leaf.reader()));
  }

  StoredParagraph.Beginning of(int doc) throws IOException {
    One one = new One();
    stored.document(doc, one);
    return StoredParagraph.beginning(one.bytes);
  }

  private static final class One extends StoredFieldVisitor {
    private byte[] bytes = {};

    @Override
    public void binaryField(FieldInfo field, byte[] value) {
      bytes = value;
    }

    @Override
    public Status needsField(FieldInfo field) {
      return Status.YES; // a document stores one thing
    }
  }
}
