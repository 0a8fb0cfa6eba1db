package govsearch.engine.lucene.snapshot;

import govsearch.engine.lucene.analysis.Fields;
import govsearch.report.Newness;
import govsearch.report.YearDoubt;
import java.io.IOException;
import org.apache.lucene.index.FilterNumericDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.FieldComparator;
import org.apache.lucene.search.LeafFieldComparator;
import org.apache.lucene.search.Pruning;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.comparators.IntComparator;

/** Documents by the year of their report, the newest first, as {@link Newness} has it. */
final class NewestFirst extends SortField {

  NewestFirst() {
    super(Fields.YEAR_NUMBER, Type.INT, true, Newness.NONE);
  }

  /** Without looking at what the index knows of the field's values: they are not what is sorted. */
  @Override
  public FieldComparator<?> getComparator(int numHits, Pruning pruning) {
    int thisYear = YearDoubt.thisYear();
    return new IntComparator(numHits, Fields.YEAR_NUMBER, Newness.NONE, true, Pruning.NONE) {
      @Override
      public LeafFieldComparator getLeafComparator(LeafReaderContext context) throws IOException {
        return new IntLeafComparator(context) {
          @Override
          protected NumericDocValues getNumericDocValues(LeafReaderContext leaf, String field)
              throws IOException {
            return new FilterNumericDocValues(super.getNumericDocValues(leaf, field)) {
              @Override
              public long longValue() throws IOException {
                return Newness.of((int) super.longValue(), thisYear);
              }
            };
          }
        };
      }
    };
  }
}
