package govsearch.engine.lucene.similar;

import govsearch.engine.Embedder;
import govsearch.engine.Learnt;
import govsearch.engine.UnusableIndexException;
import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.document.StatementDocuments;
import govsearch.engine.lucene.document.StoredParagraph;
import govsearch.engine.lucene.snapshot.LimitedSearcher;
import govsearch.engine.lucene.snapshot.Snapshot;
import govsearch.report.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * What a learnt model makes of a collection's problems and of what is planned for them: a vector
 * for each text, near-identical ones counted once. Made in the background, read by searches
 * meanwhile.
 */
public final class Vectors implements AutoCloseable {

  static final String FILE = "vectors.bin";

  /** Of the sentences that tell of matters, in a folder of their own. */
  private static final String MATTERS = "matters/" + FILE;

  /** Keeps headings and text apart, as punctuation does. */
  private static final String SEPARATOR = "。";

  /** So often what was made is put safely on the disk. */
  private static final int AT_ONCE = 256;

  /** A change of less than one in so many leaves the model at work while it is read. */
  private static final int ONE_IN = 10;

  private final VectorFile file;
  private final VectorRows rows;
  private final Embedder embedder;
  private volatile Learnt learnt = new Learnt(Learnt.State.MAKING, 0, 0);
  private volatile @Nullable VectorSpace space;
  private volatile @Nullable MatterVectors matters;
  private long madeFor = -1;

  /**
   * Segments of which all is made, by their keys: what is deleted from one since changes nothing.
   */
  private final Set<Object> finished = new HashSet<>();

  private final Path matterFile;

  private Vectors(VectorFile file, Path matterFile, Embedder embedder) {
    this.file = file;
    this.matterFile = matterFile;
    this.rows = new VectorRows(file);
    this.embedder = embedder;
  }

  /**
   * Opens the vectors beside an index.
   *
   * @throws UnusableIndexException if another model made them
   */
  public static Vectors open(Path index, Embedder embedder) {
    try {
      return new Vectors(
          VectorFile.open(index.resolve(FILE), embedder.id(), embedder.dimension()),
          index.resolve(MATTERS),
          embedder);
    } catch (VectorFile.OtherModelException e) {
      throw new UnusableIndexException(
          "索引 " + index + " 里的向量是另一个模型做的，不能混用。请换回那个模型，或删去 " + FILE + " 后重做", e);
    } catch (IOException e) {
      throw new UnusableIndexException("读不了 " + index.resolve(FILE) + "：" + e.getMessage(), e);
    }
  }

  /**
   * What is wrong with the vectors beside an index, in Chinese; none if all is well, or there are
   * none.
   */
  public static List<String> damages(Path index) {
    List<String> damages = new ArrayList<>();
    for (String name : List.of(FILE, MATTERS)) {
      damages.addAll(damages(index.resolve(name), name));
    }
    return damages;
  }

  private static List<String> damages(Path file, String name) {
    try {
      int damaged = Files.isRegularFile(file) ? VectorFile.damages(file) : 0;
      return damaged == 0
          ? List.of()
          : List.of(name + " 有 " + damaged + " 个向量已损坏；删去这个文件，下次 serve 会重做");
    } catch (VectorLayout.DamagedException e) {
      return List.of(name + " " + e.getMessage());
    } catch (IOException e) {
      return List.of(name + " 读不出来；删去这个文件，下次 serve 会重做");
    }
  }

  /** How far they are made. */
  public Learnt learnt() {
    return learnt;
  }

  /**
   * Makes what is missing for a snapshot; nothing where that was done.
   *
   * @param stop asked before each text
   */
  public void make(Snapshot snapshot, BooleanSupplier stop) throws IOException {
    if (madeFor == snapshot.version()) {
      return;
    }
    if (matters == null) {
      matters = MatterVectors.of(matterFile, embedder, stop);
    }
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
    return text(Statement.of(read).get(number - 1));
  }

  /** What a model is given of a statement. */
  public static String text(Statement statement) {
    return String.join(SEPARATOR, StatementDocuments.textWithHeadings(statement));
  }

  /** The vector of what is asked. */
  float[] asked(AskedText asked) throws IOException {
    int known = asked.reportId() == null ? -1 : file.row(asked.prints().whole());
    if (known >= 0) { // a statement of the collection was read before
      return file.vector(known);
    }
    String text =
        asked.headings().isEmpty()
            ? asked.text()
            : String.join(SEPARATOR, asked.headings()) + SEPARATOR + asked.text();
    return embedder.embed(text);
  }

  /** The vector of a question to which statements are answers. */
  float[] question(String text) {
    return embedder.embedQuestion(text);
  }

  /** The vector of what is planned against what is asked; null where that is not known. */
  float @Nullable [] ownMeasure(AskedText asked) throws IOException {
    AskedText.Measure measure = asked.measure();
    if (measure == null) {
      return null;
    }
    int known = file.row(VectorRows.measureKey(measure.paragraphPrint(), measure.number()));
    return known >= 0 ? file.vector(known) : embedder.embed(measure.text());
  }

  /** Made anew when there are more vectors by a tenth. */
  VectorSpace space() throws IOException {
    VectorSpace known = space;
    if (known == null || !known.isOf(file.count())) {
      known = VectorSpace.of(file);
      space = known;
    }
    return known;
  }

  /** Null as long as the model has not read what matters there are. */
  @Nullable MatterMeaning matters(IndexReader reader, float[] problem, float @Nullable [] measure) {
    MatterVectors known = matters;
    return known == null ? null : new MatterMeaning(known, file, rows, reader, problem, measure);
  }

  VectorRanking ranking(LimitedSearcher searcher, Query filter) throws IOException {
    return new VectorRanking(file, rows, space(), searcher, filter);
  }

  @Override
  public void close() {
    try (embedder) {
      file.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
