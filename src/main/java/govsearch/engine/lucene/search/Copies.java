package govsearch.engine.lucene.search;

import govsearch.engine.Hit;
import govsearch.engine.HitPage;
import govsearch.engine.Origin;
import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.document.FormulaSentences;
import govsearch.engine.lucene.document.StoredJson;
import govsearch.engine.lucene.snapshot.Orders;
import govsearch.engine.lucene.snapshot.Snapshot;
import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.report.Paragraph;
import govsearch.report.ReportHead;
import govsearch.text.Fingerprints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.jspecify.annotations.Nullable;

/** Where else a paragraph, or its sentences, stand. */
public final class Copies {

  /** Years and ids do not change with what is added; any snapshot continues the list. */
  private static final long NO_SNAPSHOT = 0;

  private final IndexSearcher searcher;
  private final StoredFields stored;
  private final HitReader reader;

  public Copies(Snapshot snapshot, IndexSearcher searcher, Highlighter highlighter)
      throws IOException {
    this.searcher = searcher;
    this.stored = searcher.storedFields();
    this.reader = new HitReader(snapshot, searcher, highlighter);
  }

  public Optional<HitPage> nearIdentical(
      String reportId, String paragraphId, int size, @Nullable String cursor) throws IOException {
    Optional<Located> located = locate(reportId, paragraphId);
    if (located.isEmpty()) {
      return Optional.empty();
    }
    String fingerprint = "near-identical|" + reportId + "." + paragraphId;
    FieldDoc after = Cursors.read(cursor, Orders.OLDEST_FIRST, fingerprint);
    Fingerprints fingerprints = new Fingerprints(located.get().head().placeNames());
    long whole = fingerprints.paragraph(located.get().paragraph().text());
    TermQuery same = new TermQuery(new Term(Fields.FOLD, FormulaSentences.term(whole)));
    var top = new TopFieldCollectorManager(Orders.OLDEST_FIRST, size + 1, after, Integer.MAX_VALUE);
    TopFieldDocs docs = searcher.search(same, top);
    int length = Math.min(size, docs.scoreDocs.length);
    List<Hit> hits = new ArrayList<>(length);
    for (int i = 0; i < length; i++) {
      hits.add(reader.hit(docs.scoreDocs[i].doc, 0, new Query.Everything(), Mode.EXACT));
    }
    String next =
        length < docs.scoreDocs.length
            ? Cursors.after(
                (FieldDoc) docs.scoreDocs[length - 1],
                Orders.OLDEST_FIRST,
                fingerprint,
                NO_SNAPSHOT)
            : null;
    return Optional.of(new HitPage(docs.totalHits.value(), hits, next));
  }

  public Optional<Origin> origin(String reportId, String paragraphId) throws IOException {
    Optional<Located> located = locate(reportId, paragraphId);
    if (located.isEmpty()) {
      return Optional.empty();
    }
    Fingerprints fingerprints = new Fingerprints(located.get().head().placeNames());
    List<Origin.Sentence> sentences = new ArrayList<>();
    for (Fingerprints.Sentence sentence :
        fingerprints.sentences(located.get().paragraph().text())) {
      sentences.add(origin(sentence));
    }
    return Optional.of(new Origin(sentences));
  }

  private Origin.Sentence origin(Fingerprints.Sentence sentence) throws IOException {
    Term term = new Term(Fields.REPORT_SENTENCE, FormulaSentences.term(sentence.fingerprint()));
    TermQuery reportsWithIt = new TermQuery(term);
    int count = Math.max(1, searcher.count(reportsWithIt));
    TopDocs docs = searcher.search(reportsWithIt, count);
    Set<String> towns = new HashSet<>();
    Map<Integer, Long> byYear = new TreeMap<>();
    long withoutYear = 0;
    @Nullable ReportHead first = null;
    for (ScoreDoc doc : docs.scoreDocs) {
      ReportHead head = reader.head(doc.doc);
      if (head.town() != null) {
        towns.add(head.town());
      }
      Integer year = head.year();
      if (year == null) {
        withoutYear++;
      } else {
        byYear.merge(year, 1L, Long::sum);
        first = first == null || EARLIER.compare(head, first) < 0 ? head : first;
      }
    }
    List<Origin.YearCount> spread = new ArrayList<>();
    byYear.forEach((year, reports) -> spread.add(new Origin.YearCount(year, reports)));
    if (withoutYear > 0) {
      spread.add(new Origin.YearCount(null, withoutYear));
    }
    return new Origin.Sentence(
        sentence.at(), docs.scoreDocs.length, towns.size(), first, List.copyOf(spread));
  }

  private static final Comparator<ReportHead> EARLIER =
      Comparator.comparing(
              ReportHead::year, Comparator.nullsLast(Comparator.<Integer>naturalOrder()))
          .thenComparing(ReportHead::id);

  private record Located(ReportHead head, Paragraph paragraph) {}

  private Optional<Located> locate(String reportId, String paragraphId) throws IOException {
    int headDoc = ReportReader.headDoc(searcher, reportId);
    if (headDoc < 0) {
      return Optional.empty();
    }
    ReportHead head = reader.head(headDoc);
    for (int i = 1; i <= head.paragraphCount(); i++) {
      Paragraph paragraph = StoredJson.paragraph(stored.document(headDoc + i));
      if (paragraph.id().equals(paragraphId)) {
        return Optional.of(new Located(head, paragraph));
      }
    }
    return Optional.empty();
  }
}
