package govsearch.engine.lucene.document;

import java.io.IOException;
import org.apache.lucene.codecs.StoredFieldsReader;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.StoredFields;

/** Stored fields of a segment, for who reads them in the order of the documents. */
public final class SequentialStored {

  private SequentialStored() {}

  /** For one thread; unpacks a block once for all of its documents, as merging does. */
  public static StoredFields of(LeafReader segment) throws IOException {
    if (segment instanceof CodecReader codec) {
      StoredFieldsReader reader = codec.getFieldsReader();
      if (reader != null) {
        return reader.getMergeInstance();
      }
    }
    return segment.storedFields();
  }
}
