package govsearch.engine.lucene;

import govsearch.engine.UnusableIndexException;
import govsearch.engine.lucene.analysis.Analyzers;
import govsearch.engine.lucene.analysis.ClauseCutter;
import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.document.Documents;
import govsearch.engine.lucene.document.LedgerDocuments;
import govsearch.engine.lucene.document.ReportCodec;
import govsearch.engine.lucene.snapshot.IndexFormat;
import govsearch.engine.lucene.snapshot.IndexSettings;
import govsearch.library.FileRecord;
import govsearch.library.Ledger;
import govsearch.library.LibrarySink;
import govsearch.library.RunRecord;
import govsearch.report.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/** Writes the embedded index. One at a time on one index, across processes. */
public final class LuceneSink implements LibrarySink {

  private static final double BUFFER_MEBIBYTES = 128;

  private final Directory directory;
  private final IndexWriter writer;
  private final Tidying tidying = new Tidying();
  private final boolean anew;
  private final IndexSettings settings;
  private final Documents documents;

  private final PutIds put = new PutIds();

  private @Nullable WrittenIndex written;

  private LuceneSink(Directory directory, OpenMode mode, IndexSettings settings)
      throws IOException {
    this.directory = directory;
    this.settings = settings;
    this.documents = new Documents(new ClauseCutter(), settings.thesaurus());
    this.anew = mode == OpenMode.CREATE || !DirectoryReader.indexExists(directory);
    this.writer = new IndexWriter(directory, tidying.of(config(mode)));
  }

  /**
   * Opens an index to start it anew: what is in it stays, and stays searchable, until the first
   * commit replaces it.
   *
   * @throws UnusableIndexException if another process is writing to it
   */
  public static LuceneSink rebuild(Path path) {
    return rebuild(path, IndexSettings.USUAL);
  }

  /**
   * As {@link #rebuild(Path)}, with settings.
   *
   * @throws govsearch.text.ThesaurusMistakeException if the thesaurus has a mistake
   */
  public static LuceneSink rebuild(Path path, IndexSettings settings) {
    return open(path, OpenMode.CREATE, settings);
  }

  /**
   * Opens an index to change it, or starts one where there is none.
   *
   * @throws UnusableIndexException if it is of another format, or another process is writing to it
   */
  public static LuceneSink update(Path path) {
    return open(path, OpenMode.CREATE_OR_APPEND, IndexSettings.USUAL);
  }

  private static LuceneSink open(Path path, OpenMode mode, IndexSettings given) {
    IndexSettings settings = given;
    Directory directory = null;
    try {
      directory = IndexFormat.directory(path);
      if (mode == OpenMode.CREATE) {
        IndexFormat.dropUnreadable(directory);
      } else if (DirectoryReader.indexExists(directory)) {
        IndexFormat.check(directory, path);
        settings = IndexSettings.read(SegmentInfos.readLatestCommit(directory).getUserData());
      }
      return new LuceneSink(directory, mode, settings);
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
        .setCodec(new ReportCodec())
        .setRAMBufferSizeMB(BUFFER_MEBIBYTES)
        .setCommitOnClose(false);
  }

  @Override
  public void put(Report report) {
    // Made before the writer is asked: there an error would close it.
    List<Document> block = documents.of(report);
    try {
      if (anew && put.isFirst(report.id())) {
        writer.addDocuments(block); // there is nothing to look for and delete
      } else {
        writer.updateDocuments(new Term(Fields.REPORT, report.id()), block);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException | Error e) {
      refuseIfClosed(e, report);
      throw e;
    }
  }

  /** Nothing of a report that fails is left in the index, which goes on, or is closed by it. */
  private void refuseIfClosed(Throwable failure, Report report) {
    if (!writer.isOpen()) {
      String path = report.head().source().path();
      throw new UncheckedIOException(
          new IOException("写入报告 " + path + " 时索引关闭了（" + failure + "）", failure));
    }
  }

  @Override
  public void remove(String reportId) {
    delete(new Term(Fields.REPORT, reportId));
  }

  @Override
  public Ledger ledger() {
    try {
      return written().ledger();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Opened for those who ask: a rebuild that meets no report twice never does. */
  private synchronized WrittenIndex written() throws IOException {
    if (written == null) {
      written = new WrittenIndex(writer);
    }
    return written;
  }

  private synchronized @Nullable WrittenIndex shown() {
    return written;
  }

  @Override
  public void record(FileRecord file) {
    replace(LedgerDocuments.file(file.root(), file.path()), LedgerDocuments.of(file));
  }

  @Override
  public void forget(String root, String path) {
    delete(LedgerDocuments.file(root, path));
  }

  @Override
  public void record(RunRecord run) {
    replace(LedgerDocuments.run(run), LedgerDocuments.of(run));
  }

  @Override
  public Optional<Report> report(String reportId) {
    try {
      return written().report(reportId);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void tidy() {
    try {
      tidying.run(writer, written());
      if (writer.hasUncommittedChanges()) {
        commit();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void replace(Term key, Document document) {
    try {
      writer.updateDocument(key, document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void delete(Term key) {
    try {
      writer.deleteDocuments(key);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void commit() {
    try {
      Map<String, String> data = IndexFormat.commitData();
      settings.write(data);
      writer.setLiveCommitData(data.entrySet());
      writer.commit();
      WrittenIndex shown = shown();
      if (shown != null) {
        shown.refresh();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void close() {
    try (directory) {
      IOUtils.close(written);
      writer.rollback(); // closes; what was committed stays
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void closeQuietly(@Nullable Directory directory) {
    IOUtils.closeWhileHandlingException(directory);
  }
}
