package govsearch.evaluate;

import govsearch.engine.Embedder;
import govsearch.engine.lucene.analysis.Analyzers;
import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.document.StatementDocuments;
import govsearch.engine.lucene.document.StoredJson;
import govsearch.engine.lucene.document.StoredParagraph;
import govsearch.engine.lucene.search.ReportReader;
import govsearch.engine.lucene.similar.StatementValues;
import govsearch.engine.lucene.similar.Vectors;
import govsearch.engine.lucene.snapshot.IndexFormat;
import govsearch.report.Section;
import govsearch.report.Statement;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/**
 * The similar problems that a plain use of Lucene would find, for ours to be measured against: over
 * the same statements of the same section, the best of each town, the asking town left out.
 */
public final class SimilarBaselines implements AutoCloseable {

  private static final int DEPTH = 1_000;

  /** Which of them. */
  public enum Kind {
    /** Lucene's MoreLikeThis over SmartCN's words. */
    MORE_LIKE_THIS,
    /** BM25 over all character bigrams. */
    BIGRAMS
  }

  /**
   * A statement.
   *
   * @param number in the paragraph, from 1
   */
  public record Found(String reportId, String paragraphId, int number) {}

  private final Directory directory;
  private final DirectoryReader reader;
  private final Map<Integer, float[]> vectors = new HashMap<>();

  /** Opens an index. */
  public SimilarBaselines(Path index) {
    try {
      directory = IndexFormat.directory(index);
      IndexFormat.check(directory, index);
      reader = DirectoryReader.open(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The first statements for a text.
   *
   * @param asking id of the report that has it, or null
   */
  public List<Found> top(Kind kind, String text, @Nullable String asking, int count) {
    try {
      IndexSearcher searcher = new IndexSearcher(reader);
      Query filtered =
          new BooleanQuery.Builder()
              .add(kind == Kind.BIGRAMS ? bigrams(text) : moreLikeThis(text), Occur.MUST)
              .add(term(Fields.SECTION, Section.PROBLEMS.code()), Occur.FILTER)
              .build();
      ScoreDoc[] best = searcher.search(filtered, DEPTH).scoreDocs;
      return found(Arrays.stream(best).mapToInt(one -> one.doc).toArray(), asking, count);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first of each town but the asking one's. */
  private List<Found> found(int[] ranking, @Nullable String asking, int count) throws IOException {
    IndexSearcher searcher = new IndexSearcher(reader);
    StatementValues values = new StatementValues(reader, print -> false, 1);
    Set<String> places = new HashSet<>();
    if (asking != null) {
      new ReportReader(searcher)
          .report(asking)
          .ifPresent(report -> places.add(StatementDocuments.place(report.head())));
    }
    List<Found> found = new ArrayList<>();
    for (int doc : ranking) {
      if (found.size() < count && places.add(values.place(doc))) {
        StatementValues.Values of = values.of(doc);
        var stored = searcher.storedFields();
        var paragraph = StoredParagraph.read(stored.document(of.paragraph()));
        var head = StoredJson.head(stored.document(of.paragraph() - paragraph.ordinal()));
        found.add(new Found(head.id(), paragraph.id(), of.number()));
      }
    }
    return found;
  }

  /**
   * The first statements by what a model takes them to mean, and nothing else.
   *
   * @param asking id of the report that has the text, or null
   */
  public List<Found> nearest(Embedder model, String text, @Nullable String asking, int count) {
    record Near(int doc, double cosine) {}
    try {
      float[] asked = model.embed(text);
      List<Near> all = new ArrayList<>();
      IndexSearcher searcher = new IndexSearcher(reader);
      StatementValues values = new StatementValues(reader, print -> false, 1);
      Query problems = new TermQuery(new Term(Fields.TYPE, Fields.STATEMENT));
      for (ScoreDoc one : searcher.search(problems, Math.max(1, reader.maxDoc())).scoreDocs) {
        float[] vector = vectors.get(one.doc);
        if (vector == null) {
          StatementValues.Values of = values.of(one.doc);
          var stored = reader.storedFields().document(of.paragraph());
          var statement = Statement.of(StoredParagraph.read(stored)).get(of.number() - 1);
          vector = model.embed(Vectors.text(statement));
          vectors.put(one.doc, vector);
        }
        double cosine = 0;
        for (int i = 0; i < vector.length; i++) {
          cosine += vector[i] * asked[i];
        }
        all.add(new Near(one.doc, cosine));
      }
      all.sort(Comparator.comparingDouble(Near::cosine).reversed());
      return found(all.stream().mapToInt(Near::doc).toArray(), asking, count);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Query bigrams(String text) {
    List<String> grams = new ArrayList<>();
    StatementDocuments.addBigrams(text, grams);
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    grams.stream()
        .distinct()
        .forEach(gram -> any.add(term(Fields.STATEMENT_BIGRAMS, gram), Occur.SHOULD));
    return any.build();
  }

  /** Every word counts: a statement is too short to say one twice. */
  private Query moreLikeThis(String text) throws IOException {
    MoreLikeThis like = new MoreLikeThis(reader);
    like.setAnalyzer(Analyzers.words());
    like.setFieldNames(new String[] {Fields.STATEMENT_WORDS});
    like.setMinTermFreq(1);
    like.setMinDocFreq(1);
    return like.like(Fields.STATEMENT_WORDS, new StringReader(text));
  }

  private static TermQuery term(String field, String text) {
    return new TermQuery(new Term(field, text));
  }

  @Override
  public void close() {
    try (directory) {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
