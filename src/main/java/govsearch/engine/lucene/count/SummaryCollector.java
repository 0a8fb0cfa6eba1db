package govsearch.engine.lucene.count;

import govsearch.engine.MatchSummary;
import govsearch.engine.lucene.analysis.Fields;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Counts paragraphs, reports and towns from doc values. A report is a block of one segment, so a
 * change of report is a new one; what is the same for all of a report is looked at once.
 */
public final class SummaryCollector extends SimpleCollector {

  private static final int NONE = -1;

  private final Set<BytesRef> towns = new HashSet<>();
  private SortedDocValues ids = DocValues.emptySorted();
  private SortedDocValues places = DocValues.emptySorted();
  private NumericDocValues years = DocValues.emptyNumeric();
  private int report;
  private long paragraphs;
  private long reports;
  private @Nullable Integer first;
  private @Nullable Integer last;

  private SummaryCollector() {}

  /** For searchers of one thread, as all of ours are. */
  public static CollectorManager<SummaryCollector, MatchSummary> manager() {
    return new CollectorManager<>() {
      @Override
      public SummaryCollector newCollector() {
        return new SummaryCollector();
      }

      @Override
      public MatchSummary reduce(Collection<SummaryCollector> collectors) {
        if (collectors.size() > 1) {
          throw new IllegalStateException("towns of several threads are not told apart");
        }
        return collectors.isEmpty()
            ? newCollector().summary()
            : collectors.iterator().next().summary();
      }
    };
  }

  private MatchSummary summary() {
    return new MatchSummary(paragraphs, reports, towns.size(), first, last);
  }

  @Override
  protected void doSetNextReader(LeafReaderContext context) throws IOException {
    ids = DocValues.getSorted(context.reader(), Fields.REPORT);
    places = DocValues.getSorted(context.reader(), Fields.PLACE);
    years = DocValues.getNumeric(context.reader(), Fields.YEAR_NUMBER);
    report = NONE;
  }

  @Override
  public void collect(int doc) throws IOException {
    paragraphs++;
    int id = ids.advanceExact(doc) ? ids.ordValue() : NONE;
    if (id == report) {
      return;
    }
    report = id;
    reports++;
    if (places.advanceExact(doc)) {
      BytesRef place = places.lookupOrd(places.ordValue());
      if (!towns.contains(place)) {
        towns.add(BytesRef.deepCopyOf(place));
      }
    }
    if (years.advanceExact(doc)) {
      int year = (int) years.longValue();
      first = first == null ? year : Math.min(first, year);
      last = last == null ? year : Math.max(last, year);
    }
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }
}
