package govsearch.engine.lucene;

import govsearch.engine.Revision;
import govsearch.engine.Seen;
import govsearch.engine.lucene.document.RevisionDocuments;
import govsearch.engine.lucene.search.ReportReader;
import govsearch.engine.lucene.search.RevisionReader;
import govsearch.engine.lucene.snapshot.IndexFormat;
import govsearch.report.ContentHash;
import govsearch.report.Paragraph;
import govsearch.report.Report;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/**
 * What the last commit has of the reports that are put: since when they are there, and their texts,
 * which stay beside the new ones. A rebuild begins with an empty index, but its last commit is read
 * all the same, and what it has of earlier texts of a report is taken over with the report: of one
 * that is not put again nothing stays.
 */
final class EarlierTexts implements Closeable {

  private final Directory directory;
  private final IndexWriter writer;
  private final LongSupplier seconds;
  private final boolean anew;
  private boolean looked;
  private @Nullable DirectoryReader reader;

  /**
   * Of an index.
   *
   * @param anew whether the writer has nothing of the last commit
   * @param seconds since 1970, now
   */
  EarlierTexts(Directory directory, IndexWriter writer, boolean anew, LongSupplier seconds) {
    this.directory = directory;
    this.writer = writer;
    this.anew = anew;
    this.seconds = seconds;
  }

  /** What is done with the last commit; what is given where there is none. */
  private interface Work<T> {
    T with(IndexSearcher searcher) throws IOException;
  }

  /** Another thread may commit meanwhile: the reader stays open for as long as it is read. */
  private <T> T onCommitted(Work<T> work, T otherwise) throws IOException {
    DirectoryReader acquired = committed();
    if (acquired == null) {
      return otherwise;
    }
    try {
      return work.with(new IndexSearcher(acquired));
    } finally {
      acquired.decRef();
    }
  }

  /** Of a format too old nothing can be taken over. The caller releases it. */
  private synchronized @Nullable DirectoryReader committed() {
    if (!looked) {
      looked = true;
      try {
        reader = DirectoryReader.indexExists(directory) ? DirectoryReader.open(directory) : null;
        if (reader != null && !IndexFormat.hasEarlierTexts(reader.getIndexCommit().getUserData())) {
          close();
        }
      } catch (IOException | IllegalArgumentException e) { // the last of a codec not known
        reader = null;
      }
    }
    if (reader != null) {
      reader.incRef();
    }
    return reader;
  }

  /**
   * What becomes of the text that a report has had.
   *
   * @param seen since when the new one is there
   * @param takenOver earlier ones that the writer does not have
   * @param replaced to be kept; null where the text stays as it is
   * @param dropped the oldest of too many; null for none
   */
  record Before(
      Seen seen, List<Revision> takenOver, @Nullable Revision replaced, @Nullable Term dropped) {}

  /** What there is of a report that is about to be put. */
  Before of(Report report) throws IOException {
    long now = seconds.getAsLong();
    Before nothing = new Before(new Seen(now, now), List.of(), null, null);
    return onCommitted(searcher -> of(report, now, searcher, nothing), nothing);
  }

  private Before of(Report report, long now, IndexSearcher searcher, Before nothing)
      throws IOException {
    RevisionReader revisions = new RevisionReader(searcher);
    if (!revisions.has(report.id())) {
      return nothing;
    }
    Seen seen = revisions.seen(report.id()).orElse(new Seen(0, 0));
    if (revisions.isOf(report.id(), ContentHash.of(report))) {
      return new Before(seen, takenOver(revisions, report), null, null);
    }
    Report before = new ReportReader(searcher).report(report.id()).orElseThrow();
    if (isSameFile(before, report) || isSameText(before, report)) { // of another place, or year
      return new Before(seen, takenOver(revisions, report), null, null);
    }
    List<Revision> older = revisions.of(report.id());
    boolean full = older.size() >= RevisionReader.MOST;
    return new Before(
        new Seen(seen.first(), now),
        anew ? full ? older.subList(0, older.size() - 1) : older : List.of(),
        new Revision(seen.text(), now, before),
        full && !anew ? RevisionDocuments.key(report.id(), older.getLast().from()) : null);
  }

  private List<Revision> takenOver(RevisionReader revisions, Report report) throws IOException {
    return anew ? revisions.of(report.id()) : List.of();
  }

  /** Keeps the text that is replaced, and those before it. */
  void keep(Before before) throws IOException {
    if (before.dropped() != null) {
      writer.deleteDocuments(before.dropped());
    }
    for (Revision revision : before.takenOver()) {
      keep(revision);
    }
    if (before.replaced() != null) {
      keep(before.replaced());
    }
  }

  /** Once, though a report may be put several times. */
  private void keep(Revision revision) throws IOException {
    writer.updateDocument(
        RevisionDocuments.key(revision.report().id(), revision.from()),
        RevisionDocuments.of(revision));
  }

  /** A later program may read other paragraphs in it: nobody has edited the report. */
  private static boolean isSameFile(Report one, Report other) {
    return one.head().source().sha256().equals(other.head().source().sha256());
  }

  private static boolean isSameText(Report one, Report other) {
    return texts(one).equals(texts(other));
  }

  private static List<String> texts(Report report) {
    List<String> texts = new ArrayList<>();
    for (Paragraph paragraph : report.paragraphs()) {
      texts.add(paragraph.text());
    }
    return texts;
  }

  /** To be called behind each commit: it is the last one then. */
  synchronized void afterCommit() throws IOException {
    close();
    looked = false;
  }

  @Override
  public synchronized void close() throws IOException {
    if (reader != null) {
      reader.close();
      reader = null;
    }
  }
}
