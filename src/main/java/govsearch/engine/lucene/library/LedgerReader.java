package govsearch.engine.lucene.library;

import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.document.LedgerDocuments;
import govsearch.engine.lucene.document.StoredJson;
import govsearch.engine.lucene.search.Cursors;
import govsearch.engine.lucene.snapshot.FacetValues;
import govsearch.engine.lucene.snapshot.Orders;
import govsearch.engine.lucene.snapshot.Segment;
import govsearch.engine.lucene.snapshot.Snapshot;
import govsearch.library.FileRecord;
import govsearch.library.Ledger;
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
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
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

  /** The collection of a snapshot at a glance: by what the columns know of its reports. */
  public Overview overview(Snapshot snapshot) throws IOException {
    String unstated = Literal.literal(FacetField.UNSTATED);
    FacetValues yearValues = snapshot.facet(FacetField.YEAR);
    FacetValues regionValues = snapshot.facet(FacetField.REGION);
    long[] ofYear = new long[yearValues.size()];
    long[] ofPlace = new long[regionValues.size()];
    for (LeafReaderContext leaf : snapshot.reader().leaves()) {
      Segment segment = snapshot.segment(leaf);
      Bits live = leaf.reader().getLiveDocs();
      for (int report = 0; report < segment.reports(); report++) {
        if (live == null || live.get(segment.head(report))) {
          ofYear[segment.yearValue(report)]++;
          ofPlace[segment.place(report)]++;
        }
      }
    }
    List<Count> years = counts(yearValues, ofYear);
    years.sort(
        Comparator.comparing((Count count) -> count.value().equals(unstated))
            .thenComparing(Count::value, Comparator.reverseOrder()));
    List<Count> regions = counts(regionValues, regionValues.withAncestors(ofPlace));
    regions.sort(Comparator.comparingLong(Count::reports).reversed().thenComparing(Count::value));
    return new Overview(
        snapshot.size(),
        searcher.count(type(Fields.FILE)),
        searcher.count(type(Fields.SKIPPED)),
        folders(),
        years,
        regions,
        runs());
  }

  /** The outermost values that have any. */
  private static List<Count> counts(FacetValues values, long[] counted) {
    List<Count> counts = new ArrayList<>();
    for (int i = 0; i < counted.length; i++) {
      if (counted[i] > 0 && values.value(i).parent() == FacetValues.NONE) {
        counts.add(new Count(values.value(i).key(), counted[i]));
      }
    }
    return counts;
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

  private List<RunRecord> runs() throws IOException {
    List<RunRecord> runs = new ArrayList<>();
    for (ScoreDoc doc : searcher.search(type(Fields.RUN), RUNS, Orders.LATEST_RUNS).scoreDocs) {
      runs.add(StoredJson.run(stored.document(doc.doc)));
    }
    return runs;
  }

  /** The names of the folders of files, in the order in which they came. */
  public List<String> folders() throws IOException {
    return places().stream().map(Ledger.Folder::root).toList();
  }

  /** The folders of files, in the order in which they came. */
  List<Ledger.Folder> places() throws IOException {
    List<Ledger.Folder> folders = new ArrayList<>();
    Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), Fields.FOLDER);
    TermsEnum all = terms == null ? TermsEnum.EMPTY : terms.iterator();
    for (BytesRef term = all.next(); term != null; term = all.next()) {
      Term folder = new Term(Fields.FOLDER, BytesRef.deepCopyOf(term));
      if (searcher.count(new TermQuery(folder)) > 0) {
        folders.add(LedgerDocuments.folder(folder.text()));
      }
    }
    return folders;
  }

  private static TermQuery type(String type) {
    return new TermQuery(new Term(Fields.TYPE, type));
  }
}
