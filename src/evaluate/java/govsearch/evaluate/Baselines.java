package govsearch.evaluate;

import govsearch.engine.lucene.analysis.Analyzers;
import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.analysis.WordCutter;
import govsearch.engine.lucene.document.StoredJson;
import govsearch.engine.lucene.document.StoredParagraph;
import govsearch.engine.lucene.query.LiteralQueries;
import govsearch.engine.lucene.snapshot.IndexFormat;
import govsearch.report.Ids;
import govsearch.report.Paragraph;
import govsearch.text.Literal;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;

/**
 * The rankings that a plain use of Lucene would give, for ours to be measured against: BM25 over
 * SmartCN's words, and BM25 over character bigrams, of all that was typed.
 */
public final class Baselines implements AutoCloseable {

  /** Which of them. */
  public enum Kind {
    /** Lucene's MoreLikeThis over SmartCN's words. */
    MORE_LIKE_THIS(Fields.WORDS),
    SMARTCN(Fields.WORDS),
    BIGRAMS(Fields.LITERAL);

    private final String field;

    Kind(String field) {
      this.field = field;
    }
  }

  private final Directory directory;
  private final DirectoryReader reader;
  private final WordCutter cutter = new WordCutter();

  /** Opens an index. */
  public Baselines(Path index) {
    try {
      directory = IndexFormat.directory(index);
      IndexFormat.check(directory, index);
      reader = DirectoryReader.open(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first paragraphs for what was typed, as {@code reportId.paragraphId}. */
  public List<String> top(Kind kind, String typed, int count) {
    try {
      IndexSearcher searcher = new IndexSearcher(reader);
      StoredFields stored = searcher.storedFields();
      List<String> keys = new ArrayList<>();
      for (ScoreDoc doc : searcher.search(query(kind, typed), count).scoreDocs) {
        Paragraph paragraph = StoredParagraph.read(stored.document(doc.doc));
        var head = StoredJson.head(stored.document(doc.doc - paragraph.ordinal()));
        keys.add(Ids.key(head.id(), paragraph.id()));
      }
      return keys;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Query query(Kind kind, String typed) throws IOException {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    if (kind == Kind.MORE_LIKE_THIS) {
      MoreLikeThis like = new MoreLikeThis(reader);
      like.setAnalyzer(Analyzers.words());
      like.setFieldNames(new String[] {kind.field});
      like.setMinTermFreq(1);
      like.setMinDocFreq(1);
      return query
          .add(like.like(kind.field, new StringReader(typed)), Occur.MUST)
          .add(new TermQuery(new Term(Fields.TYPE, Fields.PARAGRAPH)), Occur.FILTER)
          .build();
    }
    for (String term : terms(kind, typed)) {
      query.add(new TermQuery(new Term(kind.field, term)), Occur.SHOULD);
    }
    return query.build();
  }

  private Set<String> terms(Kind kind, String typed) {
    return switch (kind) {
      case MORE_LIKE_THIS, SMARTCN -> new LinkedHashSet<>(cutter.cut(typed).words());
      case BIGRAMS -> new LinkedHashSet<>(LiteralQueries.bigrams(Literal.literal(typed)));
    };
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
