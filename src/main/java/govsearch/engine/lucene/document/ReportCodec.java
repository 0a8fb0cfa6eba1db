package govsearch.engine.lucene.document;

import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.codecs.StoredFieldsFormat;
import org.apache.lucene.codecs.compressing.CompressionMode;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene90.compressing.Lucene90CompressingStoredFieldsFormat;

/**
 * Lucene's codec with stored fields in larger blocks, compressed harder and read as fast: what is
 * stored is the reports' text, and neighbours are alike. Lucene finds it by its name when it opens
 * an index.
 */
public final class ReportCodec extends FilterCodec {

  /** Half as far back as LZ4 looks: for a hit half of one is unpacked, which is what it costs. */
  private static final int BLOCK_BYTES = 32 << 10;

  private static final int MOST_DOCUMENTS = 1_024;

  /** Lucene's own. */
  private static final int INDEX_BLOCK_SHIFT = 10;

  private final StoredFieldsFormat stored =
      new Lucene90CompressingStoredFieldsFormat(
          "GovsearchStoredFields",
          CompressionMode.FAST_DECOMPRESSION,
          BLOCK_BYTES,
          MOST_DOCUMENTS,
          INDEX_BLOCK_SHIFT);

  /** For Lucene, which makes it by name. */
  public ReportCodec() {
    super("Govsearch", new Lucene104Codec());
  }

  @Override
  public StoredFieldsFormat storedFieldsFormat() {
    return stored;
  }
}
