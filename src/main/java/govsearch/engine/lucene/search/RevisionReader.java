package govsearch.engine.lucene.search;

import govsearch.engine.Revision;
import govsearch.engine.Seen;
import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.document.RevisionDocuments;
import govsearch.report.ContentHash;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** Reads since when reports are there, and what they said before. */
public final class RevisionReader {

  /** As many texts of one report are kept; the oldest goes first. */
  public static final int MOST = 20;

  private static final Comparator<Revision> LATEST_FIRST =
      Comparator.comparingLong(Revision::until).thenComparingLong(Revision::from).reversed();

  private final IndexSearcher searcher;

  public RevisionReader(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  /** Since when a report is there; empty if it is not, or that is not known. */
  public Optional<Seen> seen(String reportId) throws IOException {
    int head = ReportReader.headDoc(searcher, reportId);
    Long text = head < 0 ? null : value(head, Fields.SEEN);
    Long first = head < 0 ? null : value(head, Fields.FIRST_SEEN);
    return text == null || first == null || text == 0
        ? Optional.empty()
        : Optional.of(new Seen(first, text));
  }

  /** Whether there is a report of this very id. */
  public boolean has(String reportId) throws IOException {
    return searcher.count(new TermQuery(new Term(Fields.HEAD, reportId))) > 0;
  }

  /** Whether the content of a report has this hash. */
  public boolean isOf(String reportId, ContentHash hash) throws IOException {
    int head = ReportReader.headDoc(searcher, reportId);
    Long high = head < 0 ? null : value(head, Fields.HASH_HIGH);
    Long low = head < 0 ? null : value(head, Fields.HASH_LOW);
    return high != null && low != null && high == hash.high() && low == hash.low();
  }

  private @Nullable Long value(int doc, String field) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    NumericDocValues values = DocValues.getNumeric(leaf.reader(), field);
    return values.advanceExact(doc - leaf.docBase) ? (Long) values.longValue() : null;
  }

  /** The earlier texts of a report that is there, latest first. */
  public List<Revision> of(String reportId) throws IOException {
    if (!has(reportId)) {
      return List.of();
    }
    TermQuery ofReport = new TermQuery(new Term(Fields.REVISION, reportId));
    List<Revision> all = new ArrayList<>();
    for (ScoreDoc hit : searcher.search(ofReport, 2 * MOST).scoreDocs) {
      all.add(RevisionDocuments.read(searcher.storedFields().document(hit.doc)));
    }
    all.sort(LATEST_FIRST);
    return all;
  }
}
