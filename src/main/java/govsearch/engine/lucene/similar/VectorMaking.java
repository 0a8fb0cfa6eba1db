package govsearch.engine.lucene.similar;

import govsearch.engine.Embedder;
import govsearch.engine.Learnt;
import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.document.StoredParagraph;
import govsearch.engine.lucene.snapshot.Snapshot;
import govsearch.report.Statement;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;

/**
 * Has a learnt model read a collection's problems and what is planned for them, each distinct text
 * once, and goes on where it was stopped. One thread makes; any may ask how far it is.
 */
final class VectorMaking {

  /** So often what was made is put safely on the disk. */
  private static final int AT_ONCE = 256;

  /** A change of less than one in so many leaves the model at work while it is read. */
  private static final int ONE_IN = 10;

  private final VectorFile file;
  private final Embedder embedder;
  private volatile Learnt learnt = new Learnt(Learnt.State.MAKING, 0, 0);
  private long madeFor = -1;

  /**
   * Segments of which all is made, by their keys: what is deleted from one since changes nothing.
   */
  private final Set<Object> finished = new HashSet<>();

  VectorMaking(VectorFile file, Embedder embedder) {
    this.file = file;
    this.embedder = embedder;
  }

  /** How far they are made. */
  Learnt learnt() {
    return learnt;
  }

  /** Whether all of a snapshot was made. */
  boolean isMade(Snapshot snapshot) {
    return madeFor == snapshot.version();
  }

  /**
   * Makes what is missing for a snapshot.
   *
   * @param stop asked before each text
   */
  void make(Snapshot snapshot, BooleanSupplier stop) throws IOException {
    Progress progress = new Progress(snapshot);
    for (LeafReaderContext leaf : snapshot.reader().leaves()) {
      Object segment = leaf.reader().getCoreCacheHelper().getKey();
      if (finished.contains(segment)) {
        progress.over(statements(leaf).cost());
      } else if (make(leaf.reader(), statements(leaf), progress, stop)) {
        finished.add(segment);
      } else {
        return;
      }
    }
    file.force();
    finished.retainAll(segments(snapshot));
    madeFor = snapshot.version();
    learnt = new Learnt(Learnt.State.ON, progress.done, progress.all);
  }

  private static Set<Object> segments(Snapshot snapshot) {
    return snapshot.reader().leaves().stream()
        .map(leaf -> leaf.reader().getCoreCacheHelper().getKey())
        .collect(Collectors.toSet());
  }

  /** How far a snapshot is read. */
  private static final class Progress {
    private long all;
    private long done;

    /** Texts that were not known. */
    private long made;

    Progress(Snapshot snapshot) throws IOException {
      for (LeafReaderContext leaf : snapshot.reader().leaves()) {
        all += statements(leaf).cost();
      }
    }

    void over(long statements) {
      done += statements;
    }
  }

  /** Makes what a segment lacks; whether there was time. */
  private boolean make(
      LeafReader reader, NumericDocValues statements, Progress progress, BooleanSupplier stop)
      throws IOException {
    StoredFields stored = reader.storedFields();
    Bits live = reader.getLiveDocs();
    for (int doc = statements.nextDoc();
        doc != DocIdSetIterator.NO_MORE_DOCS;
        doc = statements.nextDoc()) {
      if (stop.getAsBoolean()) {
        file.force();
        return false;
      }
      progress.over(1);
      if (progress.done % AT_ONCE == 0) {
        file.force();
        if (learnt.state() != Learnt.State.ON || isMuch(progress.made)) {
          learnt = new Learnt(Learnt.State.MAKING, progress.done, progress.all);
        }
      }
      if (live == null || live.get(doc)) {
        progress.made += make(reader, stored, doc);
      }
    }
    return true;
  }

  /** Whether so many are new that what was known so far is not the collection any more. */
  private boolean isMuch(long made) {
    return made * ONE_IN > file.count();
  }

  /**
   * The vectors of a problem and of what is planned for it, each distinct text's once; how many.
   */
  private int make(LeafReader reader, StoredFields stored, int doc) throws IOException {
    int made = 0;
    long print = VectorRows.number(reader, doc, Fields.PRINT);
    if (!file.has(print)) {
      int paragraph = doc - (int) VectorRows.number(reader, doc, Fields.PARAGRAPH_BEFORE);
      int number = (int) VectorRows.number(reader, doc, Fields.STATEMENT_NUMBER);
      file.append(print, embedder.embed(text(stored, paragraph, number)));
      made++;
    }
    long measure = VectorRows.measureKey(reader, doc);
    if (measure != VectorRows.NO_KEY && !file.has(measure)) {
      int paragraph = doc - (int) VectorRows.number(reader, doc, Fields.MEASURE_BEFORE);
      int number = (int) VectorRows.number(reader, doc, Fields.MEASURE_NUMBER);
      file.append(measure, embedder.embed(text(stored, paragraph, number)));
      made++;
    }
    return made;
  }

  private static NumericDocValues statements(LeafReaderContext leaf) throws IOException {
    return DocValues.getNumeric(leaf.reader(), Fields.STATEMENT_NUMBER);
  }

  private static String text(StoredFields stored, int paragraph, int number) throws IOException {
    var read = StoredParagraph.read(stored.document(paragraph));
    return Vectors.text(Statement.of(read).get(number - 1));
  }
}
