package govsearch.engine.lucene.count;

import govsearch.engine.MatchSummary;
import govsearch.engine.lucene.snapshot.FacetValues;
import govsearch.engine.lucene.snapshot.Inventory;
import govsearch.engine.lucene.snapshot.Segment;
import govsearch.query.FacetField;
import java.util.BitSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What one request matches, by the reports' numbers in the inventory.
 *
 * @param paragraphs how many paragraphs match
 * @param first the document of the first of them, where there is one
 */
@SuppressWarnings("ArrayRecordComponent") // written once, of as many reports as there are
public record ReportCounts(int[] paragraphs, int[] first) {

  /** Counts matches by report. */
  public static ReportCounts of(MatchSet matches, Inventory inventory) {
    int[] paragraphs = new int[inventory.reports().size()];
    int[] first = new int[paragraphs.length];
    matches.forEachReport(
        (leaf, segment, report, bits, from, to) -> {
          int number = inventory.numbers(leaf.ord)[report];
          paragraphs[number] = bits.cardinality(from, to);
          first[number] = leaf.docBase + bits.nextSetBit(from);
        });
    return new ReportCounts(paragraphs, first);
  }

  /** How far matches are spread. */
  public static MatchSummary summary(MatchSet matches) {
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
