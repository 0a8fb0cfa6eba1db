package govsearch.engine.lucene.library;

import static org.apache.lucene.search.DocIdSetIterator.NO_MORE_DOCS;

import govsearch.engine.CollectionSize;
import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.document.LedgerDocuments;
import govsearch.engine.lucene.document.SequentialStored;
import govsearch.engine.lucene.document.StoredJson;
import govsearch.engine.lucene.search.Cursors;
import govsearch.engine.lucene.snapshot.Orders;
import govsearch.library.FileRecord;
import govsearch.library.LibraryReader.Count;
import govsearch.library.LibraryReader.Overview;
import govsearch.library.LibraryReader.SkippedPage;
import govsearch.library.RunRecord;
import govsearch.query.FacetField;
import govsearch.text.Literal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Reads what is known of files and runs, and counts reports by their heads. */
public final class LedgerReader {

  private static final int RUNS = 20;

  /** Paths do not change with what is added; any snapshot continues the list. */
  private static final long NO_SNAPSHOT = 0;

  private static final String SKIPPED_LIST = "skipped";

  private final IndexSearcher searcher;
  private final StoredFields stored;

  public LedgerReader(IndexSearcher searcher) throws IOException {
    this.searcher = searcher;
    this.stored = searcher.storedFields();
  }

  public Overview overview(CollectionSize size) throws IOException {
    String unstated = Literal.literal(FacetField.UNSTATED);
    List<Count> years = counts(Fields.YEAR, value -> true);
    years.sort(
        Comparator.comparing((Count count) -> count.value().equals(unstated))
            .thenComparing(Count::value, Comparator.reverseOrder()));
    List<Count> regions = counts(Fields.REGION, value -> value.indexOf('/') < 0);
    regions.sort(Comparator.comparingLong(Count::reports).reversed().thenComparing(Count::value));
    return new Overview(
        size,
        searcher.count(type(Fields.FILE)),
        searcher.count(type(Fields.SKIPPED)),
        folders(),
        years,
        regions,
        runs());
  }

  public SkippedPage skipped(int size, @Nullable String cursor) throws IOException {
    FieldDoc after = Cursors.read(cursor, Orders.FILES, SKIPPED_LIST);
    var top = new TopFieldCollectorManager(Orders.FILES, size + 1, after, Integer.MAX_VALUE);
    TopFieldDocs docs = searcher.search(type(Fields.SKIPPED), top);
    int length = Math.min(size, docs.scoreDocs.length);
    List<FileRecord> page = new ArrayList<>(length);
    for (int i = 0; i < length; i++) {
      page.add(StoredJson.file(stored.document(docs.scoreDocs[i].doc)));
    }
    String next =
        length < docs.scoreDocs.length
            ? Cursors.after(
                (FieldDoc) docs.scoreDocs[length - 1], Orders.FILES, SKIPPED_LIST, NO_SNAPSHOT)
            : null;
    return new SkippedPage(docs.totalHits.value(), page, next);
  }

  public Optional<FileRecord> file(String root, String path) throws IOException {
    TopDocs found = searcher.search(new TermQuery(LedgerDocuments.file(root, path)), 1);
    return found.scoreDocs.length == 0
        ? Optional.empty()
        : Optional.of(StoredJson.file(stored.document(found.scoreDocs[0].doc)));
  }

  /** Every file, in no order; reads each block of what is stored once. */
  public static void files(DirectoryReader reader, Consumer<FileRecord> each) throws IOException {
    IndexSearcher searcher = new IndexSearcher(reader);
    Weight files =
        searcher.createWeight(searcher.rewrite(type(Fields.FILE)), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext leaf : reader.leaves()) {
      Scorer scorer = files.scorer(leaf);
      if (scorer == null) {
        continue;
      }
      Bits living = leaf.reader().getLiveDocs();
      StoredFields stored = SequentialStored.of(leaf.reader());
      DocIdSetIterator docs = scorer.iterator();
      for (int doc = docs.nextDoc(); doc != NO_MORE_DOCS; doc = docs.nextDoc()) {
        if (living == null || living.get(doc)) {
          each.accept(StoredJson.file(stored.document(doc)));
        }
      }
    }
  }

  private List<RunRecord> runs() throws IOException {
    List<RunRecord> runs = new ArrayList<>();
    for (ScoreDoc doc : searcher.search(type(Fields.RUN), RUNS, Orders.LATEST_RUNS).scoreDocs) {
      runs.add(StoredJson.run(stored.document(doc.doc)));
    }
    return runs;
  }

  /** The folders of files, in the order in which they came. */
  public List<String> folders() throws IOException {
    return counts(Fields.FOLDER, value -> true).stream()
        .map(count -> LedgerDocuments.folder(count.value()))
        .toList();
  }

  /**
   * How many documents have each value of a field that only heads have, or only files, in the order
   * of the values.
   */
  private List<Count> counts(String field, Predicate<String> wanted) throws IOException {
    List<Count> counts = new ArrayList<>();
    Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), field);
    if (terms == null) {
      return counts;
    }
    TermsEnum all = terms.iterator();
    for (BytesRef term = all.next(); term != null; term = all.next()) {
      String value = term.utf8ToString();
      if (wanted.test(value)) {
        int count = searcher.count(new TermQuery(new Term(field, BytesRef.deepCopyOf(term))));
        if (count > 0) {
          counts.add(new Count(value, count));
        }
      }
    }
    return counts;
  }

  private static TermQuery type(String type) {
    return new TermQuery(new Term(Fields.TYPE, type));
  }
}
