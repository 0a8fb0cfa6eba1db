package govsearch.engine.lucene.similar;

import govsearch.engine.lucene.analysis.Analyzers;
import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.document.StatementDocuments;
import govsearch.engine.lucene.document.StoredJson;
import govsearch.engine.lucene.document.StoredParagraph;
import govsearch.engine.lucene.search.ReportReader;
import govsearch.engine.lucene.snapshot.IndexFormat;
import govsearch.report.Section;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
      StatementValues values = new StatementValues(reader, print -> false);
      Set<String> places = new HashSet<>();
      if (asking != null) {
        new ReportReader(searcher)
            .report(asking)
            .ifPresent(report -> places.add(StatementDocuments.place(report.head())));
      }
      List<Found> found = new ArrayList<>();
      for (ScoreDoc doc : searcher.search(filtered, DEPTH).scoreDocs) {
        if (found.size() < count && places.add(values.place(doc.doc))) {
          StatementValues.Values of = values.of(doc.doc);
          var stored = searcher.storedFields();
          var paragraph = StoredParagraph.read(stored.document(of.paragraph()));
          var head = StoredJson.head(stored.document(of.paragraph() - paragraph.ordinal()));
          found.add(new Found(head.id(), paragraph.id(), of.number()));
        }
      }
      return found;
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
