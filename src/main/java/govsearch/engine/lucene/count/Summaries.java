package govsearch.engine.lucene.count;

import govsearch.engine.MatchSummary;
import govsearch.engine.lucene.snapshot.Segment;
import govsearch.engine.lucene.snapshot.Snapshot;
import govsearch.query.FacetField;
import java.util.BitSet;
import org.apache.lucene.util.FixedBitSet;

/** Tells how far matches are spread, by what the columns know of their reports. */
public final class Summaries {

  private final FixedBitSet isTown;
  private final FixedBitSet towns;
  private final BitSet years = new BitSet();
  private long reports;

  Summaries(Snapshot snapshot) {
    isTown = snapshot.facet(FacetField.REGION).towns();
    towns = new FixedBitSet(isTown.length());
  }

  /** How far matches are spread. */
  public static MatchSummary of(MatchSet matches) {
    Summaries summary = new Summaries(matches.snapshot());
    ReportWalk.over(
        matches, (leaf, segment, report, bits, from, to) -> summary.add(segment, report));
    return summary.of(matches.count());
  }

  /** Takes a report that has matches; each but once. */
  void add(Segment segment, int report) {
    reports++;
    int place = segment.place(report);
    if (isTown.get(place)) {
      towns.set(place);
    }
    if (segment.year(report) != Segment.NO_YEAR) {
      years.set(segment.year(report));
    }
  }

  /** What was taken so far. */
  MatchSummary of(long paragraphs) {
    return new MatchSummary(
        paragraphs, reports, towns.cardinality(), years.stream().boxed().toList());
  }
}
