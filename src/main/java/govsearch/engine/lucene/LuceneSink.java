package govsearch.engine.lucene;

import govsearch.engine.IndexSink;
import govsearch.engine.UnusableIndexException;
import govsearch.report.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/** Writes the embedded index. One at a time on one index, across processes. */
public final class LuceneSink implements IndexSink {

  private static final double BUFFER_MEBIBYTES = 128;

  private final Directory directory;
  private final IndexWriter writer;
  private final Documents documents = new Documents();

  private LuceneSink(Directory directory, IndexWriter writer) {
    this.directory = directory;
    this.writer = writer;
  }

  /**
   * Opens an index to start it anew: what is in it stays, and stays searchable, until the first
   * commit replaces it.
   *
   * @throws UnusableIndexException if another process is writing to it
   */
  public static LuceneSink rebuild(Path path) {
    return open(path, OpenMode.CREATE);
  }

  /**
   * Opens an index to change it, or starts one where there is none.
   *
   * @throws UnusableIndexException if it is of another format, or another process is writing to it
   */
  public static LuceneSink update(Path path) {
    return open(path, OpenMode.CREATE_OR_APPEND);
  }

  private static LuceneSink open(Path path, OpenMode mode) {
    Directory directory = null;
    try {
      directory = IndexFormat.directory(path);
      if (mode == OpenMode.CREATE) {
        IndexFormat.dropUnreadable(directory);
      } else if (DirectoryReader.indexExists(directory)) {
        IndexFormat.check(directory, path);
      }
      return new LuceneSink(directory, new IndexWriter(directory, config(mode)));
    } catch (LockObtainFailedException e) {
      closeQuietly(directory);
      throw new UnusableIndexException("索引 " + path + " 正被另一个进程写入，请等它结束后再试", e);
    } catch (IOException e) {
      closeQuietly(directory);
      throw new UnusableIndexException("索引 " + path + " 无法写入：" + e.getMessage(), e);
    } catch (RuntimeException e) {
      closeQuietly(directory);
      throw e;
    }
  }

  private static IndexWriterConfig config(OpenMode mode) {
    return new IndexWriterConfig(Analyzers.forIndex())
        .setOpenMode(mode)
        .setRAMBufferSizeMB(BUFFER_MEBIBYTES)
        .setCommitOnClose(false);
  }

  @Override
  public void put(Report report) {
    try {
      writer.updateDocuments(new Term(Fields.REPORT, report.id()), documents.of(report));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void remove(String reportId) {
    try {
      writer.deleteDocuments(new Term(Fields.REPORT, reportId));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void commit() {
    try {
      writer.setLiveCommitData(IndexFormat.commitData().entrySet());
      writer.commit();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try (directory) {
      writer.rollback(); // closes; what was committed stays
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void closeQuietly(@Nullable Directory directory) {
    IOUtils.closeWhileHandlingException(directory);
  }
}
