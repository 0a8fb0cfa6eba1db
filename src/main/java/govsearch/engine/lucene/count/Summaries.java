package govsearch.engine.lucene.count;

import govsearch.engine.MatchSummary;
import govsearch.engine.lucene.snapshot.FacetValues;
import govsearch.engine.lucene.snapshot.Segment;
import govsearch.query.FacetField;
import java.util.BitSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Tells how far matches are spread, by what the columns know of their reports. */
public final class Summaries {

  private Summaries() {}

  /** How far matches are spread. */
  public static MatchSummary of(MatchSet matches) {
    FacetValues places = matches.snapshot().facet(FacetField.REGION);
    AtomicInteger reports = new AtomicInteger();
    BitSet towns = new BitSet();
    BitSet years = new BitSet();
    matches.forEachReport(
        (leaf, segment, report, bits, from, to) -> {
          reports.incrementAndGet();
          int place = segment.place(report);
          if (places.value(place).town()) {
            towns.set(place);
          }
          if (segment.year(report) != Segment.NO_YEAR) {
            years.set(segment.year(report));
          }
        });
    @Nullable Integer first = years.isEmpty() ? null : years.nextSetBit(0);
    @Nullable Integer last = years.isEmpty() ? null : years.length() - 1;
    return new MatchSummary(matches.count(), reports.get(), towns.cardinality(), first, last);
  }
}
