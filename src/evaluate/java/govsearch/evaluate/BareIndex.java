package govsearch.evaluate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * The floor under indexing: texts as Lucene takes them out of the box, SmartCN's words and bigrams
 * with positions, the text stored; no heads, no sections, no folding.
 */
public final class BareIndex {

  private static final String WORDS = "words";
  private static final String BIGRAMS = "bigrams";
  private static final double BUFFER_MEBIBYTES = 128;

  private BareIndex() {}

  /**
   * Indexes texts.
   *
   * @param texts of paragraphs; read by as many threads as the stream has
   * @return how many there were
   */
  public static long write(Path folder, Stream<String> texts) throws IOException {
    LongAdder count = new LongAdder();
    try (Analyzer words = new SmartChineseAnalyzer();
        Analyzer analyzer = new PerFieldAnalyzerWrapper(words, Map.of(BIGRAMS, new CJKAnalyzer()));
        Directory directory = FSDirectory.open(folder);
        IndexWriter writer =
            new IndexWriter(
                directory, new IndexWriterConfig(analyzer).setRAMBufferSizeMB(BUFFER_MEBIBYTES))) {
      texts.forEach(
          text -> {
            Document document = new Document();
            document.add(new TextField(WORDS, text, Field.Store.YES));
            document.add(new TextField(BIGRAMS, text, Field.Store.NO));
            try {
              writer.addDocument(document);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
            count.increment();
          });
    }
    return count.sum();
  }
}
