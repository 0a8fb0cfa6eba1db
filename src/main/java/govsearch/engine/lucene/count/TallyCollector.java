package govsearch.engine.lucene.count;

import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.snapshot.Inventory;
import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Counts paragraphs by report. Those of a report come in their order, for they are one block. */
public final class TallyCollector extends SimpleCollector {

  private final Inventory inventory;
  private final int[] paragraphs;
  private final int[] first;
  private SortedDocValues ids = DocValues.emptySorted();
  private int[] numbers = {};
  private int docBase;

  private TallyCollector(Inventory inventory) {
    this.inventory = inventory;
    this.paragraphs = new int[inventory.reports().size()];
    this.first = new int[paragraphs.length];
  }

  /** For searchers of one thread, as all of ours are. */
  public static CollectorManager<TallyCollector, ReportCounts> manager(Inventory inventory) {
    return new CollectorManager<>() {
      @Override
      public TallyCollector newCollector() {
        return new TallyCollector(inventory);
      }

      @Override
      public ReportCounts reduce(Collection<TallyCollector> collectors) {
        if (collectors.size() > 1) {
          throw new IllegalStateException("counts of several threads are not added up");
        }
        TallyCollector all = collectors.isEmpty() ? newCollector() : collectors.iterator().next();
        return new ReportCounts(all.paragraphs, all.first);
      }
    };
  }

  @Override
  protected void doSetNextReader(LeafReaderContext context) throws IOException {
    ids = DocValues.getSorted(context.reader(), Fields.REPORT);
    numbers = inventory.numbers(context.ord);
    docBase = context.docBase;
  }

  @Override
  public void collect(int doc) throws IOException {
    if (ids.advanceExact(doc)) {
      int report = numbers[ids.ordValue()];
      if (paragraphs[report]++ == 0) {
        first[report] = docBase + doc;
      }
    }
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }
}
