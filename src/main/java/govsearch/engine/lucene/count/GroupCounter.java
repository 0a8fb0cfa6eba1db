package govsearch.engine.lucene.count;

import govsearch.engine.GroupedCounts;
import govsearch.engine.Grouping;
import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.document.SentenceValues;
import govsearch.engine.lucene.snapshot.FacetValues;
import govsearch.engine.lucene.snapshot.ReportIds;
import govsearch.engine.lucene.snapshot.Segment;
import govsearch.engine.lucene.snapshot.Snapshot;
import govsearch.query.FacetField;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.util.FixedBitSet;

/**
 * Counts reports in groups: each once, by what the columns know of it, and its paragraphs by the
 * bits that are set.
 */
public final class GroupCounter {

  private final Snapshot snapshot;
  private final Parts parts;
  private final Years years;
  private final BitSet places = new BitSet();
  private final List<Counted> requests = new ArrayList<>();

  /** Counts nothing yet. */
  public GroupCounter(Snapshot snapshot, Grouping grouping) {
    this.snapshot = snapshot;
    this.parts = Parts.of(grouping, snapshot.facet(FacetField.REGION));
    this.years = new Years(snapshot.facet(FacetField.YEAR));
  }

  /** What one request counts, by part and year. */
  static final class Counted {
    final int[] reports;
    final int[] saying;
    final long[] paragraphs;

    /** Segment and number of the first report. */
    final long[] first;

    /** The document of its first match. */
    final int[] firstMatch;

    final BitSet askedYears = new BitSet();
    final MatchSet said;

    Counted(int cells, MatchSet said) {
      this.reports = new int[cells];
      this.saying = new int[cells];
      this.paragraphs = new long[cells];
      this.first = new long[cells];
      this.firstMatch = new int[cells];
      this.said = said;
    }
  }

  /** Counts one more request. */
  public void add(MatchSet said, MatchSet asked) {
    Counted counted = new Counted(parts.size() * years.size(), said);
    ReportWalk.over(
        asked,
        (leaf, segment, report, bits, from, to) -> {
          int year = years.of(segment.yearValue(report));
          int place = segment.place(report);
          int part = place == FacetValues.NONE ? Parts.NONE : parts.of(place);
          if (year == Years.NONE) {
            return; // of a segment that came since
          }
          counted.askedYears.set(year);
          if (part != Parts.NONE) {
            places.set(place);
            count(counted, part * years.size() + year, leaf, segment, report, from, to);
          }
        });
    requests.add(counted);
  }

  private void count(
      Counted counted,
      int cell,
      LeafReaderContext leaf,
      Segment segment,
      int report,
      int from,
      int to) {
    FixedBitSet said = counted.said.bits(leaf.ord);
    int paragraphs = said == null ? 0 : said.cardinality(from, to);
    boolean says = paragraphs > 0;
    boolean isFirst =
        counted.reports[cell] == 0
            || (says && counted.saying[cell] == 0)
            || (says == counted.saying[cell] > 0
                && isBefore(leaf, segment, report, counted.first[cell]));
    if (isFirst) {
      counted.first[cell] = (long) leaf.ord << Integer.SIZE | report;
      counted.firstMatch[cell] = said == null || !says ? 0 : leaf.docBase + said.nextSetBit(from);
    }
    counted.reports[cell]++;
    counted.saying[cell] += says ? 1 : 0;
    counted.paragraphs[cell] += paragraphs;
  }

  private boolean isBefore(LeafReaderContext leaf, Segment segment, int report, long first) {
    LeafReaderContext other = leaf(first);
    return ReportIds.compare(leaf, segment, report, other, snapshot.segment(other), (int) first)
        < 0;
  }

  private LeafReaderContext leaf(long first) {
    return snapshot.reader().leaves().get((int) (first >>> Integer.SIZE));
  }

  /** The id of a first report. */
  String id(long first) {
    LeafReaderContext leaf = leaf(first);
    return ReportIds.of(leaf, snapshot.segment(leaf), (int) first).utf8ToString();
  }

  /** Which part of what the first report of a cell says of it is formula. */
  double formulaShare(Counted counted, int cell) throws IOException {
    LeafReaderContext leaf = leaf(counted.first[cell]);
    Segment segment = snapshot.segment(leaf);
    int report = (int) counted.first[cell];
    int to = segment.head(report) + 1 + segment.paragraphs(report);
    FixedBitSet said = counted.said.bits(leaf.ord);
    SortedNumericDocValues sentences = DocValues.getSortedNumeric(leaf.reader(), Fields.SENTENCE);
    SentenceValues.FormulaSum sum = new SentenceValues.FormulaSum();
    int doc = said == null ? to : said.nextSetBit(segment.head(report) + 1, to);
    while (said != null && doc < to) {
      sum.add(sentences, doc, snapshot.formula());
      doc = doc + 1 < to ? said.nextSetBit(doc + 1, to) : to;
    }
    return sum.share();
  }

  Snapshot snapshot() {
    return snapshot;
  }

  Parts parts() {
    return parts;
  }

  Years years() {
    return years;
  }

  /** The places with a report asked. */
  BitSet places() {
    return places;
  }

  Counted counted(int request) {
    return requests.get(request);
  }

  /** What was counted. */
  public GroupedCounts counts() {
    return new ShownCounts(this, requests.size());
  }
}
