package govsearch.engine.lucene;

import govsearch.engine.UnusableIndexException;
import govsearch.engine.lucene.analysis.Analyzers;
import govsearch.engine.lucene.analysis.ClauseCutter;
import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.document.Documents;
import govsearch.engine.lucene.document.LedgerDocuments;
import govsearch.engine.lucene.document.ReportCodec;
import govsearch.engine.lucene.library.LedgerReader;
import govsearch.engine.lucene.search.ReportReader;
import govsearch.engine.lucene.snapshot.IndexFormat;
import govsearch.engine.lucene.snapshot.IndexSettings;
import govsearch.library.FileRecord;
import govsearch.library.LibrarySink;
import govsearch.library.RunRecord;
import govsearch.report.Report;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOUtils;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/** Writes the embedded index. One at a time on one index, across processes. */
public final class LuceneSink implements LibrarySink {

  private static final double BUFFER_MEBIBYTES = 128;

  /** An index up to this size is rewritten in seconds. */
  private static final long SMALL_BYTES = 512L << 20;

  private static final int MOST_TIDYINGS = 5;

  private final Directory directory;
  private final IndexWriter writer;
  private final ConcurrentMergeScheduler scheduler = new ConcurrentMergeScheduler();
  private final TieredMergePolicy merges;
  private final boolean anew;
  private final IndexSettings settings;
  private final Documents documents;

  /** Of a rebuild: hashes of the ids that were put. */
  private final Set<Long> put = ConcurrentHashMap.newKeySet();

  private @Nullable DirectoryReader uncommitted;

  private LuceneSink(Directory directory, OpenMode mode, IndexSettings settings)
      throws IOException {
    this.directory = directory;
    this.settings = settings;
    this.documents = new Documents(new ClauseCutter(), settings.thesaurus());
    this.merges = new TieredMergePolicy();
    this.anew = mode == OpenMode.CREATE || !DirectoryReader.indexExists(directory);
    this.writer =
        new IndexWriter(
            directory, config(mode).setMergePolicy(merges).setMergeScheduler(scheduler));
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
      if (anew && isFirst(report.id())) {
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

  /** Whether an id was surely not put before; one that only looks like another is none. */
  private boolean isFirst(String id) {
    long[] hash = StringHelper.murmurhash3_x64_128(new BytesRef(id));
    return put.add(hash[0]);
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
  public void files(Consumer<FileRecord> each) {
    if (anew) {
      return;
    }
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      LedgerReader.files(reader, each);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
  public synchronized Optional<Report> report(String reportId) {
    try {
      IndexSearcher searcher = new IndexSearcher(uncommitted());
      return new ReportReader(searcher).report(reportId);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Costs a flush where something was written since it was last asked for. */
  private DirectoryReader uncommitted() throws IOException {
    if (uncommitted == null) {
      uncommitted = DirectoryReader.open(writer);
      return uncommitted;
    }
    DirectoryReader newer = DirectoryReader.openIfChanged(uncommitted, writer);
    if (newer != null) {
      uncommitted.close();
      uncommitted = newer;
    }
    return uncommitted;
  }

  @Override
  public void tidy() {
    try {
      boolean isSmall = bytes() <= SMALL_BYTES;
      if (isSmall) {
        merges.setForceMergeDeletesPctAllowed(0);
      }
      writer.forceMergeDeletes();
      for (int i = 0; isSmall && writer.hasDeletions() && i < MOST_TIDYINGS; i++) {
        scheduler.sync(); // a merge that was under way has brought deletions with it
        writer.forceMergeDeletes();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How long the index is; merges delete files meanwhile, which then do not count. */
  private long bytes() throws IOException {
    long bytes = 0;
    for (String file : directory.listAll()) {
      bytes += length(file);
    }
    return bytes;
  }

  private long length(String file) throws IOException {
    try {
      return directory.fileLength(file);
    } catch (NoSuchFileException | FileNotFoundException e) {
      return 0;
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
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try (directory) {
      IOUtils.close(uncommitted);
      writer.rollback(); // closes; what was committed stays
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void closeQuietly(@Nullable Directory directory) {
    IOUtils.closeWhileHandlingException(directory);
  }
}
