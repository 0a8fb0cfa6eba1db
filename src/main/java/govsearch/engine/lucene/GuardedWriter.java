package govsearch.engine.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;

/**
 * A writer whose failures are told as such of the index where they are. Nothing of a document that
 * fails is left in it, and it goes on; or it is closed by it, for all threads: with a full disk no
 * write is its own.
 */
final class GuardedWriter {

  private final IndexWriter writer;

  GuardedWriter(IndexWriter writer) {
    this.writer = writer;
  }

  /** One write, or several that belong together. */
  interface Write {
    void to(IndexWriter writer) throws IOException;
  }

  void run(Write write) {
    run("", write);
  }

  /**
   * Writes.
   *
   * @param when as the message begins where the index is closed by it
   * @throws UncheckedIOException if the index takes no more
   */
  void run(String when, Write write) {
    try {
      write.to(writer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException | Error e) {
      if (!writer.isOpen()) {
        throw new UncheckedIOException(new IOException(when + "索引关闭了（" + e + "）", e));
      }
      throw e;
    }
  }

  /** Puts a document in the place of whatever has the key. */
  void replace(Term key, Document document) {
    run(to -> to.updateDocument(key, document));
  }

  /** Removes whatever has the key. */
  void delete(Term key) {
    run(to -> to.deleteDocuments(key));
  }

  /** Closes it; what was committed stays. */
  void rollBack() throws IOException {
    writer.rollback();
  }
}
