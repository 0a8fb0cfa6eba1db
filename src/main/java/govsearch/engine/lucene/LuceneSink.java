package govsearch.engine.lucene;

import govsearch.engine.UnusableIndexException;
import govsearch.engine.lucene.analysis.ClauseCutter;
import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.document.Documents;
import govsearch.engine.lucene.document.LedgerDocuments;
import govsearch.engine.lucene.snapshot.Beginning;
import govsearch.engine.lucene.snapshot.IndexFormat;
import govsearch.engine.lucene.snapshot.IndexSettings;
import govsearch.engine.lucene.suggest.PhraseMining;
import govsearch.library.FileRecord;
import govsearch.library.Ledger;
import govsearch.library.LibrarySink;
import govsearch.library.RunRecord;
import govsearch.report.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/** Writes the embedded index. One at a time on one index, across processes. */
public final class LuceneSink implements LibrarySink {

  private final Directory directory;
  private final GuardedWriter writer;
  private final WrittenIndex written;
  private final EarlierTexts earlier;
  private Beginning beginning;
  private final Tidying tidying;
  private final Path index;
  private final boolean rebuilt;
  private final boolean anew;
  private final IndexSettings settings;
  private @Nullable Documents documents;
  private final PutIds put = new PutIds();
  private boolean closed;
  private Clock clock = Clock.systemUTC();

  private LuceneSink(Directory directory, Path index, OpenMode mode, IndexSettings settings)
      throws IOException {
    this.directory = directory;
    this.index = index;
    this.rebuilt = mode == OpenMode.CREATE;
    this.settings = settings;
    this.anew = rebuilt || !DirectoryReader.indexExists(directory);
    this.beginning = Beginning.of(OpeningToWrite.lastCommit(directory));
    this.tidying = new Tidying(rebuilt);
    IndexWriter opened = new IndexWriter(directory, tidying.of(OpeningToWrite.config(mode)));
    this.writer = new GuardedWriter(opened);
    this.written = new WrittenIndex(opened);
    this.earlier =
        new EarlierTexts(directory, opened, rebuilt, () -> clock.instant().getEpochSecond());
  }

  /** Made for the first report: mostly nothing has changed. */
  private synchronized Documents documents() {
    if (documents == null) {
      documents = new Documents(new ClauseCutter(), settings.thesaurus());
    }
    return documents;
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

  /** Writes all that another index has, with what its last commit carries. */
  void takeAll(Directory from, Map<String, String> data) {
    writer.run(to -> to.addIndexes(from));
    beginning = Beginning.of(data);
  }

  private static LuceneSink open(Path path, OpenMode mode, IndexSettings given) {
    return open(OpeningToWrite.directory(path, mode), path, mode, given);
  }

  /** As the others, in a directory that stands for the one of the path; closes it. */
  static LuceneSink open(Directory directory, Path path, OpenMode mode, IndexSettings given) {
    try {
      return new LuceneSink(
          directory, path, mode, OpeningToWrite.settings(directory, path, mode, given));
    } catch (IOException e) {
      IOUtils.closeWhileHandlingException(directory);
      throw new UnusableIndexException(WriteFailure.of(path, e), e);
    } catch (RuntimeException e) {
      IOUtils.closeWhileHandlingException(directory);
      throw e;
    }
  }

  @Override
  public void put(Report report) {
    tidying.write();
    String when = "写入报告 " + report.head().source().path() + " 时";
    writer.run(
        when,
        to -> {
          EarlierTexts.Before before = earlier.of(report);
          List<Document> block = documents().of(report, before.seen());
          earlier.keep(before);
          if (anew && put.isFirst(report.id())) {
            to.addDocuments(block); // there is nothing to look for and delete
          } else {
            to.updateDocuments(new Term(Fields.REPORT, report.id()), block);
          }
        });
  }

  @Override
  public void remove(String reportId) {
    writer.delete(new Term(Fields.REPORT, reportId));
    writer.delete(new Term(Fields.REVISION, reportId));
  }

  @Override
  public Ledger ledger() {
    return written.ledger();
  }

  @Override
  public void refreshLedger() {
    writer.run(to -> written.refresh());
  }

  @Override
  public void record(FileRecord file) {
    writer.replace(LedgerDocuments.file(file.root(), file.path()), LedgerDocuments.of(file));
  }

  @Override
  public void forget(String root, String path) {
    writer.delete(LedgerDocuments.file(root, path));
  }

  @Override
  public void record(RunRecord run) {
    if (run.finished()) {
      beginning.end();
    }
    writer.replace(LedgerDocuments.run(run), LedgerDocuments.of(run));
  }

  @Override
  public Optional<Report> report(String reportId) {
    return written.report(reportId);
  }

  @Override
  public void tidy() {
    writer.run(to -> tidying.run(to, written));
    commitMerged();
  }

  @Override
  public void commit() {
    writer.run(
        to -> {
          Map<String, String> data = IndexFormat.commitData();
          settings.write(data);
          beginning.write(data, clock.instant().getEpochSecond());
          to.setLiveCommitData(data.entrySet());
          to.commit();
          written.refresh();
          earlier.afterCommit();
        });
  }

  @Override
  public void settle() {
    if (rebuilt) {
      close();
      OneSegment.of(index);
      PhraseMining.ofLarge(index);
    } else {
      tidying.await();
      commitMerged();
    }
  }

  private void commitMerged() {
    writer.run(
        to -> {
          if (to.hasUncommittedChanges()) {
            commit();
          }
        });
  }

  /** Has another clock tell when reports come. */
  LuceneSink at(Clock other) {
    clock = other;
    return this;
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try (directory) {
      earlier.close();
      written.close();
      writer.rollBack();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
