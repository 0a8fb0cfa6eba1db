package govsearch.engine.lucene.count;

import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.document.SentenceValues;
import govsearch.engine.lucene.snapshot.Segment;
import govsearch.engine.lucene.snapshot.Snapshot;
import govsearch.query.FacetField;
import govsearch.query.Filters;
import govsearch.report.Section;
import java.io.IOException;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Tells of single paragraphs whether they match, with filters: where few are asked for, nobody
 * needs to find all. It tells what a {@link MatchSet} of the same query would.
 */
public final class Membership {

  private final Snapshot snapshot;
  private final Query query;

  /** Made when somebody asks. */
  private @Nullable Weight weight;

  private final ReportFilter reports;
  private final @Nullable Set<Section> sections;
  private final boolean substanceOnly;
  private final MatchSet without;

  /** By which was counted last. */
  private @Nullable OfSegment counting;

  /**
   * A check.
   *
   * @param query matches paragraphs only
   * @param without none of these
   */
  public Membership(
      Snapshot snapshot, Query query, Filters filters, boolean substanceOnly, MatchSet without) {
    this.snapshot = snapshot;
    this.query = query;
    this.reports = new ReportFilter(snapshot, filters);
    this.sections = FilteredMatches.wanted(filters.on(FacetField.SECTION));
    this.substanceOnly = substanceOnly;
    this.without = without;
  }

  private Weight weight() throws IOException {
    Weight known = weight;
    if (known == null) {
      IndexSearcher searcher = new IndexSearcher(snapshot.reader());
      known = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
      weight = known;
    }
    return known;
  }

  /** The same within a segment, to be asked for ascending documents. */
  public OfSegment of(LeafReaderContext leaf) throws IOException {
    return new OfSegment(leaf);
  }

  /** How many paragraphs of a document's report match; cheapest for ascending documents. */
  public int inReportOf(int doc) throws IOException {
    LeafReaderContext leaf = snapshot.leaf(doc);
    Segment segment = snapshot.segment(leaf);
    int report = segment.reportOf(doc - leaf.docBase);
    int from = segment.head(report) + 1;
    OfSegment here = counting;
    if (here == null || here.leaf != leaf || here.isPast(from)) {
      here = of(leaf);
      counting = here;
    }
    return here.count(from, from + segment.paragraphs(report));
  }

  /** A test within a segment. */
  public final class OfSegment {
    private final LeafReaderContext leaf;
    private final Segment segment;

    /** What the query finds, looked for from when it is asked for. */
    private @Nullable DocIdSetIterator found;

    private @Nullable TwoPhaseIterator closer;
    private final SortedNumericDocValues sentences;
    private int report;

    private OfSegment(LeafReaderContext leaf) throws IOException {
      this.leaf = leaf;
      this.segment = snapshot.segment(leaf);
      sentences =
          substanceOnly
              ? DocValues.getSortedNumeric(leaf.reader(), Fields.SENTENCE)
              : DocValues.emptySortedNumeric();
    }

    private DocIdSetIterator found() throws IOException {
      DocIdSetIterator known = found;
      if (known == null) {
        ScorerSupplier supplier = weight().scorerSupplier(leaf);
        Scorer scorer = supplier == null ? null : supplier.get(0); // hardly any will be looked at
        closer = scorer == null ? null : scorer.twoPhaseIterator();
        if (closer != null) {
          known = closer.approximation();
        } else {
          known = scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
        }
        found = known;
      }
      return known;
    }

    private boolean isPast(int doc) {
      return found != null && found.docID() >= doc;
    }

    /** Whether a document matches. */
    public boolean test(int doc) throws IOException {
      DocIdSetIterator docs = found();
      int at = docs.docID();
      return (at < doc ? docs.advance(doc) : at) == doc && matches(doc);
    }

    /** The same of a document of which it is known that the query finds it. */
    public boolean testFound(int doc) throws IOException {
      return isLetThrough(doc) && (!substanceOnly || hasSubstance(doc));
    }

    private int count(int from, int to) throws IOException {
      DocIdSetIterator docs = found();
      int count = 0;
      for (int doc = docs.advance(from); doc < to; doc = docs.nextDoc()) {
        count += matches(doc) ? 1 : 0;
      }
      return count;
    }

    /** Of a document that {@link #found} is at. */
    private boolean matches(int doc) throws IOException {
      return isLetThrough(doc)
          && (closer == null || closer.matches())
          && (!substanceOnly || hasSubstance(doc));
    }

    private boolean isLetThrough(int doc) {
      return !without.has(leaf.ord, doc)
          && isLive(doc)
          && isOfReports(doc)
          && (sections == null || isOfSections(doc));
    }

    private boolean isLive(int doc) {
      var live = leaf.reader().getLiveDocs();
      return live == null || live.get(doc);
    }

    private boolean isOfReports(int doc) {
      if (reports.isEmpty()) {
        return true;
      }
      report = segment.reportOf(doc, report);
      return reports.accepts(segment, report);
    }

    private boolean isOfSections(int doc) {
      return sections == null
          || sections.stream().anyMatch(section -> segment.section(section).get(doc));
    }

    private boolean hasSubstance(int doc) throws IOException {
      return SentenceValues.hasSubstance(sentences, doc, snapshot.formula());
    }
  }
}
