package govsearch.engine.lucene.count;

import govsearch.engine.MatchSummary;
import govsearch.engine.lucene.snapshot.FacetValues;
import govsearch.engine.lucene.snapshot.Segment;
import govsearch.engine.lucene.snapshot.Snapshot;
import govsearch.query.FacetField;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.util.FixedBitSet;

/** Tells how far matches are spread, by what the columns know of their reports. */
public final class Summaries {

  private final FixedBitSet isTown;
  private final FixedBitSet towns;
  private final FacetValues yearValues;
  private final FixedBitSet years;
  private long reports;

  Summaries(Snapshot snapshot) {
    isTown = snapshot.facet(FacetField.REGION).towns();
    towns = new FixedBitSet(isTown.length());
    yearValues = snapshot.facet(FacetField.YEAR);
    years = new FixedBitSet(Math.max(1, yearValues.size()));
  }

  /** How far matches are spread. */
  public static MatchSummary of(MatchSet matches) {
    Summaries summary = new Summaries(matches.snapshot());
    ReportWalk.over(
        matches, (leaf, segment, report, bits, from, to) -> summary.add(segment, report));
    return summary.of(matches.count());
  }

  /**
   * Takes a report that has matches; each but once.
   *
   * @return whether it is the first of its town
   */
  boolean add(Segment segment, int report) {
    reports++;
    years.set(segment.yearValue(report));
    int place = segment.place(report);
    return isTown.get(place) && !towns.getAndSet(place);
  }

  /** What was taken so far. */
  MatchSummary of(long paragraphs) {
    return new MatchSummary(paragraphs, reports, towns.cardinality(), years());
  }

  private List<Integer> years() {
    return IntStream.range(0, years.length())
        .filter(years::get)
        .mapToObj(year -> yearValues.value(year).name())
        .filter(name -> !name.equals(FacetField.UNSTATED))
        .map(Integer::valueOf)
        .sorted()
        .toList();
  }
}
