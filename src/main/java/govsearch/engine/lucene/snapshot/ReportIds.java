package govsearch.engine.lucene.snapshot;

import govsearch.engine.lucene.analysis.Fields;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.BytesRef;

/** The ids of reports, which are looked up only where their beginnings do not tell them apart. */
public final class ReportIds {

  private ReportIds() {}

  /** A report's id. */
  public static BytesRef of(LeafReaderContext leaf, Segment segment, int report) {
    try {
      SortedDocValues ids = DocValues.getSorted(leaf.reader(), Fields.REPORT);
      return BytesRef.deepCopyOf(ids.lookupOrd(segment.idOrdinal(report)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Compares the ids of two reports. */
  public static int compare(
      LeafReaderContext leaf,
      Segment segment,
      int report,
      LeafReaderContext otherLeaf,
      Segment otherSegment,
      int otherReport) {
    int byBeginning =
        Long.compareUnsigned(segment.idBeginning(report), otherSegment.idBeginning(otherReport));
    if (byBeginning != 0) {
      return byBeginning; // looking ids up takes a hundred times as long
    }
    return leaf == otherLeaf
        ? Integer.compare(segment.idOrdinal(report), segment.idOrdinal(otherReport))
        : of(leaf, segment, report).compareTo(of(otherLeaf, otherSegment, otherReport));
  }
}
