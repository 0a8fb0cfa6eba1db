package govsearch.engine.lucene.similar;

import govsearch.engine.Embedder;
import govsearch.engine.Learnt;
import govsearch.engine.UnusableIndexException;
import govsearch.engine.lucene.document.StatementDocuments;
import govsearch.engine.lucene.snapshot.LimitedSearcher;
import govsearch.engine.lucene.snapshot.Snapshot;
import govsearch.report.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * What a learnt model makes of a collection's problems and of what is planned for them: a vector
 * for each text, near-identical ones counted once. Made in the background, read by searches
 * meanwhile.
 */
public final class Vectors implements AutoCloseable {

  private static final String FILE = "vectors.bin";

  /** Of the sentences that tell of matters, in a folder of their own. */
  private static final String MATTERS = "matters/" + FILE;

  /** All that stands beside an index, by paths below it; any part of one that is read is whole. */
  public static final List<String> FILES = List.of(FILE, MATTERS);

  /** Keeps headings and text apart, as punctuation does. */
  private static final String SEPARATOR = "。";

  private final VectorFile file;
  private final VectorRows rows;
  private final Embedder embedder;
  private final AskedModel model;
  private final VectorMaking making;
  private final Path matterFile;
  private volatile @Nullable VectorSpace space;
  private volatile @Nullable MatterVectors matters;

  private Vectors(VectorFile file, Path matterFile, Embedder embedder) {
    this.file = file;
    this.matterFile = matterFile;
    this.rows = new VectorRows(file);
    this.making = new VectorMaking(file, embedder);
    this.embedder = embedder;
    this.model = new AskedModel(embedder);
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
    for (String name : FILES) {
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
    return making.learnt();
  }

  /**
   * Makes what is missing for a snapshot; nothing where that was done.
   *
   * @param stop asked before each text
   */
  public void make(Snapshot snapshot, BooleanSupplier stop) throws IOException {
    if (making.isMade(snapshot)) {
      return;
    }
    if (matters == null) {
      matters = MatterVectors.of(matterFile, embedder, stop);
    }
    making.make(snapshot, stop);
  }

  /** What a model is given of a statement. */
  public static String text(Statement statement) {
    return String.join(SEPARATOR, StatementDocuments.textWithHeadings(statement));
  }

  /** The vector of what is asked. */
  float[] asked(AskedText asked) throws IOException, AskedModel.FailedException {
    int known = asked.reportId() == null ? -1 : file.row(asked.prints().whole());
    if (known >= 0) { // a statement of the collection was read before
      return file.vector(known);
    }
    String text =
        asked.headings().isEmpty()
            ? asked.text()
            : String.join(SEPARATOR, asked.headings()) + SEPARATOR + asked.text();
    return model.embed(text);
  }

  /** The vector of a question to which statements are answers. */
  float[] question(String text) throws AskedModel.FailedException {
    return model.embedQuestion(text);
  }

  /** The vector of what is planned against what is asked; null where that is not known. */
  float @Nullable [] ownMeasure(AskedText asked) throws IOException, AskedModel.FailedException {
    AskedText.Measure measure = asked.measure();
    if (measure == null) {
      return null;
    }
    int known = file.row(VectorRows.measureKey(measure.paragraphPrint(), measure.number()));
    return known >= 0 ? file.vector(known) : model.embed(measure.text());
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
