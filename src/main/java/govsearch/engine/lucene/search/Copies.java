package govsearch.engine.lucene.search;

import govsearch.engine.Hit;
import govsearch.engine.HitPage;
import govsearch.engine.Origin;
import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.count.MatchFinder;
import govsearch.engine.lucene.count.MatchSet;
import govsearch.engine.lucene.document.Prints;
import govsearch.engine.lucene.document.SentenceValues;
import govsearch.engine.lucene.document.StoredParagraph;
import govsearch.engine.lucene.snapshot.FacetValues;
import govsearch.engine.lucene.snapshot.LimitedSearcher;
import govsearch.engine.lucene.snapshot.Segment;
import govsearch.engine.lucene.snapshot.Snapshot;
import govsearch.query.FacetField;
import govsearch.query.Mode;
import govsearch.query.Presentation;
import govsearch.query.Query;
import govsearch.query.SortOrder;
import govsearch.report.Paragraph;
import govsearch.report.ReportHead;
import govsearch.text.Fingerprints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/** Where else a paragraph, or its sentences, stand. */
public final class Copies {

  private final Snapshot snapshot;
  private final LimitedSearcher searcher;
  private final HitReader reader;

  public Copies(Snapshot snapshot, LimitedSearcher searcher, Highlighter highlighter)
      throws IOException {
    this.snapshot = snapshot;
    this.searcher = searcher;
    this.reader = new HitReader(snapshot, highlighter);
  }

  /** The paragraphs that say the same as one, oldest first; empty if there is no such one. */
  public Optional<HitPage> nearIdentical(
      String reportId, String paragraphId, int size, @Nullable String cursor) throws IOException {
    Optional<Located> located = locate(reportId, paragraphId);
    if (located.isEmpty()) {
      return Optional.empty();
    }
    String fingerprint = "near-identical|" + reportId + "." + paragraphId;
    Fingerprints fingerprints = new Fingerprints(located.get().head().placeNames());
    long whole = fingerprints.paragraph(located.get().paragraph().text());
    TermQuery same = new TermQuery(new Term(Fields.FOLD, Prints.term(whole)));
    MatchSet all = MatchFinder.find(snapshot, searcher, same);
    Page page =
        new ReportPager(snapshot, all, SortOrder.OLDEST, Presentation.EVERYTHING, fingerprint)
            .page(cursor, size);
    List<Hit> hits = new ArrayList<>(page.matches().length);
    for (ScoreDoc one : page.matches()) {
      hits.add(reader.hit(one.doc, 0, 0, new Query.Everything(), Mode.EXACT));
    }
    return Optional.of(new HitPage(all.count(), hits, page.next()));
  }

  /** Where a paragraph's sentences come from; empty if there is no such paragraph. */
  public Optional<Origin> origin(String reportId, String paragraphId) throws IOException {
    Optional<Located> located = locate(reportId, paragraphId);
    if (located.isEmpty()) {
      return Optional.empty();
    }
    Fingerprints fingerprints = new Fingerprints(located.get().head().placeNames());
    List<Origin.Sentence> sentences = new ArrayList<>();
    for (Fingerprints.Sentence sentence :
        fingerprints.sentences(located.get().paragraph().text())) {
      sentences.add(new Spread().of(sentence));
    }
    return Optional.of(new Origin(sentences));
  }

  /** How one sentence has spread, by what the columns know of the reports that have it. */
  private final class Spread {
    private final BitSet towns = new BitSet();
    private final Map<Integer, Long> byYear = new TreeMap<>();
    private final ReportOrder oldest = new ReportOrder(snapshot, SortOrder.OLDEST);
    private long reports;
    private long withoutYear;
    private ReportOrder.@Nullable Place first;

    Origin.Sentence of(Fingerprints.Sentence sentence) throws IOException {
      Term term = new Term(Fields.REPORT_SENTENCE, SentenceValues.term(sentence.fingerprint()));
      for (LeafReaderContext leaf : snapshot.reader().leaves()) {
        PostingsEnum heads = leaf.reader().postings(term, PostingsEnum.NONE);
        Bits live = leaf.reader().getLiveDocs();
        for (int doc = heads == null ? DocIdSetIterator.NO_MORE_DOCS : heads.nextDoc();
            heads != null && doc != DocIdSetIterator.NO_MORE_DOCS;
            doc = heads.nextDoc()) {
          if (live == null || live.get(doc)) {
            Segment segment = snapshot.segment(leaf);
            add(new ReportOrder.Place(leaf, segment, segment.reportOf(doc)));
          }
        }
      }
      List<Origin.YearCount> spread = new ArrayList<>();
      byYear.forEach((year, count) -> spread.add(new Origin.YearCount(year, count)));
      if (withoutYear > 0) {
        spread.add(new Origin.YearCount(null, withoutYear));
      }
      ReportHead head = first == null ? null : reader.head(first.head());
      return new Origin.Sentence(
          sentence.at(), reports, towns.cardinality(), head, List.copyOf(spread));
    }

    private void add(ReportOrder.Place place) {
      FacetValues places = snapshot.facet(FacetField.REGION);
      int where = place.segment().place(place.report());
      int year = place.segment().year(place.report());
      reports++;
      if (places.value(where).town()) {
        towns.set(where);
      }
      if (year == Segment.NO_YEAR) {
        withoutYear++;
      } else {
        byYear.merge(year, 1L, Long::sum);
        first = first == null || oldest.compare(place, first) < 0 ? place : first;
      }
    }
  }

  private record Located(ReportHead head, Paragraph paragraph) {}

  private Optional<Located> locate(String reportId, String paragraphId) throws IOException {
    int headDoc = ReportReader.headDoc(searcher, reportId);
    if (headDoc < 0) {
      return Optional.empty();
    }
    ReportHead head = reader.head(headDoc);
    var stored = snapshot.reader().storedFields();
    for (int i = 1; i <= head.paragraphCount(); i++) {
      Paragraph paragraph = StoredParagraph.read(stored.document(headDoc + i));
      if (paragraph.id().equals(paragraphId)) {
        return Optional.of(new Located(head, paragraph));
      }
    }
    return Optional.empty();
  }
}
