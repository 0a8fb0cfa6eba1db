package govsearch.engine.lucene.search;

import govsearch.engine.ParagraphRanges;
import govsearch.engine.ReportPage;
import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.document.StoredJson;
import govsearch.engine.lucene.document.StoredParagraph;
import govsearch.engine.lucene.query.FilterQueries;
import govsearch.engine.lucene.query.QueryTranslator;
import govsearch.engine.lucene.snapshot.Orders;
import govsearch.query.Filters;
import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.report.Paragraph;
import govsearch.report.Report;
import govsearch.report.ReportHead;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.jspecify.annotations.Nullable;

/** Reads reports back from their blocks of documents. */
public final class ReportReader {

  /** Years and ids do not change with what is added; any snapshot continues the list. */
  private static final long NO_SNAPSHOT = 0;

  private final IndexSearcher searcher;
  private final StoredFields stored;

  public ReportReader(IndexSearcher searcher) throws IOException {
    this.searcher = searcher;
    this.stored = searcher.storedFields();
  }

  public Optional<Report> report(String id) throws IOException {
    int headDoc = headDoc(searcher, id);
    if (headDoc < 0) {
      return Optional.empty();
    }
    ReportHead head = StoredJson.head(stored.document(headDoc));
    List<Paragraph> paragraphs = new ArrayList<>(head.paragraphCount());
    for (int i = 1; i <= head.paragraphCount(); i++) {
      paragraphs.add(StoredParagraph.read(stored.document(headDoc + i)));
    }
    return Optional.of(new Report(head, paragraphs));
  }

  /**
   * The head of the report of an id, or of the one that has it as another of its sources' id: links
   * from before a second file gave the same report lead on.
   *
   * @return -1 if there is none
   */
  static int headDoc(IndexSearcher searcher, String id) throws IOException {
    for (String field : List.of(Fields.HEAD, Fields.ALIAS)) {
      TopDocs found = searcher.search(new TermQuery(new Term(field, id)), 1);
      if (found.scoreDocs.length > 0) {
        return found.scoreDocs[0].doc;
      }
    }
    return -1;
  }

  public ReportPage reports(
      Filters filters, boolean ambiguousOnly, int size, @Nullable String cursor)
      throws IOException {
    String fingerprint = (ambiguousOnly ? "ambiguous|" : "reports|") + filters;
    FieldDoc after = Cursors.read(cursor, Orders.REPORTS, fingerprint);
    var heads =
        new TermQuery(new Term(ambiguousOnly ? Fields.AMBIGUOUS : Fields.TYPE, Fields.HEAD));
    var top = new TopFieldCollectorManager(Orders.REPORTS, size + 1, after, Integer.MAX_VALUE);
    TopFieldDocs docs = searcher.search(FilterQueries.heads(heads, filters), top);
    int length = Math.min(size, docs.scoreDocs.length);
    List<ReportHead> page = new ArrayList<>(length);
    for (int i = 0; i < length; i++) {
      page.add(StoredJson.head(stored.document(docs.scoreDocs[i].doc)));
    }
    String next =
        length < docs.scoreDocs.length
            ? Cursors.after(
                (FieldDoc) docs.scoreDocs[length - 1], Orders.REPORTS, fingerprint, NO_SNAPSHOT)
            : null;
    return new ReportPage(docs.totalHits.value(), page, next);
  }

  public List<ParagraphRanges> highlight(
      String reportId, Query query, Mode mode, QueryTranslator translator, Highlighter highlighter)
      throws IOException {
    var inReport =
        new BooleanQuery.Builder()
            .add(translator.translate(query, mode), Occur.FILTER)
            .add(new TermQuery(new Term(Fields.REPORT, reportId)), Occur.FILTER)
            .build();
    int most = Math.max(1, searcher.count(inReport)); // no more than the report has
    List<ParagraphRanges> found = new ArrayList<>();
    for (ScoreDoc doc : searcher.search(inReport, most, Sort.INDEXORDER).scoreDocs) {
      Paragraph paragraph = StoredParagraph.read(stored.document(doc.doc));
      var ranges = highlighter.ranges(query, mode, paragraph.text());
      found.add(new ParagraphRanges(paragraph.id(), ranges));
    }
    return found;
  }
}
