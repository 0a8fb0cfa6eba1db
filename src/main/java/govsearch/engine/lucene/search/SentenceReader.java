package govsearch.engine.lucene.search;

import govsearch.engine.ReportKey;
import govsearch.engine.SearchTimedOutException;
import govsearch.engine.SentenceReports;
import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.document.SentenceValues;
import govsearch.engine.lucene.snapshot.FacetValues;
import govsearch.engine.lucene.snapshot.LimitedSearcher;
import govsearch.engine.lucene.snapshot.Segment;
import govsearch.engine.lucene.snapshot.Snapshot;
import govsearch.query.FacetField;
import govsearch.query.SortOrder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/** In which reports sentences stand, by the postings of their fingerprints among the heads. */
public final class SentenceReader {

  /** What so many reports have is remembered. */
  private static final int MANY = 100;

  private final Snapshot snapshot;
  private final LimitedSearcher searcher;
  private final ReportOrder oldest;
  private final FacetValues places;

  /** Reads from a snapshot, as long as the searcher has time. */
  public SentenceReader(Snapshot snapshot, LimitedSearcher searcher) {
    this.snapshot = snapshot;
    this.searcher = searcher;
    this.oldest = new ReportOrder(snapshot, SortOrder.OLDEST);
    this.places = snapshot.facet(FacetField.REGION);
  }

  /** As {@link govsearch.engine.SearchEngine#sentences}. */
  public List<SentenceReports> reports(List<Long> fingerprints, int most) throws IOException {
    List<SentenceReports> all = new ArrayList<>(fingerprints.size());
    for (long fingerprint : fingerprints) {
      if (searcher.isOver()) {
        throw new SearchTimedOutException();
      }
      all.add(reports(fingerprint, most));
    }
    return all;
  }

  private SentenceReports reports(long fingerprint, int most) throws IOException {
    SentenceReports known = snapshot.sentences().getIfPresent(fingerprint);
    if (known != null && known.reports() > most) {
      return known;
    }
    SentenceReports found = new One(most).of(fingerprint);
    if (found.reports() > Math.max(most, MANY)) {
      snapshot.sentences().put(fingerprint, found);
    }
    return found;
  }

  /** One sentence's. */
  private final class One {
    private final int most;
    private final BitSet towns = new BitSet();
    private final List<ReportOrder.Place> kept = new ArrayList<>();
    private ReportOrder.@Nullable Place first;
    private long reports;

    One(int most) {
      this.most = most;
    }

    SentenceReports of(long fingerprint) throws IOException {
      Term term = new Term(Fields.REPORT_SENTENCE, SentenceValues.term(fingerprint));
      for (LeafReaderContext leaf : snapshot.reader().leaves()) {
        PostingsEnum heads = leaf.reader().postings(term, PostingsEnum.NONE);
        if (heads != null) {
          add(leaf, heads);
        }
      }
      if (first == null) {
        return SentenceReports.NONE;
      }
      if (reports > most) {
        return new SentenceReports(reports, towns.cardinality(), List.of(key(first)));
      }
      kept.sort(oldest::compare);
      return new SentenceReports(
          reports, towns.cardinality(), kept.stream().map(this::key).toList());
    }

    private void add(LeafReaderContext leaf, PostingsEnum heads) throws IOException {
      Bits live = leaf.reader().getLiveDocs();
      Segment segment = snapshot.segment(leaf);
      int report = 0;
      for (int doc = heads.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = heads.nextDoc()) {
        if (live == null || live.get(doc)) {
          report = segment.reportOf(doc, report);
          add(new ReportOrder.Place(leaf, segment, report));
        }
      }
    }

    private void add(ReportOrder.Place place) {
      int where = place.segment().place(place.report());
      if (places.value(where).town()) {
        towns.set(where);
      }
      if (reports++ < most) {
        kept.add(place);
      }
      first = first == null || oldest.compare(place, first) < 0 ? place : first;
    }

    private ReportKey key(ReportOrder.Place place) {
      return ReportKeys.of(snapshot, place.leaf(), place.report());
    }
  }
}
